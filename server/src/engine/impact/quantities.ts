import type { TimeUnit } from '../catalog/strictnessWords';
import type { Vocabulary } from '../catalog/vocabulary';
import { wordsOf } from '../text/words';

/** A number in a requirement, and whether it is the most or the least that is allowed. */
export interface Quantity {
  /** Comparable: spans of time in minutes. */
  readonly value: number;
  readonly kind: 'time' | 'number';
  /** `most`: a larger number asks for less, as in "within 24 hours". `undefined` where the text does not tell. */
  readonly bound: 'most' | 'least' | undefined;
  readonly text: string;
}

const DAY = 24 * 60;
const MINUTES: Readonly<Record<TimeUnit, number>> = {
  minute: 1,
  hour: 60,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
};

/** How many words before a number may say how it is meant. */
const REACH = 3;

/** The numbers of a sentence in its order, with the words for intervals ("quarterly") among them. */
export function quantitiesOf(text: string, vocabulary: Vocabulary): Quantity[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    const interval = vocabulary.strictness.interval(word);
    if (interval !== undefined)
      return [{ value: MINUTES[interval], kind: 'time' as const, bound: 'most' as const, text: word }];
    if (!/^\d{1,6}$/.test(word)) return [];
    const next = words[at + 1] ?? '';
    const unit = vocabulary.strictness.unit(next);
    const before = words.slice(Math.max(0, at - REACH), at);
    return [
      {
        value: Number(word) * (unit === undefined ? 1 : MINUTES[unit]),
        kind: unit === undefined ? ('number' as const) : ('time' as const),
        bound: boundOf(before, unit, vocabulary),
        text: unit === undefined ? word : `${word} ${next}`,
      },
    ];
  });
}

/** "At least every 90 days" is an interval and so the most; "kept for at least 90 days" is the least. */
function boundOf(
  before: readonly string[],
  unit: TimeUnit | undefined,
  { strictness }: Vocabulary,
): Quantity['bound'] {
  const phrase = ` ${before.join(' ')} `;
  const has = (phrases: readonly string[]): boolean => phrases.some((each) => phrase.includes(` ${each} `));
  if (unit !== undefined && has(strictness.every)) return 'most';
  if (has(strictness.least)) return 'least';
  if (has(strictness.most)) return 'most';
  return undefined;
}
