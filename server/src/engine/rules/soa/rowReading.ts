import type { Catalog } from '../../catalog/catalog';
import type { Reason } from '../../catalog/reasonWords';
import type { SoaCell, SoaRow } from '../../facts/soaFacts';
import { isClause } from '../../ids/clauses';
import { scanRiskIds } from '../../ids/riskIds';
import type { SoaEntry } from '../../index/model';
import { registerKey } from '../../index/registers';
import { onDemand } from '../../text/onDemand';
import { judgeJustification, type Weakness } from './judgeJustification';
import { isMark, saysNothing } from './soaRows';

/**
 * What the words of a row say by themselves, whatever else the ISMS holds: several rules ask the same of each row. Each
 * part is worked out when somebody asks for it.
 */
export interface RowReading {
  /** The cell that has to justify the decision; `undefined` where it is empty and where nobody has decided. */
  readonly justifying: SoaCell | undefined;
  /** Why that cell is weak as a justification; `undefined` where it is not. */
  readonly weakness: () => Weakness | undefined;
  /** What the row rests on: by words, by columns such as "Origin" or "Contractual", by clauses and by ids of risks. */
  readonly named: () => ReadonlySet<Reason>;
  /** The ids of risks in the justification and in the column of risks, as `registerKey` writes them. */
  readonly riskIds: () => readonly string[];
  /** The cell that rests on a risk most plainly: one with an id of a risk, else one that says so. */
  readonly riskCell: () => SoaCell | undefined;
}

export type RowReader = (catalog: Catalog, entry: Pick<SoaEntry, 'table' | 'row'>) => RowReading;

/** A reader that keeps what it found in a row while the row is the same value. */
export function createRowReader(): RowReader {
  const kept = new WeakMap<SoaRow, { readonly catalog: Catalog; readonly reading: RowReading }>();
  return (catalog, { table, row }) => {
    const known = kept.get(row);
    if (known?.catalog === catalog) return known.reading;
    const headers = table.columns.filter(({ meaning }) => meaning === 'basis').map(({ header }) => header);
    const reading = readRow(catalog, row, headers);
    kept.set(row, { catalog, reading });
    return reading;
  };
}

/** `headers` are those of the columns for kinds of reasons. */
function readRow(catalog: Catalog, row: SoaRow, headers: readonly string[]): RowReading {
  const { justification, risks: riskColumn } = row;
  const justifying = justifyingCell(row);
  const weakness = onDemand(() => ({
    is: justifying === undefined ? undefined : weaknessOf(catalog, row, justifying),
  }));
  const text = justification?.text ?? '';
  const words = onDemand(() =>
    justification === undefined ? new Set<Reason>() : catalog.reasonWords.namedIn(text),
  );
  const basis = onDemand(() => basisReasons(catalog, row, headers));
  const inText = onDemand(() => riskIdsIn(justification));
  const withIds = (): SoaCell | undefined => {
    if (!saysNothing(riskColumn)) return riskColumn;
    return inText().length > 0 ? justification : undefined;
  };
  return {
    justifying,
    weakness: () => weakness().is,
    named: onDemand(() => {
      const named = new Set<Reason>([...words(), ...basis().flatMap(({ reasons }) => [...reasons])]);
      if (withIds() !== undefined) named.add('risk');
      if (namesClause(text)) named.add('business');
      return named;
    }),
    riskIds: onDemand(() => [...inText(), ...riskIdsIn(riskColumn)]),
    riskCell: () =>
      withIds() ??
      basis().find(({ reasons }) => reasons.has('risk'))?.cell ??
      (restsOnRisk(catalog, text, words) ? justification : undefined),
  };
}

function justifyingCell(row: SoaRow): SoaCell | undefined {
  if (row.applicability === 'not-applicable')
    return [row.exclusion, row.justification].find((each) => !saysNothing(each));
  if (row.applicability !== 'applicable' && row.applicability !== 'no-column') return undefined;
  return saysNothing(row.justification) ? undefined : row.justification;
}

function weaknessOf(catalog: Catalog, { mention, title }: SoaRow, cell: SoaCell): Weakness | undefined {
  const controls = mention.ids.flatMap((id) => catalog.control(id) ?? []);
  const titles = controls.flatMap((control) => [control.title, control.alternativeTitle]);
  const own = title === undefined || title.text === '' ? [] : [title.text];
  const weakness = judgeJustification(cell.text, { ids: mention.ids, titles: [...titles, ...own] }, catalog);
  // A link names a document: that is a place to look for the reason, and not for this rule to judge.
  return cell.links.length > 0 && weakness !== 'placeholder' ? undefined : weakness;
}

function riskIdsIn(cell: SoaCell | undefined): readonly string[] {
  return scanRiskIds(cell?.text ?? '').map(({ id }) => registerKey(id));
}

/** A law or a contract beside the word makes the risk a figure of speech: "measures appropriate to the risk, GDPR Art. 32". */
function restsOnRisk(catalog: Catalog, text: string, words: () => ReadonlySet<Reason>): boolean {
  const others: readonly Reason[] = ['legal', 'contractual', 'business'];
  return !others.some((each) => words().has(each)) && catalog.reasonWords.speaksOfRisk(text);
}

/** A clause of ISO/IEC 27001 itself, as in "ISO 27001 9.2": the ISMS requires what the control does. */
function namesClause(text: string): boolean {
  if (!text.includes('27001')) return false;
  const named = /27001(?::20\d\d)?[\s,(]*(?:\p{L}{2,}|§)?\s*(\d+(?:\.\d+)+)/iu.exec(text)?.[1];
  return named !== undefined && isClause(named);
}

/** Columns for kinds of reasons: one with the kind in its cells ("Origin"), or one for each kind, with a mark. */
function basisReasons(
  { reasonWords }: Catalog,
  { basis }: SoaRow,
  headers: readonly string[],
): { readonly cell: SoaCell; readonly reasons: ReadonlySet<Reason> }[] {
  return basis.flatMap((cell, index) => {
    if (!isMark(cell)) return [];
    const own = reasonWords.meantBy(cell.text);
    return [{ cell, reasons: own.size > 0 ? own : reasonWords.meantBy(headers[index] ?? '') }];
  });
}
