import type { Isms, RiskEntry } from '../index/model';
import { decisionOf, rowOf } from './controls';

/** The controls that a risk names in the register or in the treatment plan, each once. */
export function controlsOfRisk({ row, plan }: RiskEntry): readonly string[] {
  const rows = [row, ...plan.map((measure) => measure.row)];
  return [...new Set(rows.flatMap(({ controls }) => controls.flatMap((mention) => mention.ids)))];
}

/** Those of them that can treat it: an excluded control treats nothing. */
export function treatingControls(isms: Isms, risk: RiskEntry): readonly string[] {
  return controlsOfRisk(risk).filter((control) => decisionOf(rowOf(isms, control)) !== 'excluded');
}

/** `R-001 Stolen credentials`. */
export function riskName({ row }: RiskEntry): string {
  return row.title === '' ? row.id : `${row.id} (${row.title})`;
}
