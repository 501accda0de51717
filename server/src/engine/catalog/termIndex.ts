import type { Catalog } from './catalog';
import { readPhrase, readTerm, type PatternWord } from './termSyntax';

/**
 * The terms of all elements turned around for matching: from a word to the phrases that begin with it, from a phrase to
 * the patterns that it answers, from a pattern to its terms, from a term to its element. Numbers are places in the
 * lists. Built once for a catalogue; matching changes nothing in it.
 */
export interface TermIndex {
  readonly terms: readonly IndexedTerm[];
  /** For each pattern the terms that need it. */
  readonly patterns: readonly (readonly number[])[];
  /** Phrases by their first word where it must match whole. */
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases by their first word where it is a stem. */
  readonly stems: ReadonlyMap<string, readonly Phrase[]>;
  /** By the first two letters of stems: the lengths of the stems that begin with them. */
  readonly stemLengths: ReadonlyMap<string, readonly number[]>;
}

export interface IndexedTerm {
  readonly control: string;
  readonly element: string;
  /** The patterns that one sentence must hold. */
  readonly patterns: readonly number[];
}

export interface Phrase {
  readonly words: readonly PatternWord[];
  /** By control: the patterns of its elements' terms that this phrase answers. */
  readonly patterns: ReadonlyMap<string, readonly number[]>;
}

/** Prepares the element terms of a catalogue, in all languages: a document need not say in which it is written. */
export function compileTerms({ controls, termGroups }: Pick<Catalog, 'controls' | 'termGroups'>): TermIndex {
  const terms: IndexedTerm[] = [];
  const patterns: number[][] = [];
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
        const number = terms.push({ control: control.id, element: element.id, patterns: needed }) - 1;
        for (const pattern of needed) patterns[pattern]?.push(number);
      }
    }
  }
  return { terms, patterns, ...phrases.byFirstWord() };
}

/** The phrases that a word may begin. */
export function phrasesFrom(index: TermIndex, word: string): readonly Phrase[] {
  const phrases = [...(index.whole.get(word) ?? [])];
  for (const length of index.stemLengths.get(word.slice(0, 2)) ?? []) {
    if (length <= word.length) phrases.push(...(index.stems.get(word.slice(0, length)) ?? []));
  }
  return phrases;
}

interface GrowingPhrase extends Phrase {
  readonly patterns: Map<string, number[]>;
}

interface Phrases {
  /** Notes that a phrase, in each of its spellings, answers a pattern of a control. */
  answer(phrase: string, control: string, pattern: number): void;
  byFirstWord(): Pick<TermIndex, 'whole' | 'stems' | 'stemLengths'>;
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
    byFirstWord: () => {
      const whole = new Map<string, Phrase[]>();
      const stems = new Map<string, Phrase[]>();
      for (const phrase of [...bySource.values()].flat()) {
        const first = phrase.words[0];
        if (first !== undefined) append(first.stem ? stems : whole, first.text, phrase);
      }
      return { whole, stems, stemLengths: lengthsByStart(stems.keys()) };
    },
  };
}

function lengthsByStart(stems: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const stem of stems) {
    const start = stem.slice(0, 2);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(stem.length));
  }
  return new Map([...lengths].map(([start, set]) => [start, [...set].sort((a, b) => a - b)]));
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
