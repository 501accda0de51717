/** A language that the catalogue's terms know. */
export type Language = 'en' | 'de';

/** Words that nearly every sentence of the language needs and that its neighbours do not have, or have seldom. */
const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set([
    'the',
    'and',
    'of',
    'to',
    'with',
    'must',
    'shall',
    'are',
    'is',
    'by',
    'every',
    'this',
    'that',
  ]),
  de: new Set([
    'und',
    'der',
    'die',
    'das',
    'ist',
    'für',
    'mit',
    'nicht',
    'werden',
    'sind',
    'wird',
    'eine',
    'zu',
  ]),
};

/** In running English and German one word in five to eight is among them; a neighbouring language stays below. */
const SMALLEST_SHARE = 0.05;
const FEWEST_DIFFERENT = 2;

/**
 * The language of a text, told by its stop words: the one that has more of them. `undefined` where there are too few to
 * tell, as in an empty text, in bare key words, and in every other language. The text comes as the words of its
 * sentences.
 */
export function languageOf(sentences: readonly (readonly string[])[]): Language | undefined {
  let words = 0;
  const english: string[] = [];
  const german: string[] = [];
  for (const sentence of sentences) {
    words += sentence.length;
    for (const word of sentence) {
      if (word.length > LONGEST_STOP_WORD) continue;
      if (STOP_WORDS.en.has(word)) english.push(word);
      else if (STOP_WORDS.de.has(word)) german.push(word);
    }
  }
  const [language, found] =
    english.length >= german.length ? (['en', english] as const) : (['de', german] as const);
  if (found.length < words * SMALLEST_SHARE || new Set(found).size < FEWEST_DIFFERENT) return undefined;
  return language;
}

const LONGEST_STOP_WORD = Math.max(
  ...Object.values(STOP_WORDS).flatMap((words) => [...words].map((word) => word.length)),
);
