import type { Vocabulary } from '../catalog/vocabulary';
import type { Config } from '../config/schema';
import type { MetadataFact, MetadataField } from '../facts/facts';
import { readDate } from '../text/date';
import { addPeriod, readPeriod, type Period } from '../text/period';
import type { IsmsDocument } from './model';

/** When a document is to be looked at again, and what says so. */
export interface DocumentReview {
  /** The last day on which the review is in time. */
  readonly due: string;
  /** The next review itself, or the last one that the cycle was added to. */
  readonly fact: MetadataFact;
  /** Present where the day was worked out: how often the document is reviewed. */
  readonly cycle?: { readonly text: string; readonly fact: MetadataFact | undefined };
}

/** What counts as having looked at a document, where no next review is named. */
const LOOKED_AT: readonly MetadataField[] = ['last_review', 'approved_date', 'updated'];

/**
 * The next review, else the last one plus the cycle that the document or `isms.yaml` names. `undefined` where neither is
 * said or understood.
 */
export function documentReview(
  document: IsmsDocument,
  vocabulary: Vocabulary,
  config: Config | undefined,
): DocumentReview | undefined {
  const next = document.field('next_review');
  const planned = next === undefined ? undefined : readDate(next.value, vocabulary.dates);
  if (next !== undefined && planned?.kind === 'date') return { due: planned.last, fact: next };
  // A date that is there and means two days leaves open which one is right.
  if (planned?.kind === 'ambiguous') return undefined;
  const cycle = cycleOf(document, vocabulary, config);
  const last = cycle === undefined ? undefined : lastLook(document, vocabulary);
  if (cycle === undefined || last === undefined) return undefined;
  const { text, fact } = cycle;
  return { due: addPeriod(last.date, cycle.period), fact: last.fact, cycle: { text, fact } };
}

interface Cycle {
  readonly period: Period;
  readonly text: string;
  readonly fact: MetadataFact | undefined;
}

/** The cycle of the document; a next review such as "annually" is one. Else that of the whole ISMS. */
function cycleOf(
  document: IsmsDocument,
  { dates }: Vocabulary,
  config: Config | undefined,
): Cycle | undefined {
  for (const field of ['review_cycle', 'next_review'] as const) {
    const fact = document.field(field);
    const reading = fact === undefined ? undefined : readPeriod(fact.value, dates);
    if (fact !== undefined && reading?.kind === 'period')
      return { period: reading.period, text: fact.value, fact };
    // "As needed" is an answer: then no calendar decides.
    if (reading?.kind === 'event' || reading?.kind === 'ambiguous') return undefined;
  }
  const reading = config?.reviewCycle === undefined ? undefined : readPeriod(config.reviewCycle, dates);
  return reading?.kind === 'period'
    ? { period: reading.period, text: String(config?.reviewCycle), fact: undefined }
    : undefined;
}

/** The latest day on which somebody looked at the document. */
function lastLook(
  document: IsmsDocument,
  { dates }: Vocabulary,
): { readonly date: string; readonly fact: MetadataFact } | undefined {
  const looks = LOOKED_AT.flatMap((field) => {
    const fact = document.field(field);
    const reading = fact === undefined ? undefined : readDate(fact.value, dates);
    return fact !== undefined && reading?.kind === 'date' ? [{ date: reading.last, fact }] : [];
  });
  return looks.sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}
