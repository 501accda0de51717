import type { WordRun } from '../text/wordRun';
import { matchesWord, wordsOfClass, type WordTree } from '../text/wordTree';
import type { TermIndex } from './termIndex';

/** A phrase with the patterns of some controls that it answers. */
export interface WantedPhrase {
  /** Its words behind the first. */
  readonly rest: readonly number[];
  readonly patterns: readonly number[];
}

/** Phrases in the words of a text, in order; filled anew for the next text. */
export interface Hits {
  length: number;
  /** The words at which they begin. */
  readonly at: number[];
  /** Where the text ends before the last of its words, these are still to be found. */
  readonly phrases: WantedPhrase[];
}

export function createHits(): Hits {
  return { length: 0, at: [], phrases: [] };
}

/** Finds the phrases of some controls in the words of a text. */
export type HitFinder = (words: WordRun, hits: Hits) => void;

const NO_PHRASES: readonly WantedPhrase[] = [];

/** Makes finders for the controls of one text; only one of them is used at a time. */
export function createHitFinders(index: TermIndex): (controls: readonly string[]) => HitFinder {
  const { tree } = index;
  const phrasesOf = phrasesByClass(index);
  // The phrases that are wanted for a class, and for which finder that was found out.
  const wanted: (readonly WantedPhrase[])[] = tree.classWord.map(() => NO_PHRASES);
  const wantedBy = new Int32Array(wanted.length);
  let finder = 0;
  return (controls) => {
    const own = ++finder;
    return ({ classes, length }, hits) => {
      hits.length = 0;
      for (let at = 0; at < length; at++) {
        const wordClass = classes[at] as number;
        if (wantedBy[wordClass] !== own) {
          wanted[wordClass] = wantedAmong(phrasesOf(wordClass), controls);
          wantedBy[wordClass] = own;
        }
        const phrases = wanted[wordClass] as readonly WantedPhrase[];
        for (const phrase of phrases) {
          if (phrase.rest.length > 0 && !goesOn(tree, phrase.rest, 0, classes, at + 1, length)) continue;
          hits.at[hits.length] = at;
          hits.phrases[hits.length++] = phrase;
        }
      }
    };
  };
}

/** Whether a phrase at a word of a title, as far as the title holds it, goes on in the words from `from` to before `to`. */
export function isWhole(
  tree: WordTree,
  { rest }: WantedPhrase,
  behind: number,
  words: WordRun,
  from: number,
  to: number,
): boolean {
  return rest.length <= behind + to - from && goesOn(tree, rest, behind, words.classes, from, to);
}

/** Whether the words of a phrase behind the first `known` follow, as far as there are words. */
function goesOn(
  tree: WordTree,
  rest: readonly number[],
  known: number,
  classes: Int32Array,
  from: number,
  to: number,
): boolean {
  for (let index = known, at = from; index < rest.length && at < to; index++, at++)
    if (!matchesWord(tree, classes[at] as number, rest[index] as number)) return false;
  return true;
}

/** The phrases that a word of a class may begin, by control; looked up once for each class that a text has. */
function phrasesByClass(
  index: TermIndex,
): (wordClass: number) => ReadonlyMap<string, readonly WantedPhrase[]> {
  const known = new Map<number, ReadonlyMap<string, readonly WantedPhrase[]>>();
  return (wordClass) => {
    const answer = known.get(wordClass) ?? byControl(index, wordClass);
    known.set(wordClass, answer);
    return answer;
  };
}

/** Phrases of one word are put together: what matters is which patterns the word answers. */
function byControl(
  { tree, phrases, controls }: TermIndex,
  wordClass: number,
): ReadonlyMap<string, readonly WantedPhrase[]> {
  const single = new Set<number>();
  const found = new Map<string, WantedPhrase[]>();
  for (const word of wordsOfClass(tree, wordClass)) {
    for (const { rest, patterns } of phrases.get(word) ?? []) {
      if (rest.length === 0) for (const pattern of patterns) single.add(pattern);
      else
        for (const [control, own] of grouped(patterns, controls))
          append(found, control, { rest, patterns: own });
    }
  }
  for (const [control, own] of grouped(single, controls)) append(found, control, { rest: [], patterns: own });
  return found;
}

/** Patterns by their control. */
function grouped(
  patterns: Iterable<number>,
  controls: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const pattern of patterns) {
    const control = controls[pattern] ?? '';
    const group = groups.get(control);
    if (group === undefined) groups.set(control, [pattern]);
    else group.push(pattern);
  }
  return groups;
}

function append(map: Map<string, WantedPhrase[]>, control: string, phrase: WantedPhrase): void {
  const list = map.get(control);
  if (list === undefined) map.set(control, [phrase]);
  else list.push(phrase);
}

function wantedAmong(
  phrases: ReadonlyMap<string, readonly WantedPhrase[]>,
  controls: readonly string[],
): readonly WantedPhrase[] {
  let found = NO_PHRASES;
  if (phrases.size === 0) return found;
  for (const control of controls) {
    const own = phrases.get(control);
    if (own !== undefined) found = found === NO_PHRASES ? own : [...found, ...own];
  }
  return found;
}
