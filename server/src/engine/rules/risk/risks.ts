import type { Cell } from '../../facts/cell';
import type { RegisterColumns, RiskTable } from '../../facts/registerFacts';
import type { Isms, IsmsDocument, RiskEntry } from '../../index/model';
import { registerKey } from '../../index/registers';
import type { RelatedLocation } from '../../check/finding';
import { isPlaceholder } from '../../text/placeholder';

/** A risk with all of its rows: one table may judge it and another say how it is treated. */
export interface Risk {
  /** Its id, else its title. */
  readonly name: string;
  /** The row that stands first. */
  readonly entry: RiskEntry;
  readonly entries: readonly RiskEntry[];
}

/** The open risks of the register. None where nothing says that the files are an ISMS. */
export function openRisks(isms: Isms): readonly Risk[] {
  if (isms.config === undefined && isms.soa === undefined) return [];
  return allRisks(isms).filter(({ entries }) => !entries.some(({ row }) => isClosed(row.cells.status, isms)));
}

function allRisks(isms: Isms): Risk[] {
  const groups = new Map<string, RiskEntry[]>();
  isms.risks.forEach((entry, index) => {
    const key = entry.row.id === '' ? `row ${index}` : registerKey(entry.row.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  });
  return [...groups.values()].flatMap((entries) => {
    const [entry] = entries;
    return entry === undefined ? [] : [{ name: entry.row.id || entry.row.title || 'A risk', entry, entries }];
  });
}

function isClosed(status: Cell | undefined, isms: Isms): boolean {
  return status !== undefined && isms.vocabulary.isClosed(status.text);
}

/** A cell of a risk: the first that is filled, else the first that is there. */
export function cellOf(
  risk: Risk,
  meaning: RegisterColumns['risk'],
  isms: Isms,
): { readonly entry: RiskEntry; readonly cell: Cell } | undefined {
  const cells = risk.entries.flatMap((entry) => {
    const cell = entry.row.cells[meaning];
    return cell === undefined ? [] : [{ entry, cell }];
  });
  return cells.find(({ cell }) => !isOpen(cell, isms)) ?? cells[0];
}

/** True where nothing is said yet: an empty cell, a dash, "TBD", `[Name]`. */
export function isOpen(cell: Cell | undefined, { vocabulary }: Isms): boolean {
  return (
    cell === undefined ||
    vocabulary.dates.isEmptyValue(cell.text) ||
    isPlaceholder(cell.text, vocabulary.dates)
  );
}

/** The number at the start of a cell: `12`, `4 (likely)`, `3/5`. */
export function numberIn(cell: Cell | undefined): number | undefined {
  const number = /^\d{1,6}(?:[.,]\d{1,3})?(?=$|[\s(/:–-])/.exec(cell?.text ?? '')?.[0];
  return number === undefined ? undefined : Number(number.replace(',', '.'));
}

/** Tables that lack a column for these risks: one finding for each document, on the first header. */
export interface LackingRegister {
  readonly document: IsmsDocument;
  readonly table: RiskTable;
  readonly count: number;
  readonly others: readonly RelatedLocation[];
}

/** The registers of risks that no table says something of, with the number of these risks. */
export function registersOf(risks: readonly Risk[]): LackingRegister[] {
  const byDocument = new Map<IsmsDocument, Map<RiskTable, number>>();
  for (const { entry } of risks) {
    const tables = byDocument.get(entry.document) ?? new Map<RiskTable, number>();
    const table = entry.table as RiskTable;
    tables.set(table, (tables.get(table) ?? 0) + 1);
    byDocument.set(entry.document, tables);
  }
  return [...byDocument].flatMap(([document, tables]) => {
    const [first, ...others] = [...tables.keys()];
    if (first === undefined) return [];
    const count = [...tables.values()].reduce((sum, each) => sum + each, 0);
    const message = 'This table lacks it too.';
    return [
      {
        document,
        table: first,
        count,
        others: others.map((table) => ({ path: document.path, span: table.header, message })),
      },
    ];
  });
}

/** "The risk of this register", "The 12 risks of this register". */
export function risksOfRegister(count: number): string {
  return count === 1 ? 'The risk of this register' : `The ${count} risks of this register`;
}
