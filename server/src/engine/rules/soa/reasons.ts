import type { Reason } from '../../catalog/reasonWords';
import type { SoaCell } from '../../facts/soaFacts';
import { isClause } from '../../ids/clauses';
import { scanRiskIds } from '../../ids/riskIds';
import type { Isms, RiskEntry, SoaEntry } from '../../index/model';
import { registerKey } from '../../index/registers';
import { isMark, saysNothing } from './soaRows';

/** What the row of a control rests on. */
export interface RowReasons {
  /** By words of the justification, by columns such as "Origin" or "Contractual", and by ids of risks. */
  readonly named: ReadonlySet<Reason>;
  /** The risks of the register that the justification or the column of risks names by id. */
  readonly risks: readonly RiskEntry[];
  /** The cell that rests on a risk most plainly: one with an id of a risk, else one that says so. */
  readonly riskCell: SoaCell | undefined;
}

export function reasonsOf(isms: Isms, entry: SoaEntry): RowReasons {
  const { justification, risks: riskColumn } = entry.row;
  const { reasonWords } = isms.catalog;
  const words = justification === undefined ? new Set<Reason>() : reasonWords.namedIn(justification.text);
  const basis = basisReasons(isms, entry);
  const withIds = [riskColumn, justification].find((cell) => namesRiskId(cell, cell === riskColumn));
  const marked = basis.find(({ reasons }) => reasons.has('risk'))?.cell;
  const named = new Set<Reason>([...words, ...basis.flatMap(({ reasons }) => [...reasons])]);
  if (withIds !== undefined) named.add('risk');
  if (justification !== undefined && namesRequirement(isms, justification.text)) named.add('business');
  if (justification !== undefined && namesClause(justification.text)) named.add('business');
  // A law or a contract beside the word makes the risk a figure of speech: "measures appropriate to the risk, GDPR Art. 32".
  const others: readonly Reason[] = ['legal', 'contractual', 'business'];
  const saysSo =
    justification !== undefined &&
    !others.some((each) => words.has(each)) &&
    reasonWords.speaksOfRisk(justification.text);
  return {
    named,
    risks: risksIn(isms, `${justification?.text ?? ''} ${riskColumn?.text ?? ''}`),
    riskCell: withIds ?? marked ?? (saysSo ? justification : undefined),
  };
}

function namesRiskId(cell: SoaCell | undefined, isRiskColumn: boolean): boolean {
  return cell !== undefined && !saysNothing(cell) && (isRiskColumn || scanRiskIds(cell.text).length > 0);
}

function risksIn(isms: Isms, text: string): RiskEntry[] {
  const risks = scanRiskIds(text).flatMap(({ id }) => isms.risksById.get(registerKey(id)) ?? []);
  return [...new Set(risks)];
}

/** Registers name their requirements as they like, so each word that could be an id is looked up. */
function namesRequirement(isms: Isms, text: string): boolean {
  const words =
    isms.requirementsById.size === 0 ? [] : (text.match(/[\p{L}\p{N}][\p{L}\p{N}_./-]*\d/gu) ?? []);
  return words.some((word) => isms.requirementsById.has(registerKey(word)));
}

/** A clause of ISO/IEC 27001 itself, as in "ISO 27001 9.2": the ISMS requires what the control does. */
function namesClause(text: string): boolean {
  const named = /27001(?::20\d\d)?[\s,(]*(?:\p{L}{2,}|§)?\s*(\d+(?:\.\d+)+)/iu.exec(text)?.[1];
  return named !== undefined && isClause(named);
}

/** Columns for kinds of reasons: one with the kind in its cells ("Origin"), or one for each kind, with a mark. */
function basisReasons(
  isms: Isms,
  { table, row }: SoaEntry,
): { readonly cell: SoaCell; readonly reasons: ReadonlySet<Reason> }[] {
  const headers = table.columns.filter((column) => column.meaning === 'basis').map(({ header }) => header);
  return row.basis.flatMap((cell, index) => {
    if (!isMark(cell)) return [];
    const own = isms.catalog.reasonWords.meantBy(cell.text);
    const reasons = own.size > 0 ? own : isms.catalog.reasonWords.meantBy(headers[index] ?? '');
    return [{ cell, reasons }];
  });
}
