const ASCII = /^[\x20-\x7e\s]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
/** The same for plain ASCII, several times as fast. */
const ASCII_WORD = /[a-z0-9]+/g;

/**
 * The words of a text for comparing: runs of letters and digits, composed (NFC), in lower case, `ß` as `ss`. All else
 * separates, so that `need-to-know` and `need to know` are the same three words.
 */
export function wordsOf(text: string): readonly string[] {
  const folded = text.toLowerCase();
  if (ASCII.test(folded)) return folded.match(ASCII_WORD) ?? [];
  return foldText(text).match(WORD) ?? [];
}

/** A text in the one spelling in which texts are compared. Offsets into it are not offsets into the original. */
export function foldText(text: string): string {
  const folded = text.toLowerCase();
  return ASCII.test(folded) ? folded : folded.normalize('NFC').replaceAll('ß', 'ss');
}
