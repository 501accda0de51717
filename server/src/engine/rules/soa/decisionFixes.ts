import type { Fix } from '../../check/finding';
import type { SoaCell } from '../../facts/soaFacts';
import type { Isms, SoaEntry } from '../../index/model';
import { choiceFix } from '../rule';
import { answersOf } from './answers';
import { cellEdit } from './soaRows';

/** Sets the applicability of a row to yes, to no or to "not assessed", spelled as the other rows of the file spell it. */
export function decisionFixes(
  isms: Isms,
  entry: SoaEntry,
  cell: SoaCell,
  likely?: 'applicable' | 'not-applicable' | 'not-assessed',
): Fix[] {
  const answers = answersOf(isms, entry.document);
  const offers = [
    ['applicable', answers.applicable, `Set to ${answers.applicable}`],
    ['not-applicable', answers.notApplicable, `Set to ${answers.notApplicable}`],
    ['not-assessed', answers.notAssessed, `Set to ${answers.notAssessed} (not assessed)`],
  ] as const;
  return offers.map(([meaning, value, title]) =>
    choiceFix(title, cellEdit(entry, 'applicable', cell, value), { preferred: meaning === likely }),
  );
}
