import { csvCell, csvCells, separatorOf } from '../syntax/csv';
import type { TextEdit } from '../text/edits';
import { lineAround } from '../text/lines';
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

/** The cell of a line of CSV at an offset, with the header of its column; `undefined` in the header row and outside. */
export function csvCellAt(
  text: string,
  offset: number,
): { readonly header: string; readonly cell: Span; readonly separator: string } | undefined {
  const separator = separatorOf(text);
  const header = csvCells(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, separator);
  const line = lineAround(text, offset);
  if (line.start <= (header.at(-1)?.outer.end ?? 0)) return undefined;
  const cells = csvCells(text, line.start, separator);
  const index = cells.findIndex(({ outer }) => outer.start <= offset && offset <= outer.end);
  const cell = cells[index];
  const name = header[index]?.text;
  return cell === undefined || name === undefined ? undefined : { header: name, cell: cell.outer, separator };
}
