import { createWordTree, type TreeWord, type WordTree } from '../text/wordTree';
import type { Catalog } from './catalog';
import { patternsOf, phrasesOf, readPhrase, type PatternWord, type TermGroups } from './termSyntax';

/**
 * The terms of all elements turned around for matching: from a word to the phrases that begin with it, from a phrase to
 * the patterns that it answers, from a pattern to its terms, from a term to its element. Numbers are places in the
 * lists. Built once for a catalogue; matching changes nothing in it.
 */
export interface TermIndex {
  /** For each pattern the terms whose first it is. */
  readonly patterns: readonly (readonly IndexedTerm[])[];
  /** The control of each pattern: no two share one. */
  readonly controls: readonly string[];
  /** All words of phrases, and those that `compileTerms` was given besides. */
  readonly tree: WordTree;
  /** The number of each word that `compileTerms` was given besides. */
  readonly others: readonly number[];
  /** Phrases by the number of their first word. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
}

export interface IndexedTerm {
  readonly control: string;
  readonly element: string;
  /** The patterns that one sentence must hold. */
  readonly patterns: readonly number[];
}

export interface Phrase {
  /** The words behind the first, by number. */
  readonly rest: readonly number[];
  /** The patterns that it answers. */
  readonly patterns: readonly number[];
}

/**
 * Prepares the element terms of a catalogue, in all languages: a document need not say in which it is written. `others`
 * are words that are to be told in the same look at a text.
 */
export function compileTerms(
  { controls, termGroups }: Pick<Catalog, 'controls' | 'termGroups'>,
  others: readonly string[] = [],
): TermIndex {
  const patterns: IndexedTerm[][] = [];
  const controlOf: string[] = [];
  const phrases = createPhrases(termGroups);
  for (const { id: control, card } of controls) {
    const known = new Map<string, number>();
    const patternOf = (source: string): number => {
      const existing = known.get(source);
      if (existing !== undefined) return existing;
      const pattern = patterns.push([]) - 1;
      controlOf.push(control);
      known.set(source, pattern);
      phrases.answer(source, pattern);
      return pattern;
    };
    for (const { id: element, terms } of card.elements) {
      for (const term of Object.values(terms).flat()) {
        const needed = [...new Set(patternsOf(term).map(patternOf))];
        patterns[needed[0] ?? -1]?.push({ control, element, patterns: needed });
      }
    }
  }
  return { patterns, controls: controlOf, ...phrases.indexed(others) };
}

interface GrowingPhrase extends Phrase {
  readonly patterns: number[];
}

interface Phrases {
  /** Notes that all phrases of a pattern's source, in each of their spellings, answer a pattern. */
  answer(source: string, pattern: number): void;
  indexed(others: readonly string[]): Pick<TermIndex, 'tree' | 'others' | 'phrases'>;
}

function createPhrases(groups: TermGroups): Phrases {
  const words = createWordNumbers();
  const byFirst = new Map<number, GrowingPhrase[]>();
  const byPattern = new Map<string, readonly GrowingPhrase[]>();
  const bySource = new Map<string, readonly GrowingPhrase[]>();
  const spellingsOf = (source: string): readonly GrowingPhrase[] =>
    remembered(bySource, source, () =>
      readPhrase(source).flatMap((spelling) => {
        const [first, ...rest] = spelling.map(words.numberOf);
        if (first === undefined) return [];
        const phrase: GrowingPhrase = { rest, patterns: [] };
        remembered(byFirst, first, () => []).push(phrase);
        return phrase;
      }),
    );
  return {
    answer: (source, pattern) => {
      const answering = remembered(byPattern, source, () => phrasesOf(source, groups).flatMap(spellingsOf));
      for (const { patterns } of answering) patterns.push(pattern);
    },
    indexed: (others) => {
      const numbers = others.map((text) => words.numberOf({ text, stem: false }));
      return { tree: createWordTree(words.all), others: numbers, phrases: byFirst };
    },
  };
}

function createWordNumbers(): {
  readonly all: readonly TreeWord[];
  readonly numberOf: (word: PatternWord) => number;
} {
  const all: TreeWord[] = [];
  const wholes = new Map<string, number>();
  const stems = new Map<string, number>();
  return {
    all,
    numberOf: (word) => remembered(word.stem ? stems : wholes, word.text, () => all.push(word) - 1),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const found = find();
  known.set(key, found);
  return found;
}
