import type { Fix } from '../../check/finding';
import type { SoaCell } from '../../facts/soaFacts';
import type { Isms, SoaEntry } from '../../index/model';
import { choiceFix } from '../rule';
import { answersOf, OFFERED_STATUSES, type OfferedStatus } from './answers';
import { cellEdit } from './soaRows';

/** Sets the implementation status of a row, spelled as the other rows of the file spell it; the likely one first. */
export function statusFixes(isms: Isms, entry: SoaEntry, cell: SoaCell, likely?: OfferedStatus): Fix[] {
  const answers = answersOf(isms, entry.document);
  return OFFERED_STATUSES.map((meaning) => {
    const value = answers.status(meaning);
    return choiceFix(`Set to ${value}`, cellEdit(entry, 'status', cell, value), {
      preferred: meaning === likely,
    });
  });
}
