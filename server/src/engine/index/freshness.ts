import type { Cell } from '../facts/cell';
import type { EvidenceRow } from '../facts/registerFacts';
import type { Isms } from './model';
import { readDate } from '../text/date';
import { addPeriod, readPeriod } from '../text/period';
import { isPlaceholder } from '../text/placeholder';

/** The last day on which a piece of evidence is fresh: the collection and the frequency, else the date that the register names. */
export function freshUntil({ cells }: EvidenceRow, isms: Isms): string | undefined {
  const collected = dayIn(cells.collected, isms);
  const frequency = readPeriod(cells.frequency?.text ?? '', isms.vocabulary.dates);
  if (collected !== undefined && frequency.kind === 'period') return addPeriod(collected, frequency.period);
  // What an event asks for falls due by no calendar.
  if (frequency.kind === 'event') return undefined;
  const due = dayIn(cells.due, isms);
  return due !== undefined && (collected === undefined || collected <= due) ? due : undefined;
}

/** True where the register has a place for the day of collection and nobody has filled it. */
export function isUncollected({ cells }: EvidenceRow, { vocabulary }: Isms): boolean {
  const text = cells.collected?.text;
  return text !== undefined && (vocabulary.dates.isEmptyValue(text) || isPlaceholder(text, vocabulary.dates));
}

function dayIn(cell: Cell | undefined, isms: Isms): string | undefined {
  const reading = cell === undefined ? undefined : readDate(cell.text, isms.vocabulary.dates);
  return reading?.kind === 'date' ? reading.last : undefined;
}
