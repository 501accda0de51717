import type { Span } from '../text/span';
import { commentedBlock, unopenedBlock } from './looseFrontMatter';

/**
 * How a block is set off from the text: `---` around YAML, `+++` around TOML, YAML with a closing `---` alone, or YAML
 * in an HTML comment that opens the file.
 */
export type FrontMatterForm = 'yaml' | 'toml' | 'unopened' | 'comment';

/** The block of keys and values at the top of a Markdown file. */
export interface FrontMatterBlock {
  readonly form: FrontMatterForm;
  /** From the opening delimiter to the end of the closing one's line. */
  readonly span: Span;
  /** The keys and values between the delimiters, without the line break before the closing one. */
  readonly content: Span;
  /** False where no closing delimiter follows: the block cannot be told from the text then. */
  readonly closed: boolean;
}

interface Fence {
  readonly form: FrontMatterForm;
  readonly delimiter: string;
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** What a line of its content looks like. */
  readonly line: RegExp;
}

const FENCES: readonly Fence[] = [
  {
    form: 'yaml',
    delimiter: '---',
    opening: /^(?:[ \t]*\r?\n)*---[ \t]*(?:\r?\n|$)/,
    closing: /^(?:---|\.\.\.)[ \t]*$/gm,
    line: /^[ \t]*(?:["']?[\p{L}_][\p{L}\p{N}_. -]*["']?[ \t]*:(?:[ \t]|\r?\n|$)|#|-[ \t])/u,
  },
  {
    form: 'toml',
    delimiter: '+++',
    opening: /^(?:[ \t]*\r?\n)*\+\+\+[ \t]*(?:\r?\n|$)/,
    closing: /^\+\+\+[ \t]*$/gm,
    line: /^[ \t]*(?:["']?[\p{L}\p{N}_. -]+["']?[ \t]*=|#|\[)/u,
  },
];

/**
 * Finds the front matter at the top of a file, after blank lines if need be. A `---` further down is a rule in the
 * text and never a delimiter. A file that opens with `---` and goes on as prose has no front matter. `isKnown` tells
 * keys that we read: without delimiters of its own a block is told by them.
 */
export function findFrontMatter(
  text: string,
  isKnown: (key: string) => boolean = () => false,
): FrontMatterBlock | undefined {
  for (const fence of FENCES) {
    const opening = fence.opening.exec(text);
    if (opening !== null) return fencedBlock(text, fence, opening[0]);
  }
  return commentedBlock(text, isKnown) ?? unopenedBlock(text, isKnown);
}

function fencedBlock(text: string, fence: Fence, opening: string): FrontMatterBlock | undefined {
  const { form, closing, line, delimiter } = fence;
  const start = opening.indexOf(delimiter);
  const contentStart = opening.length;
  closing.lastIndex = contentStart;
  const end = closing.exec(text);
  const body = text.slice(contentStart, end?.index);
  if (end === null) {
    if (!line.test(body)) return undefined;
    const blank = firstBlankLine(text, contentStart);
    return {
      form,
      span: { start, end: blank },
      content: { start: contentStart, end: blank },
      closed: false,
    };
  }
  if (body.trim() !== '' && !firstLines(body).some((each) => line.test(each))) return undefined;
  return {
    form,
    span: { start, end: end.index + end[0].length },
    content: { start: contentStart, end: Math.max(contentStart, withoutLineBreak(text, end.index)) },
    closed: true,
  };
}

/** Two lines: a slip in the first one must not turn the block into prose. */
function firstLines(body: string): string[] {
  return body
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 2);
}

function firstBlankLine(text: string, from: number): number {
  const rest = text.slice(from);
  const blank = /\r?\n[ \t]*\r?\n/.exec(rest);
  return blank === null ? text.length : from + blank.index;
}

/** `end` without the line break before it. */
export function withoutLineBreak(text: string, end: number): number {
  if (text.charAt(end - 1) === '\n') end--;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}
