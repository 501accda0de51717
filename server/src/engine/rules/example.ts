import type { Span } from '../text/span';

/**
 * A workspace written as one text, the notation of the examples in `RuleDocs`: `=== path` begins a file,
 * `=== path (unreadable: reason)` stands for one whose bytes are no text, `⟪…⟫` marks an expected place, `‸` a cursor.
 */
export interface Example {
  readonly files: readonly ExampleFile[];
}

export interface ExampleFile {
  readonly path: string;
  /** Without marks. Empty where the file is unreadable. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The offset of `‸`, where there is one. */
  readonly cursor: number | undefined;
  /** Why the file cannot be read, where it cannot. */
  readonly unreadable: string | undefined;
}

export interface Mark {
  readonly span: Span;
  /** From `⟫{rule/id}`; without it the rule under test is meant. */
  readonly rule: string | undefined;
}

const HEADER = /^(.*?)(?: \(unreadable: (.+)\))?$/;

/** Reads an example. The first line break after the literal's opening back-tick and everything before `===` are dropped. */
export function parseExample(literal: string): Example {
  const parts = literal
    .replace(/^\n/, '')
    .split(/^=== (.+)\n/m)
    .slice(1);
  const files: ExampleFile[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [, path = '', unreadable] = HEADER.exec((parts[i] ?? '').trim()) ?? [];
    files.push({ path, unreadable, ...parseMarked(parts[i + 1] ?? '') });
  }
  return { files };
}

function parseMarked(marked: string): Pick<ExampleFile, 'text' | 'marks' | 'cursor'> {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const marks: Mark[] = [];
  for (let i = 0; i < marked.length; i++) {
    const character = marked[i] ?? '';
    if (character === '⟪') open.push(text.length);
    else if (character === '‸') cursor = text.length;
    else if (character === '⟫') {
      const rule = /^\{([a-z-]+\/[a-z-]+)\}/.exec(marked.slice(i + 1));
      marks.push({ span: { start: open.pop() ?? 0, end: text.length }, rule: rule?.[1] });
      i += rule?.[0].length ?? 0;
    } else text += character;
  }
  return { text, marks, cursor };
}

/** An example without its marks: what documentation and the terminal print. */
export function printableExample(literal: string): string {
  return literal
    .replace(/⟫\{[a-z-]+\/[a-z-]+\}/g, '')
    .replace(/[⟪⟫‸]/g, '')
    .trim();
}
