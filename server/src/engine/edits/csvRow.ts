import { csvCell, csvCells, separatorOf } from '../syntax/csv';
import type { TextEdit } from '../text/edits';
import { lineBreakOf } from '../text/source';
import type { Span } from '../text/span';

/**
 * Puts `value` into a cell of CSV, quoted where it must be. `cell` is the content of the cell that is there; without it
 * the row is too short and gets the separators that it lacks.
 */
export function setCsvCell(
  text: string,
  row: Span,
  cell: Span | undefined,
  column: number | undefined,
  value: string,
): TextEdit | undefined {
  const separator = separatorOf(text);
  const cells = csvCells(text, row.start, separator);
  const index =
    cell === undefined
      ? column
      : cells.findIndex(({ outer }) => outer.start <= cell.start && cell.end <= outer.end);
  if (index === undefined || index < 0) return undefined;
  const outer = cells[index]?.outer;
  if (outer !== undefined) return { span: outer, newText: csvCell(value, separator) };
  return {
    span: { start: row.end, end: row.end },
    newText: separator.repeat(index - cells.length + 1) + csvCell(value, separator),
  };
}

/** Inserts a row below the one that ends at `above.end`. */
export function insertCsvRow(text: string, above: Span, values: readonly string[], order: number): TextEdit {
  const separator = separatorOf(text);
  const row = values.map((value) => csvCell(value, separator)).join(separator);
  return { span: { start: above.end, end: above.end }, newText: `${lineBreakOf(text)}${row}`, order };
}
