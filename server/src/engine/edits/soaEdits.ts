import type { SoaCell, SoaColumn, SoaRow, SoaTable } from '../facts/soaFacts';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import { insertCsvRow, setCsvCell } from './csvRow';
import { delimiterRow, findCell, insertRowBelow, lineAbove, setCell, tableRow } from './tableCell';
import { insertSection, setSectionField } from './sectionFields';
import { insertYamlRow, setYamlCell } from './yamlRow';

/**
 * Puts `value` into a cell of the SoA, in whatever form the SoA is kept; `undefined` where this cannot be done without
 * guessing. `cell` is the cell that was read; a row too short to have it gets it in the first column of `meaning`.
 */
export function setSoaCell(
  text: string,
  table: SoaTable,
  row: SoaRow,
  meaning: SoaColumn,
  cell: SoaCell,
  value: string,
): TextEdit | undefined {
  const column = table.columns.find((each) => each.meaning === meaning);
  if (table.format === 'csv')
    return setCsvCell(text, row.span, cell.present ? cell.span : undefined, column?.index, value);
  if (table.format === 'yaml') return setYamlCell(text, row, column?.header, cell, value);
  if (table.format === 'sections') return setSectionField(text, row, column?.header, cell, value);
  const index = cell.present ? findCell(text, row.span, cell.span.start)?.index : column?.index;
  return index === undefined
    ? undefined
    : setCell(text, { header: table.header, row: row.span }, index, value);
}

export interface RowPlace {
  /** The row above and the row below the new one, where there are such. */
  readonly above: SoaRow | undefined;
  readonly below: SoaRow | undefined;
  /** Orders rows that are inserted at one place. */
  readonly order: number;
}

/** Inserts a row with these values, one per column, in the form and the style of its neighbours. */
export function insertSoaRow(
  text: string,
  table: SoaTable,
  place: RowPlace,
  values: readonly string[],
): TextEdit | undefined {
  const neighbour = place.above ?? place.below;
  if (table.format === 'csv')
    return insertCsvRow(text, place.above?.span ?? table.header, values, place.order);
  if (table.format === 'yaml') {
    const fields = table.columns.map((column, index) => ({ key: column.header, value: values[index] ?? '' }));
    return neighbour === undefined
      ? undefined
      : insertYamlRow(text, neighbour.span, place.above !== undefined, fields, place.order);
  }
  if (table.format === 'sections')
    return neighbour === undefined ? undefined : sectionBeside(text, table, place, values);
  const anchor: Span =
    place.above?.span ??
    (place.below === undefined ? delimiterRow(text, table.header) : lineAbove(text, place.below.span));
  return insertRowBelow(text, anchor, tableRow(text, table.header, neighbour?.span, values), place.order);
}

/** A section in the manner of its neighbour: its heading is the id and the title, with the sign between them. */
function sectionBeside(
  text: string,
  table: SoaTable,
  place: RowPlace,
  values: readonly string[],
): TextEdit | undefined {
  const neighbour = place.above ?? place.below;
  if (neighbour === undefined) return undefined;
  const value = (meaning: SoaColumn): string =>
    values[table.columns.find((column) => column.meaning === meaning)?.index ?? -1] ?? '';
  const title = neighbour.title?.span ?? neighbour.mention.span;
  const sign =
    title.start > neighbour.mention.span.end ? text.slice(neighbour.mention.span.end, title.start) : ' ';
  const fields = table.columns
    .filter(({ index }) => index > 1)
    .map(({ header, index }) => [header, values[index] ?? ''] as const);
  const heading = `${value('id')}${sign}${value('title')}`;
  return insertSection(text, neighbour.span, place.above !== undefined, { heading, fields }, place.order);
}
