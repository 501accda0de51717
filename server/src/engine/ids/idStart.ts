import type { Span } from '../text/span';

/** True where a text has a digit; without one it holds no id. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

/**
 * Where an id can begin at all: at a digit, or at a letter of `A.5`, `annex a` and `iso` with what surely follows it. A
 * regular expression with all that may stand around an id is slow to try at every character; this is quick to see.
 */
export function mayBeginId(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return !isWord(text.charCodeAt(at - 1));
  const letter = code | LOWER;
  if ((letter !== A && letter !== I) || isWord(text.charCodeAt(at - 1))) return false;
  const next = text.charCodeAt(at + 1);
  if (letter === I) return (next | LOWER) === S || next > ASCII;
  if (isDigit(next) || (next | LOWER) === N) return true;
  // `A.`, `A_`, and `A` before a blank: a digit must follow.
  const isSign = next === 46 || next === 95 || next <= 32 || next > ASCII;
  return isSign && isDigit(text.charCodeAt(at + 2));
}

/**
 * Tells whether a span of a text holds something that an id in prose begins with: `A.5`, `annex`, `27001`. It may say so of
 * a span that begins within such a piece. The text is looked through once, whatever is asked.
 */
export function prefixIn(text: string): (span: Span) => boolean {
  const places = prefixPlaces(text);
  let next = 0;
  return ({ start, end }) => {
    while (next > 0 && (places[next - 1] as number) >= start) next--;
    while (next < places.length && (places[next] as number) < start) next++;
    return next < places.length && (places[next] as number) < end;
  };
}

/** Where the number of a prefix begins, or the word `annex`. */
function prefixPlaces(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlace = isDigit(code) ? endsPrefix(text, at, code) : (code | LOWER) === A && isAnnex(text, at);
    if (isPlace) places.push(at);
  }
  return places;
}

function endsPrefix(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  if ((before | LOWER) === A) return true;
  if (code === 50 && (text.startsWith('27001', at) || text.startsWith('27002', at))) return true;
  return (text.charCodeAt(at - 2) | LOWER) === A && !isWord(before);
}

function isAnnex(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | LOWER) === N && text.slice(at, at + 5).toLowerCase() === 'annex';
}

const LOWER = 32;
const ASCII = 127;
const A = 97;
const I = 105;
const N = 110;
const S = 115;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter or digit of ASCII. Those of other scripts are for the regular expression. */
export function isWord(code: number): boolean {
  const letter = code | LOWER;
  return (letter >= 97 && letter <= 122) || isDigit(code);
}
