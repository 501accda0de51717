import type { Table, TableCell, TableRow } from './markdownFacts';

/**
 * Reads comma-separated values (RFC 4180; also with `;` or tab) as a table with places, so that whatever reads tables of
 * Markdown reads CSV as well. Quoted cells may hold line breaks and doubled quotes. Never throws; empty lines are left out.
 * A library would serve if one gave the place of every cell; a property test compares with `csv-parse`.
 */
export function readCsv(text: string): Table | undefined {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset < text.length) {
    const { row, next } = readRow(text, offset, separator);
    if (row.cells.length > 1 || row.cells[0]?.text !== '') rows.push(row);
    offset = next;
  }
  const [header, ...body] = rows;
  if (header === undefined) return undefined;
  return {
    span: { start: header.span.start, end: rows.at(-1)?.span.end ?? header.span.end },
    header,
    rows: body,
    heading: undefined,
  };
}

export type CsvSeparator = ',' | ';' | '\t';

/** The separator that occurs most often on the first line outside quotes; a comma where there is none. */
export function separatorOf(text: string): CsvSeparator {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const candidates: readonly CsvSeparator[] = [',', ';', '\t'];
  const count = (separator: CsvSeparator): number => line.split(separator).length;
  return candidates.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function readRow(
  text: string,
  start: number,
  separator: CsvSeparator,
): { readonly row: TableRow; readonly next: number } {
  const cells: TableCell[] = [];
  let offset = start;
  for (;;) {
    const cell = readCell(text, offset, separator);
    cells.push(cell);
    offset = cell.outer.end;
    if (text.charAt(offset) !== separator) break;
    offset++;
  }
  const end = offset;
  if (text.charAt(offset) === '\r') offset++;
  if (text.charAt(offset) === '\n') offset++;
  return { row: { span: { start, end }, cells }, next: Math.max(offset, start + 1) };
}

function readCell(text: string, start: number, separator: CsvSeparator): TableCell {
  const quoted = text.charAt(start) === '"';
  const end = quoted ? endOfQuoted(text, start) : endOfPlain(text, start, separator);
  // What stands behind a closing quote belongs to no cell; it is skipped as other readers skip it.
  const outerEnd = quoted ? endOfPlain(text, end, separator) : end;
  const content = quoted
    ? { start: start + 1, end: text.charAt(end - 1) === '"' && end - 1 > start ? end - 1 : end }
    : { start, end };
  const source = text.slice(content.start, content.end);
  const lead = source.length - source.trimStart().length;
  const span =
    source.trim() === ''
      ? { start: content.start, end: content.start }
      : { start: content.start + lead, end: content.start + source.trimEnd().length };
  return {
    span,
    outer: { start, end: outerEnd },
    text: source.replace(/""/g, '"').replace(/\s+/g, ' ').trim(),
    links: [],
  };
}

function endOfQuoted(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length) {
    if (text.charAt(offset) !== '"') offset++;
    else if (text.charAt(offset + 1) === '"') offset += 2;
    else return offset + 1;
  }
  return text.length;
}

function endOfPlain(text: string, start: number, separator: CsvSeparator): number {
  let offset = start;
  while (offset < text.length && !/[\r\n]/.test(text.charAt(offset)) && text.charAt(offset) !== separator)
    offset++;
  return offset;
}

/** The cells of the row that begins at `start`. */
export function csvCells(text: string, start: number, separator: CsvSeparator): readonly TableCell[] {
  return readRow(text, start, separator).row.cells;
}

/** A value as a cell: quoted where it must be. */
export function csvCell(value: string, separator: CsvSeparator): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}
