import { lineAbove, lineAround, lineBelow } from '../text/lines';
import type { Span } from '../text/span';

/** The cell of a Markdown table in which an offset lies, read from the lines alone. */
export interface TableCursor {
  /** The texts of the header row, as written. */
  readonly headers: readonly string[];
  /** The texts of the row, as written. */
  readonly cells: readonly string[];
  /** Index of the cell. */
  readonly column: number;
  /** From one bar to the next. */
  readonly cell: Span;
  /** The row's line without its line break. */
  readonly row: Span;
  /** The header row's line. */
  readonly header: Span;
}

const DELIMITER = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The line of a row without its line break, and that of its header row. */
export type TableRowLines = Pick<TableCursor, 'row' | 'header'>;

/** `undefined` outside tables and on the line of dashes. The header row itself counts as a row. */
export function tableRowAt(text: string, offset: number): TableRowLines | undefined {
  const row = lineAround(text, offset);
  if (!text.slice(row.start, row.end).includes('|') || isDelimiter(text, row)) return undefined;
  const header = headerOf(text, row);
  return header === undefined ? undefined : { row, header };
}

/** The cell at `offset`; `undefined` also before the first bar and behind the last one of a whole row. */
export function tableCursorAt(text: string, offset: number): TableCursor | undefined {
  const lines = tableRowAt(text, offset);
  if (lines === undefined) return undefined;
  const { row, header } = lines;
  const headers = cellsOf(text, header);
  const cells = cellsOf(text, row);
  const typed = {
    start: cells.at(-1) === undefined ? row.start : (cells.at(-1)?.end ?? 0) + 1,
    end: row.end,
  };
  // Behind the last bar a row that is too short goes on.
  if (cells.length < headers.length && typed.start <= typed.end) cells.push(typed);
  const column = cells.findIndex((cell) => cell.start <= offset && offset <= cell.end);
  const cell = cells[column];
  if (cell === undefined) return undefined;
  const textOf = (span: Span): string => text.slice(span.start, span.end).trim();
  return { headers: headers.map(textOf), cells: cells.map(textOf), column, cell, row, header };
}

/** The cells of a row between its bars, blanks included; an escaped bar is text. */
export function cellsOf(text: string, row: Span): Span[] {
  let { start, end } = row;
  while (start < end && /[ \t>]/.test(text.charAt(start))) start++;
  while (end > start && /[ \t]/.test(text.charAt(end - 1))) end--;
  if (text.charAt(start) === '|') start++;
  const cells: Span[] = [];
  for (let i = start; i < end; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === '|') {
      cells.push({ start, end: i });
      start = i + 1;
    }
  }
  if (start < end) cells.push({ start, end: row.end });
  return cells;
}

function headerOf(text: string, row: Span): Span | undefined {
  const below = lineBelow(text, row.start);
  if (below !== undefined && isDelimiter(text, below)) return row;
  let line: Span | undefined = row;
  while (line !== undefined && text.slice(line.start, line.end).includes('|')) {
    const above = lineAbove(text, line.start);
    if (isDelimiter(text, line)) return above;
    line = above;
  }
  return undefined;
}

function isDelimiter(text: string, line: Span): boolean {
  const source = text.slice(line.start, line.end);
  return source.includes('-') && DELIMITER.test(source);
}
