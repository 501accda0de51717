import type { Span } from '../text/span';

/** The YAML block at the top of a Markdown file. */
export interface FrontMatterBlock {
  /** From the opening delimiter to the end of the closing one's line. */
  readonly span: Span;
  /** The YAML between the delimiters, without the line break before the closing one. */
  readonly content: Span;
  /** False where no closing `---` or `...` follows: the block cannot be told from the text then. */
  readonly closed: boolean;
}

const OPENING = /^(?:[ \t]*\r?\n)*---[ \t]*(?:\r?\n|$)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;
const LOOKS_LIKE_YAML = /^[ \t]*(?:["']?[\p{L}_][\p{L}\p{N}_. -]*["']?[ \t]*:(?:[ \t]|\r?\n|$)|#|-[ \t])/u;

/**
 * Finds the front matter at the top of a file, after blank lines if need be. A `---` further down is a rule in the
 * text and never a delimiter. A file that opens with `---` and goes on as prose has no front matter.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].indexOf('---');
  const contentStart = opening[0].length;
  CLOSING.lastIndex = contentStart;
  const closing = CLOSING.exec(text);
  const contentEnd = closing === null ? text.length : closing.index;
  const body = text.slice(contentStart, contentEnd);
  if (closing === null && !LOOKS_LIKE_YAML.test(body)) return undefined;
  if (closing !== null && body.trim() !== '' && !firstLines(body).some((line) => LOOKS_LIKE_YAML.test(line)))
    return undefined;
  return {
    span: {
      start,
      end: closing === null ? firstBlankLine(text, contentStart) : closing.index + closing[0].length,
    },
    content: {
      start: contentStart,
      end:
        closing === null
          ? firstBlankLine(text, contentStart)
          : Math.max(contentStart, withoutLineBreak(text, contentEnd)),
    },
    closed: closing !== null,
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

function withoutLineBreak(text: string, end: number): number {
  if (text.charAt(end - 1) === '\n') end--;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}
