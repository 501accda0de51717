import { createTermMatcher, type AddressedElements } from '../catalog/termMatcher';
import type { TermIndex } from '../catalog/termIndex';
import { createLanguageCount, type Language, type LanguageCount } from '../text/language';
import type { WordRun } from '../text/wordRun';
import { createSectionReader, type BodyText } from './sectionWords';

/** What a text says, in the words of an index whose further words are `LANGUAGE_WORDS`. */
export interface SettledText {
  readonly language: Language | undefined;
  readonly elements: AddressedElements;
}

/** Reads the text below the front matter, for the elements of some controls. */
export type TextReader = (body: BodyText, controls: readonly string[]) => SettledText;

/** Sentences that are read together, and how many of them the next passage repeats. */
const PASSAGE = 8;
const OVERLAP = 4;

/**
 * Reads texts in passages: some sentences in a row with the heading above them. Within one, people do not repeat the
 * subject ("Privileged utility programs. They are available to Platform only."), so a term may be spread over it. That
 * finds more than single sentences do, some of it wrongly; what is said to be missing then is missing in all likelihood.
 */
export function createTextReader(index: TermIndex): TextReader {
  const matcher = createTermMatcher(index);
  const languageWords = languageWordsOf(index);
  const readSections = createSectionReader(index.tree);
  return (body, controls) => {
    const finder = matcher(controls);
    const count = createLanguageCount();
    readSections(body, ({ title, words, starts }) => {
      countWords(title, languageWords, count);
      countWords(words, languageWords, count);
      finder.read(title, words);
      const sentences = starts.length - 1;
      for (let at = 0; at === 0 || at + OVERLAP < sentences; at += PASSAGE - OVERLAP)
        finder.look(starts[at] ?? 0, starts[Math.min(at + PASSAGE, sentences)] ?? 0);
    });
    const language = count.language();
    return { language, elements: language === undefined ? new Map() : finder.found };
  };
}

/** For each class the place of its word in `LANGUAGE_WORDS`; -1 for none. */
function languageWordsOf({ tree: { classWord }, others }: TermIndex): Int32Array {
  const placeOf = new Int32Array(classWord.length).fill(-1);
  others.forEach((word, place) => (placeOf[word] = place));
  const places = new Int32Array(classWord.length).fill(-1);
  // No word of a language is a stem, so of a class only the word that it adds can be one.
  for (let wordClass = 1; wordClass < places.length; wordClass++)
    places[wordClass] = placeOf[classWord[wordClass] as number] as number;
  return places;
}

function countWords({ classes, length }: WordRun, languageWords: Int32Array, count: LanguageCount): void {
  count.words(length);
  for (let at = 0; at < length; at++) {
    const word = languageWords[classes[at] as number] as number;
    if (word >= 0) count.word(word);
  }
}
