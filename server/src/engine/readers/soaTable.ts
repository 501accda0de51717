import type { SoaCell, SoaColumn, SoaColumnFact, SoaRow, SoaTable } from '../facts/soaFacts';
import type { IdMention } from '../ids/mention';
import type { Table, TableRow } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import { readIdColumn, type IdColumn } from './soaIds';
import type { SoaContext } from './soaLegend';
import { readApplicability, readStatus } from './soaValues';

/** A table as an SoA could have it, and whether its ids are those of Annex A of ISO/IEC 27001. */
export interface SoaCandidate {
  readonly soa: SoaTable;
  readonly standard: IdColumn['standard'];
}

/**
 * Reads a table with one row per control. `undefined` where the table is none: no column of ids, or nothing beside the
 * ids that an SoA would say. Whether the table is an SoA of this standard is for `readSoaTables` to decide.
 */
export function readSoaTable(table: Table, text: string, context: SoaContext): SoaCandidate | undefined {
  const meanings = table.header.cells.map((cell) => context.vocabulary.soaColumn(cell.text));
  // Most tables show by their header that they are none, and their cells need not be looked at.
  if (!meanings.some((meaning) => meaning !== undefined && MAY_SAY.includes(meaning))) return undefined;
  const ids = readIdColumn(table, text, meanings, context);
  if (ids === undefined) return undefined;
  const columns = columnFacts(table, meanings, ids.index, context);
  if (!saysWhatAnSoaSays(columns)) return undefined;
  const rows = table.rows.flatMap((row) => {
    const mention = ids.mentions.get(row);
    return mention === undefined || isGroupRow(row, mention, ids.index)
      ? []
      : [readRow(row, mention, columns, context)];
  });
  return { soa: tableFact(table, columns, rows), standard: ids.standard };
}

/** A table without any row that carries the header of `model`: a theme of the SoA that nobody has begun. */
export function readEmptySoaTable(table: Table, model: SoaTable): SoaTable | undefined {
  const sameHeader =
    table.rows.length === 0 &&
    table.header.cells.length === model.width &&
    table.header.cells.every((cell, index) => cell.text === model.columns[index]?.header);
  if (!sameHeader) return undefined;
  const columns = table.header.cells.map((cell, index): SoaColumnFact => {
    return { meaning: model.columns[index]?.meaning, header: cell.text, span: cell.span, index };
  });
  return tableFact(table, columns, []);
}

function tableFact(table: Table, columns: readonly SoaColumnFact[], rows: readonly SoaRow[]): SoaTable {
  const { span, header, heading } = table;
  return { span, header: header.span, heading: heading?.text, columns, rows, width: header.cells.length };
}

/** What an SoA says of a control. */
const SAYS: readonly SoaColumn[] = ['applicable', 'justification', 'status'];
/** `Implementation` may turn out to be a status. */
const MAY_SAY: readonly SoaColumn[] = [...SAYS, 'implementation'];

function saysWhatAnSoaSays(columns: readonly SoaColumnFact[]): boolean {
  return columns.some(({ meaning }) => meaning !== undefined && SAYS.includes(meaning));
}

/** `A.5.1–A.5.37 Organizational controls` with nothing in its other cells heads a group and says nothing of a control. */
function isGroupRow(row: TableRow, mention: IdMention, idColumn: number): boolean {
  return mention.form === 'range' && row.cells.every((cell, index) => index <= idColumn || cell.text === '');
}

function columnFacts(
  table: Table,
  meanings: readonly (SoaColumn | undefined)[],
  idColumn: number,
  context: SoaContext,
): SoaColumnFact[] {
  const facts = table.header.cells.map((cell, index): SoaColumnFact => {
    return {
      meaning: columnMeaning(table, meanings, index, idColumn),
      header: cell.text,
      span: cell.span,
      index,
    };
  });
  if (facts.some((fact) => fact.meaning === 'status')) return facts;
  // "Implementation" heads a description in one ISMS and a status in the next: the cells decide.
  const implementation = facts.find((fact) => fact.meaning === 'implementation');
  if (implementation === undefined || !holdsStatuses(table, implementation.index, context)) return facts;
  return facts.map((fact) => (fact === implementation ? { ...fact, meaning: 'status' } : fact));
}

/** `Control` beside a column of ids holds the titles, and `#` beside one a running number. */
function columnMeaning(
  table: Table,
  meanings: readonly (SoaColumn | undefined)[],
  index: number,
  idColumn: number,
): SoaColumn | undefined {
  if (index === idColumn) return 'id';
  if (meanings[index] !== 'id') return meanings[index];
  const words = table.rows.filter((row) => /\p{L}{3}/u.test(cellAt(row, index).text)).length;
  return words * 2 > table.rows.length ? 'title' : undefined;
}

function holdsStatuses(table: Table, index: number, context: SoaContext): boolean {
  const filled = table.rows.map((row) => cellAt(row, index).text).filter((text) => text !== '');
  const statuses = filled.filter((text) => context.vocabulary.implementationStatus(text) !== undefined);
  return filled.length > 0 && statuses.length * 2 > filled.length;
}

function readRow(
  row: TableRow,
  mention: IdMention,
  columns: readonly SoaColumnFact[],
  context: SoaContext,
): SoaRow {
  const cells = (meaning: SoaColumn): SoaCell[] =>
    columns.filter((column) => column.meaning === meaning).map((column) => cellAt(row, column.index));
  const cell = (meaning: SoaColumn): SoaCell | undefined => {
    const all = cells(meaning);
    return all.find((each) => each.text !== '') ?? all[0];
  };
  const applicable = cell('applicable');
  const status = cell('status');
  return {
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
    documentCells: cells('documents'),
    risks: cell('risks'),
    owner: cell('owner'),
    evidence: cell('evidence'),
    dates: columns
      .filter((column) => column.meaning === 'date')
      .map((column) => ({ header: column.header, cell: cellAt(row, column.index) })),
  };
}
