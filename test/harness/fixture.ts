import type { Span } from '../../server/src/engine/text/span';

/** A workspace written as one text: `=== path` begins a file, `⟪…⟫` marks an expected place, `‸` a cursor. */
export interface Fixture {
  readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The offset of `‸`, where there is one. */
  readonly cursor: number | undefined;
}

export interface Mark {
  readonly span: Span;
  /** From `⟫{rule/id}`; without it the rule under test is meant. */
  readonly rule: string | undefined;
}

/** Reads a fixture. The first line break after the literal's opening back-tick and everything before `===` are dropped. */
export function parseFixture(literal: string): Fixture {
  const parts = literal.replace(/^\n/, '').split(/^=== (.+)\n/m).slice(1);
  const files: FixtureFile[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) files.push(parseFile((parts[i] ?? '').trim(), parts[i + 1] ?? ''));
  return { files };
}

function parseFile(path: string, marked: string): FixtureFile {
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
  return { path, text, marks, cursor };
}

/** The text of a fixture without its marks: what the documentation prints. */
export function unmarked(literal: string): string {
  return literal.replace(/⟫\{[a-z-]+\/[a-z-]+\}/g, '').replace(/[⟪⟫‸]/g, '');
}
