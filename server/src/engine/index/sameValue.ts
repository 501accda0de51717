import { normalise, type Vocabulary } from '../catalog/vocabulary';
import type { MetadataField } from '../facts/facts';
import { readDate } from '../text/date';
import { readPeriod } from '../text/period';
import { isPlaceholder } from '../text/placeholder';
import { wordsOf } from '../text/words';

/** How two values of one field are compared. Fields without an entry are texts of which nothing is concluded. */
const COMPARISONS: Readonly<Partial<Record<MetadataField, Comparison>>> = {
  id: sameText,
  title: oneWithinOther,
  version: sameVersion,
  status: (a, b, { documentStatus }) => sameMeaning(documentStatus(a), documentStatus(b)),
  type: (a, b, { documentKind }) => sameMeaning(documentKind(a), documentKind(b)),
  classification: oneWithinOther,
  owner: oneWithinOther,
  approver: oneWithinOther,
  approved_date: sameDay,
  effective_date: sameDay,
  last_review: sameDay,
  next_review: sameDay,
  review_cycle: samePeriod,
};

type Comparison = (a: string, b: string, vocabulary: Vocabulary) => boolean;

/**
 * True where two values of a field say the same, however they are written: `2.6` and `v2.6`, `1 May 2027` and
 * `2027-05-01`, `CISO` and `Ada Lovelace (CISO)`. Also true where one of them is not understood, so that nothing is
 * concluded from it.
 */
export function saysTheSame(field: MetadataField, a: string, b: string, vocabulary: Vocabulary): boolean {
  const isOpen = (value: string): boolean =>
    vocabulary.dates.isEmptyValue(value) || isPlaceholder(value, vocabulary.dates);
  const compare = COMPARISONS[field];
  return compare === undefined || isOpen(a) || isOpen(b) || sameText(a, b) || compare(a, b, vocabulary);
}

function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

/** A name with and without its role, a class with and without its label. */
function oneWithinOther(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((word) => all.includes(word));
  return within(first, second) || within(second, first);
}

function sameVersion(a: string, b: string): boolean {
  const [first, second] = [versionOf(a), versionOf(b)];
  return first === undefined || second === undefined || first === second;
}

/** The numbers of a version without zeros at the end: `v2.0` is `2`. */
function versionOf(text: string): string | undefined {
  return /\d+(?:\.\d+)*/.exec(text)?.[0].replace(/(?:\.0+)+$/, '');
}

function sameMeaning(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function sameDay(a: string, b: string, { dates }: Vocabulary): boolean {
  const [first, second] = [readDate(a, dates), readDate(b, dates)];
  if (first.kind !== 'date' || second.kind !== 'date') return true;
  return first.first <= second.last && second.first <= first.last;
}

function samePeriod(a: string, b: string, { dates }: Vocabulary): boolean {
  const [first, second] = [readPeriod(a, dates), readPeriod(b, dates)];
  if (first.kind !== 'period' || second.kind !== 'period') return true;
  return first.period.months === second.period.months && first.period.days === second.period.days;
}
