import { daysIn, isoDay } from './date';
import { isPlaceholder, type PlaceholderWords } from './placeholder';
import { wordsOf } from './words';

/** The words that frequencies are written with, in every language that the vocabulary knows. */
export interface PeriodWords extends PlaceholderWords {
  /** The ISO 8601 duration of a word such as "annual" or "vierteljährlich". */
  readonly period: (words: string) => string | undefined;
  readonly periodUnit: (word: string) => PeriodUnit | undefined;
  /** The number that a word such as "two" or "zweite" stands for. */
  readonly number: (word: string) => number | undefined;
  /** True for what may stand before a period: "every", "at least", "mindestens". */
  readonly isPeriodFiller: (word: string) => boolean;
  /** True where an event decides and not the calendar: "as needed", "bei Bedarf". */
  readonly isEventPeriod: (words: string) => boolean;
  /** True for words of two senses or none: "biannual", "regularly". */
  readonly isAmbiguousPeriod: (words: string) => boolean;
}

export type PeriodUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Period {
  readonly months: number;
  readonly days: number;
}

/** What a value that should say how often says. */
export type PeriodReading =
  | { readonly kind: 'period'; readonly period: Period }
  /** "As needed": an event decides, so that nothing falls due by the calendar. */
  | { readonly kind: 'event' }
  /** "Biannual", "regularly": nothing may be concluded from it. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'placeholder' | 'nothing' | 'not-understood' };

/**
 * Reads how often something is done: `annual`, `12` (months), `P1Y`, `every two years`, `alle 6 Monate`, `jährlich`. Of
 * several periods in one value the longest counts, so that nothing is called overdue too early. Total and linear.
 */
export function readPeriod(value: string | number, words: PeriodWords): PeriodReading {
  const text = String(value)
    .trim()
    .replace(/^[*_`"']+|[*_`"']+$/g, '');
  if (words.isEmptyValue(text)) return { kind: 'nothing' };
  if (isPlaceholder(text, words)) return { kind: 'placeholder' };
  const plain = readDuration(text) ?? readMonths(text);
  if (plain !== undefined) return { kind: 'period', period: plain };
  return readWords(wordsOf(text.slice(0, LONGEST_VALUE)), words);
}

/** True where words name an interval, a deadline or a length of time anywhere: "within 24 hours", "each quarter". */
export function namesPeriod(tokens: readonly string[], words: PeriodWords): boolean {
  return tokens.some((_, at) => periodAt(tokens, at, words)?.kind === 'period');
}

/** The day that lies a period after another; the 31st falls on the last day of a shorter month. */
export function addPeriod(date: string, { months, days }: Period): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return addDays(isoDay(newYear, newMonth, Math.min(day, daysIn(newYear, newMonth))), days);
}

/** The day that lies some days after another, or before it. */
export function addDays(date: string, days: number): string {
  let [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  day += days;
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  while (day < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year--;
    day += daysIn(year, month);
  }
  return isoDay(year, month, day);
}

const LONGEST_VALUE = 200;
/** No review is planned for longer ahead; a larger number is something else. */
const MOST_MONTHS = 240;

function readDuration(text: string): Period | undefined {
  const match = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T.*)?$/i.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days };
}

/** A bare number counts months. */
function readMonths(text: string): Period | undefined {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return months > 0 && months <= MOST_MONTHS ? { months, days: 0 } : undefined;
}

/** Longest phrase of the vocabulary, in words. */
const LONGEST_PHRASE = 4;

function readWords(tokens: readonly string[], words: PeriodWords): PeriodReading {
  let longest: Period | undefined;
  for (let at = 0; at < tokens.length;) {
    const found = periodAt(tokens, at, words);
    if (found !== undefined) {
      if (found.kind !== 'period') return longest === undefined ? found : { kind: 'period', period: longest };
      if (longest === undefined || lengthOf(found.period) > lengthOf(longest)) longest = found.period;
      at += found.words;
    } else if (longest !== undefined || words.isPeriodFiller(tokens[at] ?? '')) at++;
    else return { kind: 'not-understood' };
  }
  return longest === undefined ? { kind: 'not-understood' } : { kind: 'period', period: longest };
}

type Found =
  | { readonly kind: 'period'; readonly period: Period; readonly words: number }
  | { readonly kind: 'event' | 'ambiguous' };

function periodAt(tokens: readonly string[], at: number, words: PeriodWords): Found | undefined {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    if (at + length > tokens.length) continue;
    const phrase = tokens.slice(at, at + length).join(' ');
    const duration = words.period(phrase);
    const period = duration === undefined ? undefined : readDuration(duration);
    if (period !== undefined) return { kind: 'period', period, words: length };
    if (words.isEventPeriod(phrase)) return { kind: 'event' };
    if (words.isAmbiguousPeriod(phrase)) return { kind: 'ambiguous' };
  }
  return countedAt(tokens, at, words);
}

/** `6 months`, `two years`, `6-monthly`, `12M`; a unit without a number is one of it ("every year", "per quarter"). */
function countedAt(tokens: readonly string[], at: number, words: PeriodWords): Found | undefined {
  const [token = '', next = '', afterNext = ''] = tokens.slice(at, at + 3);
  const joined = /^(\d{1,3})(\p{L}+)$/u.exec(token);
  const joinedUnit = words.periodUnit(joined?.[2] ?? '');
  if (joinedUnit !== undefined) return counted(Number(joined?.[1]), joinedUnit, 1);
  const number = /^\d{1,3}$/.test(token) ? Number(token) : words.number(token);
  if (number !== undefined) {
    // "1 full year", "12 calendar months"
    const skipped = words.isPeriodFiller(next) && words.periodUnit(next) === undefined ? 1 : 0;
    const name = skipped === 1 ? afterNext : next;
    const unit = words.periodUnit(name);
    if (unit !== undefined) return counted(number, unit, 2 + skipped);
    const base = readDuration(words.period(name) ?? '');
    if (base === undefined) return undefined;
    const period = { months: base.months * number, days: base.days * number };
    return { kind: 'period', period, words: 2 + skipped };
  }
  const unit = token.length > 1 ? words.periodUnit(token) : undefined;
  return unit === undefined ? undefined : counted(1, unit, 1);
}

function counted(number: number, unit: PeriodUnit, words: number): Found | undefined {
  const months =
    unit === 'month' ? number : unit === 'quarter' ? number * 3 : unit === 'year' ? number * 12 : 0;
  const days = Math.ceil(number * (DAYS[unit] ?? 0));
  return number === 0 ? undefined : { kind: 'period', period: { months, days }, words };
}

/** Less than a day counts as one: the calendar knows no hours. */
const DAYS: Readonly<Partial<Record<PeriodUnit, number>>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
};

function lengthOf({ months, days }: Period): number {
  return months * 31 + days;
}
