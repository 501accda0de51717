import { setSoaCell } from '../../edits/soaEdits';
import type { FileEdit, RelatedLocation } from '../../check/finding';
import type { SoaCell, SoaColumn, SoaRow, SoaTable } from '../../facts/soaFacts';
import type { Isms, IsmsDocument, SoaEntry } from '../../index/model';

/** The rows of the SoA that are about controls of ISO/IEC 27001:2022, in the order of the text. */
export function* soaRows(isms: Isms): Iterable<SoaEntry> {
  for (const { document, table } of isms.soa?.tables ?? []) {
    for (const row of table.rows) {
      if (row.mention.namespace === 'iso27001:2022') yield { document, table, row };
    }
  }
}

/** What messages call a row: its control, or its ids as written where it has several. */
export function nameOf(row: SoaRow): string {
  return row.mention.form === 'single' ? (row.mention.ids[0] ?? row.mention.text) : row.mention.text;
}

export function controlOf(row: SoaRow): string | undefined {
  return row.mention.ids[0];
}

/** True where a cell says nothing: empty, dashes, or not there at all. */
export function saysNothing(cell: SoaCell | undefined): boolean {
  return cell === undefined || /^[-–—\s]*$/.test(cell.text);
}

/** True where a cell of a column such as "Contractual" or "Origin" holds a mark or a word, and not a no. */
export function isMark(cell: SoaCell): boolean {
  return !saysNothing(cell) && !/^(?:no|n|nein|não|non|nee|0|false|❌|✗|✘|☐|\[ ?\])$/iu.test(cell.text);
}

/** Puts text into the cell of a row that `cell` is, or into the first column of that meaning where the row is too short. */
export function cellEdit(entry: SoaEntry, meaning: SoaColumn, cell: SoaCell, value: string): FileEdit[] {
  const { document, table, row } = entry;
  const edit = setSoaCell(document.source.text, table, row, meaning, cell, value);
  return edit === undefined ? [] : [{ path: document.path, ...edit }];
}

/** Tables of one document that lack a column: one cause, so one finding, on the first header. */
export interface LackingTables {
  readonly document: IsmsDocument;
  readonly first: SoaTable;
  readonly others: readonly RelatedLocation[];
}

/** The documents of the SoA whose tables lack something, with those tables. */
export function tablesThatLack(isms: Isms, lacks: (table: SoaTable) => boolean): LackingTables[] {
  const documents = new Map<IsmsDocument, SoaTable[]>();
  for (const { document, table } of isms.soa?.tables ?? []) {
    if (!lacks(table)) continue;
    documents.set(document, [...(documents.get(document) ?? []), table]);
  }
  return [...documents].flatMap(([document, [first, ...others]]) =>
    first === undefined ? [] : [{ document, first, others: others.map((table) => related(document, table)) }],
  );
}

function related(document: IsmsDocument, table: SoaTable): RelatedLocation {
  return { path: document.path, span: table.header, message: 'This table lacks it too.' };
}

export function hasColumn(table: SoaTable, ...meanings: readonly SoaColumn[]): boolean {
  return table.columns.some((column) => column.meaning !== undefined && meanings.includes(column.meaning));
}
