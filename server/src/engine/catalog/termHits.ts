import type { WordRun } from '../text/wordRun';
import { matchesWord, wordsOfClass, type WordTree } from '../text/wordTree';
import type { AnsweringPhrase, TermIndex } from './termIndex';

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
  const tableOf = createTables(index);
  // The phrases that are wanted for a class, and for which finder that was found out.
  const wanted: (readonly WantedPhrase[])[] = tree.classWord.map(() => NO_PHRASES);
  const wantedBy = new Int32Array(wanted.length);
  let finder = 0;
  return (controls) => {
    const own = ++finder;
    const tables = controls.map(tableOf);
    return ({ classes, length }, hits) => {
      hits.length = 0;
      for (let at = 0; at < length; at++) {
        const wordClass = classes[at] as number;
        if (wantedBy[wordClass] !== own) {
          wanted[wordClass] = wantedAmong(tables, wordClass);
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

function wantedAmong(tables: readonly Table[], wordClass: number): readonly WantedPhrase[] {
  let found = NO_PHRASES;
  for (const { lists, listOf } of tables) {
    const own = lists[listOf[wordClass] as number] as readonly WantedPhrase[];
    if (own.length > 0) found = found.length === 0 ? own : [...found, ...own];
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

/** The phrases of a control that a word may begin, by its class. */
interface Table {
  /** None comes first. */
  readonly lists: readonly (readonly WantedPhrase[])[];
  /** For each class the place of its list. */
  readonly listOf: Int32Array | Uint16Array;
}

/** The tables of controls, each prepared when it is first asked for. */
function createTables({ tree, phrases }: TermIndex): (control: string) => Table {
  const classes = classesByWord(tree);
  const known = new Map<string, Table>();
  return (control) => {
    const answer = known.get(control) ?? tableFrom(phrases.get(control) ?? [], tree, classes);
    known.set(control, answer);
    return answer;
  };
}

/** Phrases of one word are put together: what matters is which patterns the word answers. */
function tableFrom(
  phrases: readonly AnsweringPhrase[],
  { classWord }: WordTree,
  classes: readonly (readonly number[] | undefined)[],
): Table {
  const most = classWord.length;
  const listOf = most > 0xffff ? new Int32Array(most) : new Uint16Array(most);
  const lists: { readonly rest: readonly number[]; readonly patterns: number[] }[][] = [[]];
  for (const { phrase, pattern } of phrases) {
    const { first, rest } = phrase;
    for (const wordClass of classes[first] ?? []) {
      const list = lists[(listOf[wordClass] ||= lists.push([]) - 1)] ?? [];
      const same = rest.length === 0 ? list.find((each) => each.rest.length === 0) : undefined;
      if (same === undefined) list.push({ rest, patterns: [pattern] });
      else if (!same.patterns.includes(pattern)) same.patterns.push(pattern);
    }
  }
  return { lists, listOf };
}

/** The classes of the words that each known word matches. */
function classesByWord(tree: WordTree): readonly (readonly number[] | undefined)[] {
  const classes: number[][] = [];
  tree.classWord.forEach((_, wordClass) => {
    for (const word of wordsOfClass(tree, wordClass)) (classes[word] ??= []).push(wordClass);
  });
  return classes;
}
