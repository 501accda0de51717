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
