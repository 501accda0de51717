import type { WordRun } from '../text/wordRun';
import { matchesWord, type WordTree } from '../text/wordTree';
import { phrasesAt, type ControlTerms, type TermIndex, type WantedPhrase } from './termIndex';

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

/** Makes finders for the terms of a text's controls; only one of them is used at a time. */
export function createHitFinders({ tree }: TermIndex): (controls: readonly ControlTerms[]) => HitFinder {
  // The phrases that are wanted for a class, and for which finder that was found out.
  const wanted = new Array<readonly WantedPhrase[]>(tree.classWord.length).fill(NO_PHRASES);
  const wantedBy = new Int32Array(wanted.length);
  let finder = 0;
  return (controls) => {
    const own = ++finder;
    return ({ classes, length }, hits) => {
      hits.length = 0;
      for (let at = 0; at < length; at++) {
        const wordClass = classes[at] as number;
        if (wantedBy[wordClass] !== own) {
          wanted[wordClass] = wantedAmong(tree, controls, wordClass);
          wantedBy[wordClass] = own;
        }
        for (const phrase of wanted[wordClass] as readonly WantedPhrase[]) {
          if (phrase.rest.length > 0 && !goesOn(tree, phrase.rest, 0, classes, at + 1, length)) continue;
          hits.at[hits.length] = at;
          hits.phrases[hits.length++] = phrase;
        }
      }
    };
  };
}

/** The phrases that begin with one of the words that a class stands for. */
function wantedAmong(
  { classWord, classRest }: WordTree,
  controls: readonly ControlTerms[],
  wordClass: number,
): readonly WantedPhrase[] {
  let found = NO_PHRASES;
  for (let each = wordClass; each !== 0; each = classRest[each] as number) {
    const word = classWord[each] as number;
    for (const control of controls) {
      const place = control.places[word] as number;
      if (place === 0) continue;
      const own = phrasesAt(control, place);
      found = found.length === 0 ? own : [...found, ...own];
    }
  }
  return found;
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
