import type { SoaCell } from '../facts/soaFacts';
import type { TableOutline } from '../facts/facts';
import type { Table, TableCell, TableRow } from '../syntax/markdownFacts';

/** The cell of a row in a column. A ragged row yields an empty cell at its end, where an author would type. */
export function cellAt(row: TableRow, index: number): SoaCell {
  const cell: TableCell | undefined = row.cells[index];
  if (cell !== undefined) return { text: cell.text, span: cell.span, links: cell.links, present: true };
  return { text: '', span: { start: row.span.end, end: row.span.end }, links: [], present: false };
}

/** The meaning of each column of a table by its header; the first column of a meaning wins unless `all` asks for more. */
export function columnsOf<Meaning extends string>(
  table: Table,
  meaningOf: (header: string) => Meaning | undefined,
): Map<Meaning, number> {
  const columns = new Map<Meaning, number>();
  table.header.cells.forEach((cell, index) => {
    const meaning = meaningOf(cell.text);
    if (meaning !== undefined && !columns.has(meaning)) columns.set(meaning, index);
  });
  return columns;
}

export function outlineOf({ span, heading, header, rows }: Table): TableOutline {
  return { span, heading: heading?.text, headers: header.cells.map((cell) => cell.text), rows: rows.length };
}
