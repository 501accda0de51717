import type { TextEdit } from '../text/edits';
import { trimSpan, type Span } from '../text/span';

/** Where a row stands: its own span and that of its table's header row, by whose bars an aligned table is told. */
export interface TableLines {
  readonly header: Span;
  readonly row: Span;
}

/**
 * Puts `value` into a cell of a Markdown table. A row that is too short gets the bars that it lacks, an aligned table
 * stays aligned where the value fits, and comments in the cell are kept: they may hold a suppression.
 */
export function setCell(text: string, lines: TableLines, index: number, value: string): TextEdit {
  const row = layoutOf(text, lines.row);
  const header = layoutOf(text, lines.header);
  const widths = isAligned(row, header) ? header.cells.map(length) : [];
  const cell = row.cells[index];
  if (cell === undefined) return appendCells(row, widths, index, value);
  const raw = text.slice(cell.start, cell.end);
  const comments = raw.match(/<!--.*?-->/g) ?? [];
  const content = [escapeCell(value), ...comments].join(' ');
  const last = index === row.cells.length - 1 && !row.closing;
  return {
    span: cell,
    newText: last ? `${leadOf(raw, row)}${content}` : padded(raw, content, row, widths[index]),
  };
}

/** The cell of a row that holds `offset`, without the blanks around it; `undefined` where the row is too short to have it. */
export function findCell(
  text: string,
  row: Span,
  offset: number,
): { readonly index: number; readonly span: Span } | undefined {
  const { cells } = layoutOf(text, row);
  const index = cells.findIndex((cell) => cell.start <= offset && offset <= cell.end);
  const cell = cells[index];
  return cell === undefined ? undefined : { index, span: trimSpan(text, cell) };
}

/**
 * A row in the manner of a table's other rows, without its line break: outer bars, padding and alignment are those of
 * `neighbour`, in a table without rows those of the header.
 */
export function tableRow(
  text: string,
  header: Span,
  neighbour: Span | undefined,
  values: readonly string[],
): string {
  const style = layoutOf(text, neighbour ?? header);
  const headerLayout = layoutOf(text, header);
  const aligned = isAligned(layoutOf(text, neighbour ?? delimiterRow(text, header)), headerLayout);
  const widths = aligned ? headerLayout.cells.map(length) : [];
  const cells = values.map((value, index) => padded('', escapeCell(value), style, widths[index]));
  const row = `${style.opening ? '|' : ''}${cells.join('|')}${style.closing || style.opening ? '|' : ''}`;
  return style.opening ? row : row.trim();
}

/** Inserts `row` as a line of its own below the line on which `above` ends, behind the same quote marks or indentation. */
export function insertRowBelow(text: string, above: Span, row: string, order: number): TextEdit {
  const end = lineEnd(text, above.end);
  const start = text.lastIndexOf('\n', above.start - 1) + 1;
  const prefix = text.slice(start, above.start).replace(/[^>\s]/g, ' ');
  return { span: { start: end, end }, newText: `${lineBreakNear(text, above)}${prefix}${row}`, order };
}

/** The line of dashes below a header row. */
export function delimiterRow(text: string, header: Span): Span {
  return rowOfLine(text, text.indexOf('\n', header.end) + 1);
}

/** The line above a row, which never is the first of its table. */
export function lineAbove(text: string, row: Span): Span {
  const own = text.lastIndexOf('\n', row.start - 1);
  return rowOfLine(text, text.lastIndexOf('\n', own - 1) + 1);
}

/** The line from `start` on without the quote marks and blanks before its row. */
function rowOfLine(text: string, start: number): Span {
  const end = lineEnd(text, start);
  return { start: start + (/^[>\s]*/.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** A value as it must stand in a cell: on one line, its bars escaped, and no backslash that would escape the cell's own bar. */
export function escapeCell(value: string): string {
  return value
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
    .replace(/\\+(?=\||$)|\|/g, (match) => (match === '|' ? '\\|' : match + match));
}

interface RowLayout {
  readonly start: number;
  readonly end: number;
  /** The cells between the bars, blanks included. */
  readonly cells: readonly Span[];
  /** Whether the row opens and closes with a bar. */
  readonly opening: boolean;
  readonly closing: boolean;
  /** True where no blank stands between bar and text. */
  readonly compact: boolean;
}

function layoutOf(text: string, span: Span): RowLayout {
  let end = span.end;
  while (end > span.start && /\s/.test(text.charAt(end - 1))) end--;
  const bars = barsOf(text, span.start, end);
  const opening = bars[0] === span.start;
  const closing = bars.length > (opening ? 1 : 0) && bars.at(-1) === end - 1;
  const edges = [...(opening ? [] : [span.start - 1]), ...bars, ...(closing ? [] : [end])];
  const cells = edges.slice(0, -1).map((edge, index) => ({ start: edge + 1, end: edges[index + 1] ?? end }));
  const filled = cells.slice(opening ? 0 : 1).find((cell) => text.slice(cell.start, cell.end).trim() !== '');
  const compact = filled !== undefined && !/\s/.test(text.charAt(filled.start));
  return { start: span.start, end, cells, opening, closing, compact };
}

/** The bars that part cells: in a table a backslash takes its meaning from a bar even inside code. */
function barsOf(text: string, start: number, end: number): number[] {
  const row = text.slice(start, end);
  const bars: number[] = [];
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1))
    if (!isEscaped(row, at)) bars.push(start + at);
  return bars;
}

/** Of two backslashes the first takes the meaning of the second. */
function isEscaped(row: string, at: number): boolean {
  let from = at;
  while (row[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

/** True where the bars of both rows stand below one another, as far as the shorter one goes. */
function isAligned(row: RowLayout, header: RowLayout): boolean {
  const shared = Math.min(row.cells.length, header.cells.length);
  const closed = row.cells.slice(0, row.closing ? shared : shared - 1);
  if (closed.length === 0 || row.opening !== header.opening) return false;
  return closed.every(
    (cell, index) => cell.end - row.start === (header.cells[index]?.end ?? 0) - header.start,
  );
}

function padded(raw: string, content: string, row: RowLayout, width: number | undefined): string {
  const lead = leadOf(raw, row);
  const blank = row.compact ? '' : ' ';
  const trail = raw.trim() === '' ? blank : (/\s*$/.exec(raw)?.[0] ?? blank);
  if (width !== undefined) return `${lead}${content}`.padEnd(width - blank.length) + blank;
  return content === '' ? blank : `${lead}${content}${trail}`;
}

function leadOf(raw: string, row: RowLayout): string {
  if (raw.trim() === '') return row.compact ? '' : ' ';
  return /^\s*/.exec(raw)?.[0] ?? '';
}

function appendCells(row: RowLayout, widths: readonly number[], index: number, value: string): TextEdit {
  const missing = Array.from({ length: index - row.cells.length + 1 }, (_, step) => row.cells.length + step);
  const cells = missing.map((at) => `${padded('', at === index ? escapeCell(value) : '', row, widths[at])}|`);
  const gap = row.closing ? '' : `${row.compact ? '' : ' '}|`;
  const appended = `${gap}${cells.join('')}`;
  const newText = row.opening || row.closing ? appended : appended.replace(/\s*\|$/, '');
  return { span: { start: row.end, end: row.end }, newText };
}

function length(span: Span): number {
  return span.end - span.start;
}

function lineEnd(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed < 0) return text.length;
  return lineFeed > 0 && text.charAt(lineFeed - 1) === '\r' ? lineFeed - 1 : lineFeed;
}

/** The line break behind the row, else the one before it: a table never stands on one line alone. */
function lineBreakNear(text: string, row: Span): string {
  const next = text.indexOf('\n', row.end);
  const at = next >= 0 ? next : text.lastIndexOf('\n', row.start - 1);
  return text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}
