import { createWordTree, type TreeWord, type WordTree } from '../text/wordTree';
import type { Catalog } from './catalog';
import { readPhrase, readTerm, type PatternWord } from './termSyntax';

/**
 * The terms of all elements turned around for matching: from a word to the phrases that begin with it, from a phrase to
 * the patterns that it answers, from a pattern to its terms, from a term to its element. Numbers are places in the
 * lists. Built once for a catalogue; matching changes nothing in it.
 */
export interface TermIndex {
  /** For each pattern the terms whose first it is. */
  readonly patterns: readonly (readonly IndexedTerm[])[];
  /** All words of phrases, and behind them those that `compileTerms` was given besides. */
  readonly tree: WordTree;
  /** How many words the phrases have. */
  readonly words: number;
  /** Phrases by the number of their first word. */
  readonly phrases: readonly (readonly Phrase[])[];
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
  /** By control: the patterns of its elements' terms that this phrase answers. */
  readonly patterns: ReadonlyMap<string, readonly number[]>;
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
  const phrases = createPhrases();
  for (const control of controls) {
    const known = new Map<string, number>();
    const patternOf = ([source, alternatives]: readonly [string, readonly string[]]): number => {
      const existing = known.get(source);
      if (existing !== undefined) return existing;
      const pattern = patterns.push([]) - 1;
      known.set(source, pattern);
      for (const phrase of alternatives) phrases.answer(phrase, control.id, pattern);
      return pattern;
    };
    for (const element of control.card.elements) {
      for (const term of Object.values(element.terms).flat()) {
        const needed = [...new Set(readTerm(term, termGroups).map(patternOf))];
        patterns[needed[0] ?? -1]?.push({ control: control.id, element: element.id, patterns: needed });
      }
    }
  }
  return { patterns, ...phrases.indexed(others) };
}

interface GrowingPhrase {
  readonly words: readonly PatternWord[];
  readonly patterns: Map<string, number[]>;
}

interface Phrases {
  /** Notes that a phrase, in each of its spellings, answers a pattern of a control. */
  answer(phrase: string, control: string, pattern: number): void;
  indexed(others: readonly string[]): Pick<TermIndex, 'tree' | 'words' | 'phrases'>;
}

function createPhrases(): Phrases {
  const bySource = new Map<string, readonly GrowingPhrase[]>();
  const phrasesOf = (source: string): readonly GrowingPhrase[] => {
    const known = bySource.get(source);
    if (known !== undefined) return known;
    const phrases = readPhrase(source).map((words) => ({ words, patterns: new Map<string, number[]>() }));
    bySource.set(source, phrases);
    return phrases;
  };
  return {
    answer: (source, control, pattern) => {
      for (const { patterns } of phrasesOf(source)) append(patterns, control, pattern);
    },
    indexed: (others) => {
      const words = new Map<string, TreeWord & { readonly number: number }>();
      const numberOf = ({ text, stem }: PatternWord): number => {
        const key = stem ? `${text}*` : text;
        const known = words.get(key) ?? { text, stem, number: words.size };
        words.set(key, known);
        return known.number;
      };
      const phrases: Phrase[][] = [];
      for (const { words: all, patterns } of [...bySource.values()].flat()) {
        const [first, ...rest] = all.map(numberOf);
        if (first !== undefined) (phrases[first] ??= []).push({ rest, patterns });
      }
      const besides = others.map((text) => ({ text, stem: false }));
      return {
        tree: createWordTree([...words.values(), ...besides]),
        words: words.size,
        phrases: Array.from({ length: words.size }, (_, number) => phrases[number] ?? []),
      };
    },
  };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
