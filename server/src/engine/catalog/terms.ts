import { wordsOf } from '../text/words';
import type { Catalog } from './catalog';
import { readTerm, type PatternWord, type TermPattern } from './termSyntax';

/**
 * The terms of all elements, turned around for matching: from the first word of a pattern to the patterns, from these
 * to the terms, from these to the elements. Built once for a catalogue; matching changes nothing in it.
 */
export interface TermIndex {
  readonly terms: readonly IndexedTerm[];
  /** By the first word of a spelling; stems apart, because any prefix of a word may be one. */
  readonly whole: ReadonlyMap<string, readonly Spelling[]>;
  readonly stems: ReadonlyMap<string, readonly Spelling[]>;
  /** The lengths of the stems, ascending. */
  readonly stemLengths: readonly number[];
}

interface IndexedTerm {
  readonly control: string;
  readonly element: string;
  /** How many patterns one sentence must hold. */
  readonly patterns: number;
}

interface Spelling {
  readonly words: readonly PatternWord[];
  readonly pattern: IndexedPattern;
}

interface IndexedPattern {
  /** By control: the places in `TermIndex.terms` of the terms that need this pattern. */
  readonly terms: Map<string, number[]>;
}

/** Elements by control: `A.5.15` → `access-principles`, … */
export type AddressedElements = ReadonlyMap<string, ReadonlySet<string>>;

/** Prepares the element terms of a catalogue, in all languages: a document need not say in which it is written. */
export function compileTerms({ controls, termGroups }: Pick<Catalog, 'controls' | 'termGroups'>): TermIndex {
  const terms: IndexedTerm[] = [];
  const patterns = new Map<string, IndexedPattern>();
  const whole = new Map<string, Spelling[]>();
  const stems = new Map<string, Spelling[]>();
  const patternOf = ({ source, spellings }: TermPattern): IndexedPattern => {
    const known = patterns.get(source);
    if (known !== undefined) return known;
    const pattern: IndexedPattern = { terms: new Map() };
    patterns.set(source, pattern);
    for (const words of spellings) addSpelling({ words, pattern }, whole, stems);
    return pattern;
  };
  for (const { control, element, term } of termsOf(controls)) {
    const needed = new Set(readTerm(term, termGroups).map(patternOf));
    const place = terms.push({ control, element, patterns: needed.size }) - 1;
    for (const pattern of needed) append(pattern.terms, control, place);
  }
  const stemLengths = [...new Set([...stems.keys()].map((stem) => stem.length))].sort((a, b) => a - b);
  return { terms, whole, stems, stemLengths };
}

function termsOf(controls: Catalog['controls']): { control: string; element: string; term: string }[] {
  return controls.flatMap((control) =>
    control.card.elements.flatMap((element) =>
      Object.values(element.terms).flatMap((terms) => terms.map((term) => ({ control: control.id, element: element.id, term }))),
    ),
  );
}

/**
 * The elements of `controls` that a text settles, read from its sentences (`sentencesOf`): an element is settled where
 * one sentence holds all patterns of one of its terms, each in words of its own. A control with no settled element is
 * absent. Time grows with the length of the text alone: each word is looked up, and no pattern is tried twice at one place.
 */
export function addressedElements(index: TermIndex, sentences: readonly string[], controls: readonly string[]): AddressedElements {
  const found = new Map<string, Set<string>>();
  const spellingsOf = spellingLookup(index);
  for (const sentence of sentences) {
    const hits = new Map<number, (readonly number[])[]>();
    for (const [pattern, places] of patternsIn(wordsOf(sentence), spellingsOf)) {
      for (const control of controls) {
        for (const number of pattern.terms.get(control) ?? []) append(hits, number, places);
      }
    }
    for (const [number, places] of hits) {
      const term = index.terms[number];
      if (term?.patterns === places.length && haveOwnWords(places)) addTo(found, term.control, term.element);
    }
  }
  return found;
}

/** More places of one pattern than this in one sentence are not looked at. */
const MOST_PLACES = 4;

/** The patterns that a sentence holds, with the numbers of the words at which they begin. */
function patternsIn(words: readonly string[], spellingsOf: (word: string) => readonly Spelling[]): Map<IndexedPattern, number[]> {
  const found = new Map<IndexedPattern, number[]>();
  for (const [at, word] of words.entries()) {
    for (const { words: wanted, pattern } of spellingsOf(word)) {
      const places = found.get(pattern);
      if (places?.at(-1) === at || (places !== undefined && places.length >= MOST_PLACES)) continue;
      if (continues(words, at, wanted)) append(found, pattern, at);
    }
  }
  return found;
}

/** Whether each pattern can have a word of its own: `access*` and `access right*` need two words, not one. */
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

/** Spellings that may begin with a word. Texts repeat their words, so answers are kept for one text. */
function spellingLookup(index: TermIndex): (word: string) => readonly Spelling[] {
  const answers = new Map<string, readonly Spelling[]>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const spellings = [...(index.whole.get(word) ?? [])];
    for (const length of index.stemLengths) {
      if (length > word.length) break;
      spellings.push(...(index.stems.get(word.slice(0, length)) ?? []));
    }
    answers.set(word, spellings);
    return spellings;
  };
}

function addSpelling(spelling: Spelling, whole: Map<string, Spelling[]>, stems: Map<string, Spelling[]>): void {
  const first = spelling.words[0];
  if (first !== undefined) append(first.stem ? stems : whole, first.text, spelling);
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
