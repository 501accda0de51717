import type { SortedWords } from '../text/wordTree';

/** The terms of all elements as they are compiled at build time. Numbers count from 0. */
export interface TermData {
  /** All words of phrases, and those that are to be told in the same look at a text. */
  readonly words: SortedWords;
  /** The latter, by their places among the words. */
  readonly others: readonly number[];
  /** How many patterns the terms of all controls have. */
  readonly patterns: number;
  readonly controls: Readonly<Record<string, ControlTermData>>;
}

/** The terms of one control's elements; numbers with blanks between them, which are read when they are looked at. */
export interface ControlTermData {
  /** How many patterns the controls before have; its own are counted from there. */
  readonly from: number;
  /** Ids. */
  readonly elements: readonly string[];
  /** By pattern, of each term whose first it is: its element, how many patterns it needs, and these. */
  readonly terms: readonly string[];
  /** The words that begin phrases. */
  readonly firsts: readonly number[];
  /** By these, of each such phrase: how many words follow, these, how many patterns it answers, and these. */
  readonly phrases: readonly string[];
}
