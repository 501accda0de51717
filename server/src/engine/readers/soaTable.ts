import type { SoaCell, SoaColumn, SoaColumnFact, SoaRow, SoaTable } from '../facts/soaFacts';
import type { IdMention } from '../ids/mention';
import { scanIds } from '../ids/scan';
import type { Table, TableRow } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import type { ReadContext } from './context';
import { readApplicability, readStatus } from './soaValues';

/**
 * Reads a table with one row per control of Annex A. `undefined` where the table is none: no column of ids, ids of
 * another standard, or nothing beside the ids that an SoA would say.
 */
export function readSoaTable(table: Table, text: string, context: ReadContext): SoaTable | undefined {
  const meanings = table.header.cells.map((cell) => context.vocabulary.soaColumn(cell.text));
  const idColumn = findIdColumn(table, text, meanings);
  if (idColumn === undefined) return undefined;
  const columns = columnFacts(table, meanings, idColumn, context);
  const says = new Set(columns.map((column) => column.meaning));
  if (!says.has('applicable') && !says.has('justification') && !says.has('status')) return undefined;
  const rows = table.rows.flatMap((row) => readRow(row, text, columns, context));
  return { span: table.span, header: table.header.span, columns, rows, width: table.header.cells.length };
}

/** The column whose cells are ids. `Control` may head the ids, the titles or both, so the cells decide. */
function findIdColumn(table: Table, text: string, meanings: readonly (SoaColumn | undefined)[]): number | undefined {
  for (let index = 0; index < table.header.cells.length; index++) {
    const meaning = meanings[index];
    if (meaning !== 'id' && meaning !== 'title' && !(index === 0 && meaning === undefined)) continue;
    const mentions = table.rows.flatMap((row) => idOf(row, index, text) ?? []);
    if (holdsAnnexA(mentions)) return isCrosswalk(table, index) ? undefined : index;
  }
  return undefined;
}

/** A few strange ids are slips of the pen; more make it another standard's table. */
const LEAST_SHARE_OF_ANNEX_A = 0.8;

/** Ids below A.5 belong to ISO 42001 or 27701, bare ones to the clauses: such a table is another standard's. */
function holdsAnnexA(mentions: readonly IdMention[]): boolean {
  const ours = mentions.filter((mention) => mention.namespace.startsWith('iso27001')).length;
  return mentions.some((mention) => mention.namespace === 'iso27001:2022') && ours >= mentions.length * LEAST_SHARE_OF_ANNEX_A;
}

/** A table whose rows are another framework's requirements, with the control of Annex A only as a reference beside them. */
function isCrosswalk(table: Table, idColumn: number): boolean {
  const before = table.header.cells.slice(0, idColumn);
  return before.some((_, index) => table.rows.filter((row) => OTHER_ID.test(cellAt(row, index).text)).length * 2 > table.rows.length);
}

/** An id of several parts, such as `1.2.3`, `Req 1.1.1`, `CC6.1` or `PR.AA-05`; a running number is none. */
const OTHER_ID = /^\W*(?:(?:req|requirement|art)\.?\s)?[A-Z]{0,6}[-.]?(?:[A-Z]{2}-)?\d+[.-]\d+/i;

function idOf(row: TableRow, index: number, text: string): IdMention | undefined {
  const cell = cellAt(row, index);
  const source = text.slice(cell.span.start, cell.span.end);
  const mention = scanIds(source, { offset: cell.span.start, bare: 'control' })[0];
  // The id opens the cell; one further in is a remark about another control.
  return mention !== undefined && /^[\s*_`[(~]*$/.test(source.slice(0, mention.span.start - cell.span.start)) ? mention : undefined;
}

function columnFacts(table: Table, meanings: readonly (SoaColumn | undefined)[], idColumn: number, context: ReadContext): SoaColumnFact[] {
  const facts = table.header.cells.map((cell, index): SoaColumnFact => {
    const meaning = index === idColumn ? 'id' : meanings[index] === 'id' ? 'title' : meanings[index];
    return { meaning, header: cell.text, span: cell.span, index };
  });
  if (facts.some((fact) => fact.meaning === 'status')) return facts;
  // "Implementation" heads a description in one ISMS and a status in the next: the cells decide.
  const implementation = facts.find((fact) => fact.meaning === 'implementation');
  if (implementation === undefined || !holdsStatuses(table, implementation.index, context)) return facts;
  return facts.map((fact) => (fact === implementation ? { ...fact, meaning: 'status' } : fact));
}

function holdsStatuses(table: Table, index: number, context: ReadContext): boolean {
  const filled = table.rows.map((row) => cellAt(row, index).text).filter((text) => text !== '');
  const statuses = filled.filter((text) => context.vocabulary.implementationStatus(text) !== undefined);
  return filled.length > 0 && statuses.length * 2 > filled.length;
}

function readRow(row: TableRow, text: string, columns: readonly SoaColumnFact[], context: ReadContext): SoaRow[] {
  const idColumn = columns.find((column) => column.meaning === 'id')?.index ?? 0;
  const mention = idOf(row, idColumn, text);
  if (mention === undefined || mention.form === 'coarse' || mention.ids.length === 0) return [];
  const cells = (meaning: SoaColumn): SoaCell[] => columns.filter((column) => column.meaning === meaning).map((column) => cellAt(row, column.index));
  const cell = (meaning: SoaColumn): SoaCell | undefined => cells(meaning).find((each) => each.text !== '') ?? cells(meaning)[0];
  const applicable = cell('applicable');
  const status = cell('status');
  return [
    {
      span: row.span,
      mention,
      applicability: readApplicability(applicable, context),
      applicable,
      title: cell('title'),
      justification: cell('justification'),
      exclusion: cell('justification-exclusion'),
      basis: cells('basis'),
      status: readStatus(status, context),
      statusCell: status,
      documents: cell('documents'),
      risks: cell('risks'),
      evidence: cell('evidence'),
    },
  ];
}
