import { isPlaceholder, type PlaceholderWords } from './placeholder';

/** The words that dates are written with, in every language that the vocabulary knows. */
export interface DateWords extends PlaceholderWords {
  /** The number of a month by its name or abbreviation. */
  readonly month: (word: string) => number | undefined;
  /** True for what stands in a date besides day, month and year: "of", "den", the days of the week. */
  readonly isDateFiller: (word: string) => boolean;
}

/** What a value that should be a date says. */
export type DateReading =
  /** A day: then both are the same. A month, a quarter or a year: its first and its last day. */
  | { readonly kind: 'date'; readonly first: string; readonly last: string }
  /** A date that means two days, as `03/04/2018` does: nothing may be concluded from it. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'placeholder' | 'nothing' | 'not-understood' };

/** True for a day of the calendar written `YYYY-MM-DD`: `2026-02-30` is none. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `YYYY-MM-DD`; whether there is such a day is not asked. */
export function isoDay(year: number, month: number, date: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The number of days of a month; months count from 1. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads a date as people write it: `2026-06-01`, `Jun 1 2018`, `1. Juni 2018`, `01.06.2018`, `2018/06/01`, `June 2018`,
 * `Q3 2026`. What follows the date behind a bracket, a comma or a dash is a note. Total and linear.
 */
export function readDate(value: string, words: DateWords): DateReading {
  const text = value.trim().replace(/^[*_`"']+|[*_`"']+$/g, '');
  if (words.isEmptyValue(text)) return { kind: 'nothing' };
  if (isPlaceholder(text, words)) return { kind: 'placeholder' };
  return readWhole(text, words) ?? readWhole(withoutNote(text), words) ?? { kind: 'not-understood' };
}

const LONGEST_DATE = 40;

function readWhole(text: string, words: DateWords): DateReading | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  return readNumeric(text) ?? readPart(text) ?? readNamed(text, words);
}

/** `2026-05-01 (annual)`, `1 June 2026, CISO`, `2026-05-01 – board` without what explains it. */
function withoutNote(text: string): string {
  const note = /\s*[([;]|\s+[-–—|/+]\s|,\s*(?!\d{4})(?=\p{L})|\s+(?:by|durch|von|at|um)\s/u.exec(
    text.slice(1),
  );
  return note === null ? text : text.slice(0, note.index + 1);
}

/** Year, month and day by number, year first or year last. A time behind it is passed over. */
function readNumeric(text: string): DateReading | undefined {
  const iso =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}[\d:.]*\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (iso !== null) return day(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const last = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text);
  if (last === null) return undefined;
  const [, a = '', separator, b = '', y = ''] = last;
  const year = Number(y) + (y.length === 2 ? 2000 : 0);
  return separator === '.' ? day(year, Number(b), Number(a)) : eitherOrder(year, Number(a), Number(b));
}

/** With slashes and hyphens the day comes first to some and the month to others; numbers above twelve tell. */
function eitherOrder(year: number, a: number, b: number): DateReading | undefined {
  const dayFirst = day(year, b, a);
  const monthFirst = day(year, a, b);
  if (dayFirst === undefined || monthFirst === undefined || a === b) return dayFirst ?? monthFirst;
  return { kind: 'ambiguous', readings: [isoDay(year, b, a), isoDay(year, a, b)] };
}

/** A month, a quarter or a year: `2026-06`, `06/2026`, `Q3 2026`, `2026`. */
function readPart(text: string): DateReading | undefined {
  const month = /^(?<y>\d{4})[-/.](?<m>\d{1,2})$|^(?<m2>\d{1,2})[-/.](?<y2>\d{4})$/.exec(text)?.groups;
  if (month !== undefined) return months(Number(month.y ?? month.y2), Number(month.m ?? month.m2), 1);
  const quarter = /^Q([1-4])[\s/-]*(\d{4})$|^(\d{4})[\s/-]*Q([1-4])$/i.exec(text);
  if (quarter !== null)
    return months(Number(quarter[2] ?? quarter[3]), Number(quarter[1] ?? quarter[4]) * 3 - 2, 3);
  return /^(?:19|20)\d{2}$/.test(text) ? months(Number(text), 1, 12) : undefined;
}

/** A date with the month's name, in any order: `Jun 1st, 2018`, `1. Juni 2018`, `1-Jun-2018`, `June 2018`. */
function readNamed(text: string, words: DateWords): DateReading | undefined {
  const tokens = (text.match(/\p{L}+|\d+|[^\p{L}\d\s.,\-/']/gu) ?? []).filter(
    (token, index, all) =>
      !words.isDateFiller(token) && !(index > 0 && isOrdinalEnding(token, all[index - 1] ?? '')),
  );
  const named = tokens.flatMap((token) => words.month(token) ?? []);
  const numbers = tokens.filter((token) => /^\d+$/.test(token));
  const [month] = named;
  if (month === undefined || named.length > 1 || tokens.length !== numbers.length + 1) return undefined;
  const years = numbers.filter((number) => number.length === 4).map(Number);
  const [year] = years;
  if (year === undefined || years.length > 1 || numbers.length > 2) return undefined;
  const [date] = numbers.filter((number) => number.length <= 2).map(Number);
  return numbers.length === 1
    ? months(year, month, 1)
    : date === undefined
      ? undefined
      : day(year, month, date);
}

function isOrdinalEnding(token: string, before: string): boolean {
  return /^\d+$/.test(before) && /^(?:st|nd|rd|th|er|º|ª)$/i.test(token);
}

function day(year: number, month: number, date: number): DateReading | undefined {
  const text = isoDay(year, month, date);
  return isDate(text) ? { kind: 'date', first: text, last: text } : undefined;
}

/** `count` whole months from the first day of `month`. */
function months(year: number, month: number, count: number): DateReading | undefined {
  const first = isoDay(year, month, 1);
  const end = month + count - 1;
  return isDate(first) ? { kind: 'date', first, last: isoDay(year, end, daysIn(year, end)) } : undefined;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
