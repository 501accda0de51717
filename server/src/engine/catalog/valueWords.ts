import type { DateWords } from '../text/date';
import type { PeriodUnit, PeriodWords } from '../text/period';
import { onDemand } from '../text/onDemand';
import { wordsOf } from '../text/words';
import { lookup, normalise, type Lookup } from './lookup';

/** How dates, frequencies and what stands for them are written: parts of `catalog/vocabulary.yaml`. */
export interface ValueWordsData {
  /** By the number of the month. */
  readonly months: Readonly<Record<string, readonly string[]>>;
  readonly dateFillers: readonly string[];
  readonly placeholders: readonly string[];
  readonly emptyValues: readonly string[];
  readonly placeholderText: Readonly<Record<'asks' | 'nouns', readonly string[]>>;
  /** By ISO 8601 duration. */
  readonly periods: Readonly<Record<string, readonly string[]>>;
  readonly periodUnits: Readonly<Record<PeriodUnit, readonly string[]>>;
  readonly numberWords: Readonly<Record<string, readonly string[]>>;
  readonly periodFillers: readonly string[];
  readonly eventPeriods: readonly string[];
  readonly ambiguousPeriods: readonly string[];
}

/** The look-ups that the vocabulary takes over. */
export function createValueWords(data: ValueWordsData): {
  readonly dates: DateWords & PeriodWords;
  readonly isPlaceholderText: (text: string) => boolean;
} {
  return { dates: dateWords(data), isPlaceholderText: placeholderText(data.placeholderText) };
}

function dateWords(data: ValueWordsData): DateWords & PeriodWords {
  const month = lookup(data.months);
  const number = lookup(data.numberWords);
  const placeholders = new Set(data.placeholders.map(normalise));
  const empty = new Set(data.emptyValues.map(normalise));
  return {
    month: (word) => numberOf(month(word)),
    isDateFiller: phraseIn(data.dateFillers),
    isPlaceholderWord: (text) => placeholders.has(normalise(text)),
    isEmptyValue: (text) => !/[\p{L}\p{N}_?…[<{]|\.{3}/u.test(text) || empty.has(normalise(text)),
    period: phrases(data.periods),
    periodUnit: phrases(data.periodUnits),
    number: (word) => numberOf(number(word)),
    isPeriodFiller: phraseIn(data.periodFillers),
    isEventPeriod: phraseIn(data.eventPeriods),
    isAmbiguousPeriod: phraseIn(data.ambiguousPeriods),
  };
}

/** A few words that begin or end with one that asks for a value, or that name what is missing. */
function placeholderText({ asks, nouns }: ValueWordsData['placeholderText']): (text: string) => boolean {
  const asking = new Set(asks.map(normalise));
  const naming = new Set(nouns.map(normalise));
  return (text) => {
    const words = normalise(text).split(' ');
    if (words.length > MOST_PLACEHOLDER_WORDS || !/\p{L}{2}/u.test(text)) return false;
    const [first = '', second = ''] = words;
    const last = words.at(-1) ?? '';
    return (
      // "name of the tester", "Name des Unternehmens"
      (naming.has(first) && /^(?:of|des|der|de|du|da|do|van)$/.test(second)) ||
      asking.has(first) ||
      asking.has(last) ||
      (words.length <= 4 && (naming.has(last) || naming.has(words.join(' '))))
    );
  };
}

const MOST_PLACEHOLDER_WORDS = 8;

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Phrases by meaning, compared word by word. */
function phrases<Meaning extends string>(
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): Lookup<Meaning> {
  const meanings = onDemand(() => {
    const entries = Object.entries(spellings) as [Meaning, readonly string[]][];
    return new Map(
      entries.flatMap(([meaning, words]) => words.map((word) => [wordsOf(word).join(' '), meaning] as const)),
    );
  });
  return (words) => meanings().get(wordsOf(words).join(' '));
}

function phraseIn(spellings: readonly string[]): (words: string) => boolean {
  const known = onDemand(() => new Set(spellings.map((spelling) => wordsOf(spelling).join(' '))));
  return (words) => known().has(wordsOf(words).join(' '));
}
