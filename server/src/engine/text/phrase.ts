import { foldText, wordsOf } from './words';

/**
 * Tells whether a text holds the words of a phrase one after the other, whatever stands between them. The text is folded
 * when first asked, and never cut into words: most words of it are in no phrase.
 */
export function createPhraseSearch(text: string): (phrase: string) => boolean {
  let folded: string | undefined;
  return (phrase) => {
    folded ??= foldText(text);
    const words = wordsOf(phrase);
    const [first] = words;
    if (first === undefined) return wordsOf(text).length === 0;
    for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1))
      if (!endsInWord(folded, at) && goesOn(folded, at, words)) return true;
    return false;
  };
}

/** Whether all words follow each other from `start` on. */
function goesOn(text: string, start: number, words: readonly string[]): boolean {
  let at = start;
  for (const word of words) {
    while (at > start && at < text.length && !beginsWithWord(text, at)) at++;
    if (!text.startsWith(word, at) || beginsWithWord(text, at + word.length)) return false;
    at += word.length;
  }
  return true;
}

/** Whether a letter or digit begins at an offset. */
function beginsWithWord(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code < 0x80 ? isAsciiWord(code) : /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** Whether a letter or digit ends at an offset. */
function endsInWord(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  return code < 0x80 ? isAsciiWord(code) : /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** Of a folded text: without capitals. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
