import { hasDigit, mayBeginId } from './idStart';
import type { Namespace } from './mention';

export interface ScanOptions {
  /** Where `text` begins in the document. */
  readonly offset?: number;
  /**
   * What a number without a letter (`5.15`) is: `control` under a control key or in an id column, `clause` under
   * a clause key, `mixed` where both occur (a clause wins a collision), `none` in prose.
   */
  readonly bare: 'control' | 'clause' | 'mixed' | 'none';
  /** The namespace that a key, column or framework cell has already decided. */
  readonly namespace?: Namespace | undefined;
}

/** One id as written, before ranges are put together. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly prefixed: boolean;
  /** True where the spelling itself names ISO/IEC 27001 or 27002. */
  readonly named: boolean;
  readonly edition: string | undefined;
  readonly numbers: readonly (number | 'x')[];
  /** What stands for the annex before the numbers: `A.`, `annex a `, or nothing. */
  readonly annex: string;
}

const STANDARD = String.raw`(?:(?:iso(?:\s?\/?\s?iec)?[\s-]{0,2})?2700[12](?::(20\d\d))?[\s:/-]{0,3})`;
const ANNEX = String.raw`(?:annex\s{0,2}a(?:[\s.]{0,2}controls?)?[\s.]{0,2}|A[._]|a[._]|A\s?)`;
const NUMBERS = String.raw`(\d{1,2})(?:[._](\d{1,2}|x)(?:[._](\d{1,2}|x))?)?`;
/** Read at the places that `mayBeginId` names. No letter or number goes on before the id (`PR.AA-05`) or after it (`5.15-beta`, `1.2.3.4`); a hyphen may begin a range, an underscore emphasis. */
const BEFORE = String.raw`(?<![\p{L}\p{N}])(?<![\p{L}\p{N}]_)(?<!\p{N}\.)(?<!\p{L}[.-])`;
const AFTER = String.raw`(?![\p{L}\p{N}]|[._]\d|-(?!a[._\s]?\d)\p{L})`;
const ID = new RegExp(`${BEFORE}${STANDARD}?(${ANNEX})?${NUMBERS}${AFTER}`, 'iuy');
/** A range sign, or a word for one. A sign at the start of a line is a bullet of a list. */
export const CHAIN = /^(?:\s*(?:to|through|until|bis(?:\s+zu)?)\b|[^\S\r\n]*(?:–|—|-{1,2}|\.{2,3}|…))\s*$/i;
/** A range sign that touches the ids on both sides: `A.5.29-30`. */
export const TIGHT_CHAIN = /^(?:–|—|-|\.{2,3}|…)$/;
/** Quotes and emphasis may stand around each item: `"5.15", "5.16"`, `**5.15**`. */
const LIST_GAP = /^["'*_`()[\]\s]*(?:[,;/&|+·•]|and|und|or|oder|sowie)?["'*_`()[\]\s]*$/i;

/** What every id in prose begins with; most sentences hold none of it, and that is quick to see. */
const HAS_PREFIX = /a[._\s]?\d|annex|2700[12]/i;

/** The ids and the lone numbers that may end a range, in order, as far as the options let them count. */
export function acceptedTokens(text: string, options: ScanOptions): Token[] {
  const tokens: Token[] = [];
  if (!hasDigit(text) || (options.bare === 'none' && !HAS_PREFIX.test(text))) return tokens;
  for (let at = 0; at < text.length;) {
    const match = mayBeginId(text, at) ? idAt(text, at) : null;
    if (match === null) {
      at++;
      continue;
    }
    const token = tokenOf(match);
    if (isAcceptable(text, token, tokens.at(-1), options)) tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The id that begins at an offset. */
export function idAt(text: string, at: number): RegExpExecArray | null {
  ID.lastIndex = at;
  return ID.exec(text);
}

const LONGEST_GAP = 24;
const LEADS_IN =
  /(?:[,;:(|\n]|\b(?:controls?|clauses?|klauseln?|kapitel|abschnitte?|maßnahmen?))["'*_`\s]{0,4}$/i;

/** True where a number without a letter stands as one item of a list, and not somewhere in a sentence or a title. */
function isJoined(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return LEADS_IN.test(text.slice(to - LONGEST_GAP, to));
  const gap = text.slice(from, to);
  return LIST_GAP.test(gap) || CHAIN.test(gap) || LEADS_IN.test(gap);
}

function tokenOf(match: RegExpMatchArray): Token {
  const [whole, edition, annex, first, second, third] = match;
  const start = match.index ?? 0;
  const numbers = [numberOf(first)];
  if (second !== undefined) numbers.push(numberOf(second));
  if (third !== undefined) numbers.push(numberOf(third));
  // Nothing else in an id is as long.
  const named = whole.length > 4 && /2700[12]/.test(whole);
  return {
    start,
    end: start + whole.length,
    prefixed: annex !== undefined || named,
    named,
    edition,
    numbers,
    annex: annex ?? '',
  };
}

function numberOf(part: string | undefined): number | 'x' {
  return part === 'x' || part === 'X' ? 'x' : Number(part);
}

function isAcceptable(
  text: string,
  token: Token,
  previous: Token | undefined,
  options: ScanOptions,
): boolean {
  const ends = previous?.end ?? 0;
  if (!token.prefixed) {
    const goesOn =
      previous !== undefined && token.numbers.length === 1 && TIGHT_CHAIN.test(text.slice(ends, token.start));
    if (options.bare === 'none') return goesOn;
    // A lone number is kept here and dropped later unless it ends a range.
    return goesOn || isJoined(text, ends, token.start);
  }
  if (options.bare !== 'none') return true;
  // In prose a lower-case letter or a bare space is too often an English article: "a 5.15 release".
  const { annex, numbers } = token;
  if (/^a\s/i.test(annex)) return annex.startsWith('A') && numbers.length > 1;
  return numbers.length > 1 || /^annex/i.test(annex) || annex.startsWith('A.');
}
