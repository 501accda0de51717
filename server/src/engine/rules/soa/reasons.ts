import type { Isms, RiskEntry } from '../../index/model';
import { registerKey } from '../../index/registers';
import type { RowReading } from './rowReading';

/** The risks of the register that the row names by id. */
export function risksOf(isms: Isms, reading: RowReading): readonly RiskEntry[] {
  return [...new Set(reading.riskIds().flatMap((id) => isms.risksById.get(id) ?? []))];
}

/** Whether the row rests on anything: a risk, a law, a contract, the business, or a requirement of the register. */
export function namesReason(isms: Isms, reading: RowReading, justification: string): boolean {
  return reading.named().size > 0 || namesRequirement(isms, justification);
}

/** Registers name their requirements as they like, so each word that could be an id is looked up. */
function namesRequirement(isms: Isms, text: string): boolean {
  const words =
    isms.requirementsById.size === 0 ? [] : (text.match(/[\p{L}\p{N}][\p{L}\p{N}_./-]*\d/gu) ?? []);
  return words.some((word) => isms.requirementsById.has(registerKey(word)));
}
