import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from './span';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The text of one file without a byte order mark, with its table of lines. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: TextDocument;
  /** What stood before `text`: the byte order mark, or nothing. */
  readonly byteOrderMark: string;
}

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Prepares a file's text. A byte order mark is dropped: editors never show it, so a position counted
 * with it would be one character off on the first line.
 */
export function createSource(path: string, text: string): Source {
  const marked = text.charCodeAt(0) === BYTE_ORDER_MARK;
  const clean = marked ? text.slice(1) : text;
  return {
    path,
    text: clean,
    lines: TextDocument.create(path, 'markdown', 0, clean),
    byteOrderMark: marked ? text.charAt(0) : '',
  };
}

export function rangeOf(source: Source, span: Span): Range {
  return { start: source.lines.positionAt(span.start), end: source.lines.positionAt(span.end) };
}

export function spanOfRange(source: Source, range: Range): Span {
  return { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) };
}

/** The span of a whole line without its line break. `line` is zero-based. */
export function lineSpan(source: Source, line: number): Span {
  const start = source.lines.offsetAt({ line, character: 0 });
  let end = source.lines.offsetAt({ line: line + 1, character: 0 });
  while (end > start && /[\r\n]/.test(source.text.charAt(end - 1))) end--;
  return { start, end };
}

/** The line break that the file uses: that of its first line, `\n` where it has only one line. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}
