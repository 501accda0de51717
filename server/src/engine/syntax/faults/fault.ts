import type { Span } from '../../text/span';

/** A place where YAML could not go on, in words for people who do not know YAML. */
export interface YamlFault {
  /** What is wrong, as the middle of a sentence: no capital, no full stop. */
  readonly message: string;
  /** What to do, as a whole sentence. */
  readonly hint: string;
  readonly span: Span;
}

/** What the parser library reports: a code, its own words and a half-open range of offsets. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface Line {
  readonly span: Span;
  readonly text: string;
}

/** Says what an error means, or `undefined` where it means something else. `line` is the one that the parser blames. */
export type Explanation = (text: string, error: ParserError, line: Line) => YamlFault | undefined;

export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { span: { start, end }, text: text.slice(start, end) };
}

/** Where the line ends for a reader: without the blanks at its end. */
export function lineEnd(line: Line): number {
  return line.span.start + line.text.trimEnd().length;
}

export function excerpt(value: string): string {
  const short = value.trim();
  return short.length > 40 ? `“${short.slice(0, 39)}…”` : `“${short}”`;
}

/** In the quotes that need no doubling. */
export function quoted(value: string): string {
  return value.includes('"') ? `'${value.replace(/'/g, "''")}'` : `"${value.replace(/\\/g, '\\\\')}"`;
}
