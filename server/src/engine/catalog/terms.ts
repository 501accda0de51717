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
  const phrasesAt = phraseFinder(index, controls);
  return elementsIn(
    index,
    sentences.map((sentence) => passageOf(wordsOf(sentence), phrasesAt)),
  );
}

/** Words that are read together, each with the phrases that it may begin. */
export interface Passage {
  readonly words: readonly string[];
  readonly phrases: readonly (readonly WantedPhrase[])[];
}

/** A phrase with the patterns of the wanted controls that it answers. */
export interface WantedPhrase {
  readonly words: readonly PatternWord[];
  readonly patterns: readonly number[];
}

export type PhraseFinder = (word: string) => readonly WantedPhrase[];

const NO_PHRASES: readonly WantedPhrase[] = [];

/** Finds the phrases of some controls by their first word. Texts repeat their words, so answers are kept. */
export function phraseFinder(
  index: TermIndex,
  controls: readonly string[],
  phrasesOf: (word: string) => readonly Phrase[] = (word) => phrasesFrom(index, word),
): PhraseFinder {
  const wanted = [...new Set(controls)];
  const answers = new Map<string, readonly WantedPhrase[]>();
  return (word) => {
    let phrases = answers.get(word);
    if (phrases === undefined) {
      phrases = wantedAmong(phrasesOf(word), wanted);
      answers.set(word, phrases);
    }
    return phrases;
  };
}

function wantedAmong(phrases: readonly Phrase[], controls: readonly string[]): readonly WantedPhrase[] {
  const found: WantedPhrase[] = [];
  for (const { words, patterns } of phrases) {
    let answered: readonly number[] | undefined;
    for (const control of controls) {
      const own = patterns.get(control);
      if (own !== undefined) answered = answered === undefined ? own : [...answered, ...own];
    }
    if (answered !== undefined) found.push({ words, patterns: answered });
  }
  return found.length === 0 ? NO_PHRASES : found;
}

export function passageOf(words: readonly string[], phrasesAt: PhraseFinder): Passage {
  return { words, phrases: words.map(phrasesAt) };
}

/** The elements that passages settle. */
export function elementsIn(index: TermIndex, passages: readonly Passage[]): AddressedElements {
  const found = new Map<string, Set<string>>();
  for (const passage of passages) {
    const places = placesOfPatterns(passage);
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

/** The patterns that a passage holds, with the numbers of the words at which they begin. */
function placesOfPatterns({ words, phrases }: Passage): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < words.length; at++) {
    const begun = phrases[at];
    if (begun === undefined || begun === NO_PHRASES) continue;
    for (const phrase of begun) {
      if (!continues(words, at, phrase.words)) continue;
      for (const pattern of phrase.patterns) notePlace(places, pattern, at);
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

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
