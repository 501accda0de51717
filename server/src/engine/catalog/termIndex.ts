import { createWordTree, type TreeWord, type WordTree } from '../text/wordTree';
import type { Catalog } from './catalog';
import { patternsOf, phrasesOf, readPhrase, type PatternWord, type TermGroups } from './termSyntax';

/**
 * The terms of all elements turned around for matching: from a control to its phrases, from a phrase to the pattern that
 * it answers, from a pattern to its terms, from a term to its element. Numbers are places in the lists. Built once for a catalogue; matching changes nothing in it.
 */
export interface TermIndex {
  /** For each pattern the terms whose first it is. */
  readonly patterns: readonly (readonly IndexedTerm[])[];
  /** All words of phrases, and those that `compileTerms` was given besides. */
  readonly tree: WordTree;
  /** The number of each word that `compileTerms` was given besides. */
  readonly others: readonly number[];
  /** The phrases of a control's terms. */
  readonly phrases: ReadonlyMap<string, readonly AnsweringPhrase[]>;
}

export interface IndexedTerm {
  readonly control: string;
  readonly element: string;
  /** The patterns that one sentence must hold. */
  readonly patterns: readonly number[];
}

/** A phrase by the numbers of its words. */
export interface Phrase {
  readonly first: number;
  readonly rest: readonly number[];
}

export interface AnsweringPhrase {
  readonly phrase: Phrase;
  /** The pattern that it answers. */
  readonly pattern: number;
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
  const words = createWordNumbers();
  const phrasesIn = createPhrases(termGroups, words.numberOf);
  const phrases = new Map<string, AnsweringPhrase[]>();
  for (const { id: control, card } of controls) {
    const known = new Map<string, number>();
    const answering = remembered(phrases, control, () => []);
    const patternOf = (source: string): number =>
      remembered(known, source, () => {
        const pattern = patterns.push([]) - 1;
        for (const phrase of phrasesIn(source)) answering.push({ phrase, pattern });
        return pattern;
      });
    for (const { id: element, terms } of card.elements) {
      for (const term of Object.values(terms).flat()) {
        const needed = [...new Set(patternsOf(term).map(patternOf))];
        patterns[needed[0] ?? -1]?.push({ control, element, patterns: needed });
      }
    }
  }
  const numbers = others.map((text) => words.numberOf({ text, stem: false }));
  return { patterns, phrases, tree: createWordTree(words.all), others: numbers };
}

/** All phrases of a pattern's source, in each of their spellings. Many controls use the same ones. */
function createPhrases(
  groups: TermGroups,
  numberOf: (word: PatternWord) => number,
): (source: string) => readonly Phrase[] {
  const byPattern = new Map<string, readonly Phrase[]>();
  const bySource = new Map<string, readonly Phrase[]>();
  const read = (source: string): readonly Phrase[] =>
    readPhrase(source).flatMap((spelling) => {
      const [first, ...rest] = spelling.map(numberOf);
      return first === undefined ? [] : { first, rest };
    });
  const spellingsOf = (source: string): readonly Phrase[] => remembered(bySource, source, () => read(source));
  return (source) => remembered(byPattern, source, () => phrasesOf(source, groups).flatMap(spellingsOf));
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
