import type { Cell } from '../../facts/cell';
import type { Isms, RiskEntry } from '../../index/model';
import { numberIn } from './risks';

/** The score that a row should have: of the matrix in `isms.yaml`, else likelihood × impact. */
export function expectedScore({ row: { cells } }: RiskEntry, isms: Isms): number | undefined {
  const likelihood = numberIn(cells.likelihood);
  const impact = numberIn(cells.impact);
  if (likelihood === undefined || impact === undefined) return undefined;
  const matrix = isms.config?.config.riskMatrix;
  return matrix === undefined ? likelihood * impact : matrix[String(likelihood)]?.[String(impact)];
}

/** True where the score of a row is not what likelihood and impact give. */
export function isMismatch(entry: RiskEntry, isms: Isms): boolean {
  const score = numberIn(entry.row.cells.score);
  const expected = expectedScore(entry, isms);
  return score !== undefined && expected !== undefined && Math.abs(score - expected) > 0.005;
}

/** A register in which most of several scores are no products is kept by another method. */
export function usesOtherMethod(entries: readonly RiskEntry[], isms: Isms): boolean {
  const judged = entries.filter(
    (entry) => numberIn(entry.row.cells.score) !== undefined && expectedScore(entry, isms) !== undefined,
  );
  const mismatches = judged.filter((entry) => isMismatch(entry, isms)).length;
  return judged.length >= FEWEST_FOR_A_METHOD && mismatches * 2 > judged.length;
}

const FEWEST_FOR_A_METHOD = 4;

/** What remains of a risk: the residual score, else the score as likelihood and impact give it, else as it is written. */
export function remainingScore(
  entry: RiskEntry,
  isms: Isms,
): { readonly score: number; readonly cell: Cell } | undefined {
  const { residual, score: written } = entry.row.cells;
  const left = numberIn(residual);
  if (residual !== undefined && left !== undefined) return { score: left, cell: residual };
  const score = numberIn(written);
  if (written === undefined || score === undefined) return undefined;
  const sameTable = isms.risks.filter(({ table }) => table === entry.table);
  const expected = usesOtherMethod(sameTable, isms) ? undefined : expectedScore(entry, isms);
  return { score: expected ?? score, cell: written };
}
