import { wordsOf } from '../text/words';
import { phrasesFrom, type Phrase, type TermIndex } from './termIndex';
import type { PatternWord } from './termSyntax';

export { compileTerms, type TermIndex } from './termIndex';

/** Elements by control: `A.5.15` → `access-principles`, … */
export type AddressedElements = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The elements of `controls` that a text settles, read from its sentences (`sentencesOf`): an element is settled where
 * one sentence holds all patterns of one of its terms, each in words of its own. A control with no settled element is
 * absent. Time grows with the length of the text alone: each word is looked up, and no phrase is tried twice at one place.
 */
export function addressedElements(
  index: TermIndex,
  sentences: readonly string[],
  controls: readonly string[],
): AddressedElements {
  const found = new Map<string, Set<string>>();
  const wanted = new Set(controls);
  const phrasesOf = rememberedPhrases(index);
  for (const sentence of sentences) {
    const places = placesOfPatterns(wordsOf(sentence), phrasesOf, wanted);
    for (const term of termsAmong(places, index)) {
      const { control, element, patterns } = term;
      if (found.get(control)?.has(element) === true) continue;
      if (haveOwnWords(patterns.map((pattern) => places.get(pattern) ?? []))) addTo(found, control, element);
    }
  }
  return found;
}

/** More places of one pattern than this in one sentence are not looked at. */
const MOST_PLACES = 4;

/** The patterns of some controls that a sentence holds, with the numbers of the words at which they begin. */
function placesOfPatterns(
  words: readonly string[],
  phrasesOf: (word: string) => readonly Phrase[],
  controls: ReadonlySet<string>,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < words.length; at++) {
    for (const phrase of phrasesOf(words[at] ?? '')) {
      if (!continues(words, at, phrase.words)) continue;
      for (const [control, patterns] of phrase.patterns) {
        if (controls.has(control)) for (const pattern of patterns) notePlace(places, pattern, at);
      }
    }
  }
  return places;
}

function notePlace(places: Map<number, number[]>, pattern: number, at: number): void {
  const known = places.get(pattern);
  if (known === undefined) places.set(pattern, [at]);
  else if (known.length < MOST_PLACES && known[known.length - 1] !== at) known.push(at);
}

/** The terms all of whose patterns are among the found ones. */
function termsAmong(places: ReadonlyMap<number, unknown>, index: TermIndex): Set<TermIndex['terms'][number]> {
  const complete = new Set<TermIndex['terms'][number]>();
  for (const pattern of places.keys()) {
    for (const number of index.patterns[pattern] ?? []) {
      const term = index.terms[number];
      // Each term is looked at once, at the first of its patterns: the others are then there or not.
      if (term?.patterns[0] === pattern && term.patterns.every((needed) => places.has(needed)))
        complete.add(term);
    }
  }
  return complete;
}

/** Whether each pattern can have a word of its own: `access*` and `right*|access` need two words, not one. */
function haveOwnWords(places: readonly (readonly number[])[], taken: readonly number[] = []): boolean {
  const [first, ...others] = places;
  if (first === undefined) return true;
  return first.some((place) => !taken.includes(place) && haveOwnWords(others, [...taken, place]));
}

/** Whether the words after the first, which the look-up has matched, follow. */
function continues(words: readonly string[], at: number, wanted: readonly PatternWord[]): boolean {
  for (let index = 1; index < wanted.length; index++) {
    const word = words[at + index];
    const want = wanted[index];
    if (word === undefined || want === undefined) return false;
    if (want.stem ? !word.startsWith(want.text) : word !== want.text) return false;
  }
  return true;
}

/** Texts repeat their words, so answers are kept while one text is read. */
function rememberedPhrases(index: TermIndex): (word: string) => readonly Phrase[] {
  const answers = new Map<string, readonly Phrase[]>();
  return (word) => {
    let phrases = answers.get(word);
    if (phrases === undefined) {
      phrases = phrasesFrom(index, word);
      answers.set(word, phrases);
    }
    return phrases;
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
