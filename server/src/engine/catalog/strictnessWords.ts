import { wordsOf } from '../text/words';

/** A span of time that requirements count in. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The words of `strictness` in `catalog/vocabulary.yaml`. */
export interface StrictnessData {
  readonly limits: readonly string[];
  readonly all: readonly string[];
  readonly least: readonly string[];
  readonly most: readonly string[];
  readonly every: readonly string[];
  readonly units: Readonly<Record<TimeUnit, readonly string[]>>;
  readonly intervals: Readonly<Partial<Record<TimeUnit, readonly string[]>>>;
}

/** The phrases as `wordsOf` reads a text, joined by blanks. */
export interface StrictnessWords {
  /** What lets a requirement hold in fewer cases. */
  readonly limits: readonly string[];
  /** What lets it hold in every case. */
  readonly all: readonly string[];
  /** Before a number: it is the smallest that is allowed, the largest, an interval. */
  readonly least: readonly string[];
  readonly most: readonly string[];
  readonly every: readonly string[];
  readonly unit: (word: string) => TimeUnit | undefined;
  /** The interval of a single word: "quarterly". */
  readonly interval: (word: string) => TimeUnit | undefined;
}

export function createStrictnessWords(data: StrictnessData): StrictnessWords {
  const phrases = (list: readonly string[]): string[] => list.map((phrase) => wordsOf(phrase).join(' '));
  const units = meanings(data.units);
  const intervals = meanings(data.intervals);
  return {
    limits: phrases(data.limits),
    all: phrases(data.all),
    least: phrases(data.least),
    most: phrases(data.most),
    every: phrases(data.every),
    unit: (word) => units.get(word),
    interval: (word) => intervals.get(word),
  };
}

function meanings(words: Readonly<Partial<Record<TimeUnit, readonly string[]>>>): Map<string, TimeUnit> {
  const entries = Object.entries(words) as [TimeUnit, readonly string[]][];
  return new Map(
    entries.flatMap(([unit, list]) => list.map((word) => [wordsOf(word).join(' '), unit] as const)),
  );
}
