import type { LabelledText } from './measure';

/** A piece of a policy, with the elements of one control's card that it settles; none where it is a trap. */
export interface Passage extends LabelledText {
  readonly language: 'en' | 'de';
}

const HEAD = /^(A\.\d+\.\d+) (en|de): (.+)$/;

/**
 * Reads labelled passages: a line `CONTROL LANGUAGE: element, element` (`-` for none) with the text under it; lines that
 * begin with `# ` before the first passage are comments. Throws where text stands before the first head.
 */
export function readPassages(text: string): readonly Passage[] {
  const blocks: { readonly head: RegExpExecArray; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const head = HEAD.exec(line);
    if (head !== null) blocks.push({ head, lines: [] });
    else if (blocks.length > 0) blocks.at(-1)?.lines.push(line);
    else if (line.trim() !== '' && !line.startsWith('# ')) throw new Error(`A passage has no head: ${line}`);
  }
  return blocks.map(({ head, lines }) => ({
    control: head[1] ?? '',
    language: head[2] === 'de' ? 'de' : 'en',
    elements: head[3] === '-' ? [] : (head[3] ?? '').split(', '),
    text: lines.join('\n').trim(),
  }));
}
