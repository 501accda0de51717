import { HELD_OUT } from './passages/heldOut';
import { ORGANIZATIONAL } from './passages/organizational';
import { PEOPLE } from './passages/people';
import { PHYSICAL } from './passages/physical';
import { TECHNOLOGICAL } from './passages/technological';

/** A piece of a policy, with the elements of one control's card that it settles; none where it is a trap. */
export interface Passage {
  readonly control: string;
  readonly language: 'en' | 'de';
  readonly elements: readonly string[];
  readonly text: string;
}

const HEAD = /^(A\.\d+\.\d+) (en|de): (.+)$/;

/**
 * The labelled set by which element terms are measured. Each passage was written from the questions of the elements
 * alone, before anybody looked at their terms. A block is `CONTROL LANGUAGE: element, element` and the text under it;
 * `-` marks a trap: the control's words about another subject.
 */
export const PASSAGES: readonly Passage[] = [ORGANIZATIONAL, PEOPLE, PHYSICAL, TECHNOLOGICAL].flatMap(readPassages);

/** As many again that no term may be mended for; see the file. */
export const HELD_OUT_PASSAGES: readonly Passage[] = readPassages(HELD_OUT);

function readPassages(text: string): Passage[] {
  const blocks: { head: RegExpExecArray; lines: string[] }[] = [];
  for (const line of text.trim().split('\n')) {
    const head = HEAD.exec(line);
    if (head !== null) blocks.push({ head, lines: [] });
    else if (blocks.length > 0) blocks[blocks.length - 1]?.lines.push(line);
    else throw new Error(`A passage has no head: ${line}`);
  }
  return blocks.map(({ head, lines }) => ({
    control: head[1] ?? '',
    language: head[2] === 'de' ? 'de' : 'en',
    elements: head[3] === '-' ? [] : (head[3] ?? '').split(', '),
    text: lines.join('\n').trim(),
  }));
}
