import type { Span } from '../text/span';
import { createWordRun, readPlacedWords, type WordRun } from '../text/wordRun';
import { classOfWord, createWordTree, type WordTree } from '../text/wordTree';
import { foldText } from '../text/words';

/** One group of `catalog/vagueWording.yaml`. */
export interface VagueGroupData {
  /** What to say instead. */
  readonly say: string;
  /** True where an interval, a deadline or a number with a unit in the sentence makes the words harmless. */
  readonly interval?: boolean;
  /** True where the words are vague in every clause of a sentence, not only in the one that asks. */
  readonly anywhere?: boolean;
  /** Words that, beginning with the phrase or right behind it, make it specific. */
  readonly unless?: readonly string[];
  readonly en: readonly string[];
  readonly de: readonly string[];
}

/** Vague words in a text. */
export interface VagueWords {
  /** As written. */
  readonly text: string;
  /** Offsets into the text that was searched. */
  readonly span: Span;
  readonly say: string;
  readonly interval: boolean;
  readonly anywhere: boolean;
}

/** Finds vague words. */
export interface VagueFinder {
  /** Those of a sentence in their order; of two that overlap the longer one. */
  readonly find: (sentence: string) => readonly VagueWords[];
  /** Where they may begin in a text from `start` on, in order: `find` finds those of each of its sentences here. */
  readonly beginnings: (text: string, start: number) => readonly number[];
}

interface Phrase {
  /** Numbers of words, or `GAP`. */
  readonly words: readonly number[];
  readonly group: VagueGroupData;
  readonly unless: readonly (readonly number[])[];
}

const GAP = -1;

export function createVagueFinder(groups: readonly VagueGroupData[]): VagueFinder {
  const { tree, byFirst } = preparedPhrases(groups);
  const run = createWordRun();
  const read = (text: string, start: number): void => {
    run.length = 0;
    readPlacedWords(tree, text, start, run);
  };
  return {
    find: (sentence) => {
      read(sentence, 0);
      const found: VagueWords[] = [];
      for (let at = 0; at < run.length; at++) {
        const match = longestAt(byFirst, run, at);
        if (match === undefined) continue;
        const { end, phrase } = match;
        const span = { start: run.starts[at] ?? 0, end: run.ends[end - 1] ?? 0 };
        const { say, interval = false, anywhere = false } = phrase.group;
        if (!phrase.unless.some((words) => startsWith(run, at, words) || startsWith(run, end, words)))
          found.push({ text: sentence.slice(span.start, span.end), span, say, interval, anywhere });
        at = end - 1;
      }
      return found;
    },
    beginnings: (text, start) => {
      read(text, start);
      const found: number[] = [];
      for (let at = 0; at < run.length; at++)
        if (longestAt(byFirst, run, at) !== undefined) found.push(run.starts[at] ?? 0);
      return found;
    },
  };
}

/** Phrases by the class of their first word, the longest first; all classes are those of single words. */
type PhrasesByFirst = readonly (readonly Phrase[])[];

function preparedPhrases(groups: readonly VagueGroupData[]): {
  readonly tree: WordTree;
  readonly byFirst: PhrasesByFirst;
} {
  const split = (text: string): string[] => text.split(' ').map(foldText);
  const texts = groups.flatMap(({ en, de, unless = [] }) => [...en, ...de, ...unless]).flatMap(split);
  const words = [...new Set(texts)].filter((word) => word !== '…');
  const tree = createWordTree(words.map((text) => ({ text, stem: false })));
  const numbers = (text: string): number[] =>
    split(text).map((word) => (word === '…' ? GAP : classOfWord(tree, word)));
  const byFirst: Phrase[][] = Array.from(tree.classWord, () => []);
  for (const group of groups) {
    const unless = (group.unless ?? []).map(numbers);
    for (const text of [...group.en, ...group.de]) {
      const phrase = { words: numbers(text), group, unless };
      byFirst[phrase.words[0] ?? 0]?.push(phrase);
    }
  }
  for (const list of byFirst) list.sort((a, b) => b.words.length - a.words.length);
  return { tree, byFirst };
}

function longestAt(
  byFirst: PhrasesByFirst,
  run: WordRun,
  at: number,
): { readonly phrase: Phrase; readonly end: number } | undefined {
  const first = run.classes[at] ?? 0;
  if (first === 0) return undefined;
  for (const phrase of byFirst[first] ?? []) {
    const end = endOf(run, at, phrase.words);
    if (end !== undefined) return { phrase, end };
  }
  return undefined;
}

/** How many words a "…" in a phrase may stand for. */
const LONGEST_GAP = 3;

/** The index behind the last word of a phrase that begins at `at`. */
function endOf({ classes, length }: WordRun, at: number, words: readonly number[]): number | undefined {
  let index = at;
  for (let position = 0; position < words.length; position++) {
    const word = words[position];
    if (word === GAP) {
      const next = words[position + 1];
      const limit = index + LONGEST_GAP;
      while (index < limit && index < length && classes[index] !== next) index++;
    } else if (index < length && classes[index] === word) index++;
    else return undefined;
  }
  return index;
}

function startsWith({ classes, length }: WordRun, at: number, words: readonly number[]): boolean {
  return at + words.length <= length && words.every((word, index) => classes[at + index] === word);
}
