import type { Cell, ColumnFact } from '../facts/cell';
import type { RegisterColumns, RegisterKind, RegisterRow, RegisterTable } from '../facts/registerFacts';
import { hasDigit } from '../ids/idStart';
import type { IdMention } from '../ids/mention';
import { scanAllIds } from '../ids/ownIds';
import { leadingRiskId } from '../ids/riskIds';
import type { Table, TableCell, TableRow } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import type { ReadContext } from './context';

/** The columns of one kind of register in a table, before its rows are read. */
export interface RegisterLayout<Kind extends RegisterKind> {
  readonly table: Table;
  readonly columns: readonly ColumnFact<RegisterColumns[Kind]>[];
  has(...meanings: readonly RegisterColumns[Kind][]): boolean;
  /** The first column of a meaning. */
  index(meaning: RegisterColumns[Kind]): number | undefined;
}

/** Columns that a reader computes with. */
const NUMERIC: ReadonlySet<string> = new Set(['likelihood', 'impact', 'score', 'residual']);

/** What the columns of a table mean as a register of this kind. `Risk` may head ids or descriptions: the cells decide. */
export function layoutOf<Kind extends RegisterKind>(
  table: Table,
  kind: Kind,
  context: ReadContext,
): RegisterLayout<Kind> {
  const lookup = context.vocabulary.registerColumn[kind];
  const meanings = table.header.cells.map((cell): RegisterColumns[Kind] | undefined => lookup(cell.text));
  const id = idColumn(table, kind, meanings);
  const columns = table.header.cells.map((cell, index): ColumnFact<RegisterColumns[Kind]> => {
    const meaning = meaningAt(meanings, index, id);
    return { meaning, header: cell.text, span: cell.span, index };
  });
  const index = (meaning: RegisterColumns[Kind]): number | undefined =>
    columns.find((column) => column.meaning === meaning)?.index;
  return { table, columns, index, has: (...all) => all.some((meaning) => index(meaning) !== undefined) };
}

function idColumn(table: Table, kind: RegisterKind, meanings: readonly (string | undefined)[]): number {
  const holdsIds = (index: number): boolean =>
    table.rows.some((row) => leadingRiskId(cellAt(row, index).text) !== undefined);
  const named = meanings.indexOf('id');
  if (kind !== 'risk' || (named >= 0 && holdsIds(named))) return named;
  const found = meanings.findIndex(
    (meaning, index) => (index === 0 || meaning === 'title') && holdsIds(index),
  );
  return found >= 0 ? found : named;
}

function meaningAt<Meaning extends string>(
  meanings: readonly (Meaning | undefined)[],
  index: number,
  id: number,
): Meaning | undefined {
  if (index === id) return 'id' as Meaning;
  return meanings[index] === 'id' ? undefined : meanings[index];
}

/** Of several cells with one meaning the first that is filled counts; of scores the first with a number. */
function outranks(cell: Cell, other: Cell | undefined, meaning: string): boolean {
  if (other === undefined || other.text === '') return other === undefined || cell.text !== '';
  return NUMERIC.has(meaning) && /^\d/.test(cell.text) && !/^\d/.test(other.text);
}

/** Reads the rows. A row with nothing but a heading in it is none. */
export function readRegisterTable<Kind extends RegisterKind>(
  { table, columns }: RegisterLayout<Kind>,
  certain: boolean,
  controlsIn: ControlScan,
): RegisterTable<RegisterRow<RegisterColumns[Kind]>, RegisterColumns[Kind]> {
  const rows: RegisterRow<RegisterColumns[Kind]>[] = [];
  for (const row of table.rows)
    if (columns.length <= 2 || hasTwoFilled(row)) rows.push(readRow(row, columns, controlsIn));
  const { span, header, heading } = table;
  return { span, header: header.span, heading: heading?.text, columns, rows, certain };
}

function hasTwoFilled({ cells }: TableRow): boolean {
  let filled = 0;
  for (const cell of cells) if (cell.text !== '') filled++;
  return filled >= 2;
}

function readRow<Column extends string>(
  row: TableRow,
  columns: readonly ColumnFact<Column>[],
  controlsIn: ControlScan,
): RegisterRow<Column> {
  const cells: Partial<Record<string, Cell>> = {};
  for (const { meaning, index } of columns) {
    if (meaning === undefined) continue;
    const cell = cellAt(row, index);
    if (outranks(cell, cells[meaning], meaning)) cells[meaning] = cell;
  }
  const { id: idCell, title } = cells;
  const id = idCell === undefined ? '' : idOf(idCell.text);
  const place = id === '' && title?.text ? title : (idCell ?? title);
  return {
    id,
    idSpan: place?.span ?? { start: row.span.start, end: row.span.start },
    span: row.span,
    title: title?.text ?? (idCell?.text ?? '').slice(id.length).replace(/^[\s:–—-]+/, ''),
    controls: controlsOf(row, cells['controls'], controlsIn),
    cells: cells as RegisterRow<Column>['cells'],
  };
}

/** `R-001`, `EV 7`, `LR-2026/03`, `12`: one word with a digit in it; `R-001 Phishing` opens with one. */
function idOf(text: string): string {
  const risk = leadingRiskId(text);
  if (risk !== undefined || !hasDigit(text)) return risk ?? '';
  return (/^(?:\p{L}{1,8} )?[\p{L}\p{N}_./-]*\d[\p{L}\p{N}_./-]*$/u.exec(text)?.[0] ?? '').toUpperCase();
}

/** In their own column ids may stand without a letter; elsewhere in the row only `A.5.15` is one for certain. */
function controlsOf(row: TableRow, own: Cell | undefined, controlsIn: ControlScan): IdMention[] {
  const controls: IdMention[] = [];
  for (const cell of row.cells) {
    const bare = own !== undefined && cell.span.start === own.span.start ? 'control' : 'none';
    for (const mention of controlsIn(cell, bare)) controls.push(mention);
  }
  return controls;
}

/** The controls in a cell. */
export type ControlScan = (cell: TableCell, bare: 'control' | 'none') => readonly IdMention[];

/** Keeps what was found in a cell, since a table is read as several kinds of register. */
export function createControlScan(text: string, { ownIds }: ReadContext): ControlScan {
  const known = { control: new Map<TableCell, IdMention[]>(), none: new Map<TableCell, IdMention[]>() };
  return (cell, bare) => {
    const { start, end } = cell.span;
    const slice = text.slice(start, end);
    if (ownIds === undefined && !hasDigit(slice)) return [];
    const before = known[bare].get(cell);
    if (before !== undefined) return before;
    // The dashes of a list in YAML are no signs of a range.
    const source = slice.includes('-') ? slice.replace(/((?:^|\n)\s*)-(?=\s)/g, '$1 ') : slice;
    const mentions = scanAllIds(source, { offset: start, bare }, ownIds);
    known[bare].set(cell, mentions);
    return mentions;
  };
}
