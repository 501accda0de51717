/** A language that the catalogue's terms know. */
export type Language = 'en' | 'de';

/** Different words that nearly every sentence of the language needs and that its neighbours do not have, or have seldom. */
const STOP_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'with', 'must', 'shall', 'are', 'is', 'by', 'every', 'this', 'that'],
  de: ['und', 'der', 'die', 'das', 'ist', 'für', 'mit', 'nicht', 'werden', 'sind', 'wird', 'eine', 'zu'],
};

/** In running English and German one word in five to eight is among them; a neighbouring language stays below. */
const SMALLEST_SHARE = 0.05;
const FEWEST_DIFFERENT = 2;

/** All these words; `createLanguageCount` knows them by their place in this list. */
export const LANGUAGE_WORDS: readonly string[] = [...STOP_WORDS.en, ...STOP_WORDS.de];

/** Counts the words of a text that tell its language. */
export interface LanguageCount {
  /** Notes that many words, whichever they are. */
  readonly words: (count: number) => void;
  /** Notes that one of them is among `LANGUAGE_WORDS`. */
  readonly word: (place: number) => void;
  /**
   * The language that has more of its words in the text. `undefined` where there are too few to tell, as in an empty
   * text, in bare key words, and in every other language.
   */
  readonly language: () => Language | undefined;
}

export function createLanguageCount(): LanguageCount {
  let words = 0;
  const counts = new Uint32Array(LANGUAGE_WORDS.length);
  return {
    words: (count) => void (words += count),
    word: (place) => void (counts[place] = (counts[place] ?? 0) + 1),
    language: () => {
      const english = counts.subarray(0, STOP_WORDS.en.length);
      const german = counts.subarray(STOP_WORDS.en.length);
      const [language, found] =
        total(english) >= total(german) ? (['en', english] as const) : (['de', german] as const);
      const different = found.filter((count) => count > 0).length;
      return total(found) < words * SMALLEST_SHARE || different < FEWEST_DIFFERENT ? undefined : language;
    },
  };
}

function total(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
