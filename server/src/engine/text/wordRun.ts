import { foldText, wordsOf } from './words';
import { classOfWord, LATIN, nodeBehind, ROOT, type WordTree } from './wordTree';

/** Words one behind the other by their classes in a `WordTree`. It grows, and is filled anew for the next text. */
export interface WordRun {
  classes: Int32Array;
  /** Where each word begins and ends; only `readPlacedWords` notes it. */
  starts: Int32Array;
  ends: Int32Array;
  length: number;
}

export function createWordRun(): WordRun {
  const [classes, starts, ends] = [new Int32Array(SIZE), new Int32Array(SIZE), new Int32Array(SIZE)];
  return { classes, starts, ends, length: 0 };
}

const SIZE = 256;

/** Appends a word. */
function push(run: WordRun, wordClass: number, start: number, end: number): void {
  const at = run.length++;
  if (at === run.classes.length) {
    run.classes = doubled(run.classes);
    run.starts = doubled(run.starts);
    run.ends = doubled(run.ends);
  }
  run.classes[at] = wordClass;
  run.starts[at] = start;
  run.ends[at] = end;
}

function doubled(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Appends the words of a text as `wordsOf` reads them. */
export function readWords(tree: WordTree, text: string, run: WordRun): void {
  if (readPlainWords(tree, text, 0, text.length, run)) return;
  for (const word of wordsOf(text)) push(run, classOfWord(tree, word), 0, 0);
}

/** Appends the words of a text from `start` on, each folded by itself, so that their places are known. */
export function readPlacedWords(tree: WordTree, text: string, start: number, run: WordRun): void {
  if (readPlainWords(tree, text, start, text.length, run)) return;
  for (const match of text.slice(start).matchAll(/[\p{L}\p{N}]+/gu)) {
    const at = start + match.index;
    push(run, classOfWord(tree, foldText(match[0])), at, at + match[0].length);
  }
}

/**
 * Appends the words of a part of a text whose letters are all Latin and composed, so that nothing but upper case and `ß`
 * has to be folded. False, with nothing appended, where it is not that simple.
 */
export function readPlainWords(
  tree: WordTree,
  text: string,
  from: number,
  to: number,
  run: WordRun,
): boolean {
  const { symbols } = tree;
  const before = run.length;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < LATIN) {
      if (symbols[code] === 0) continue;
      const end = readWord(tree, text, at, to, run);
      at = end - 1;
      // What is hidden may stand inside a word.
      if (end === to || text.charCodeAt(end) !== 0) continue;
    } else if (separates(text, at)) continue;
    run.length = before;
    return false;
  }
  return true;
}

/** A letter or digit below `LATIN`. */
export function isLetter({ symbols }: WordTree, code: number): boolean {
  return code < LATIN && symbols[code] !== 0;
}

const SHARP_S = 0xdf;
/** `s`, which `ß` is read as twice. */
const S = 0x73;

/**
 * Appends the word that begins at `start`, and returns where it ends. Every letter of every text comes through here, so
 * what `nodeBehind` does is written out.
 */
export function readWord(tree: WordTree, text: string, start: number, to: number, run: WordRun): number {
  const { symbols, rows, width, next, child, sibling, symbol: letters } = tree;
  let node = ROOT;
  for (let at = start; at < to; at++) {
    const code = text.charCodeAt(at);
    const symbol = code < LATIN ? (symbols[code] as number) : 0;
    if (symbol === 0) {
      push(run, tree.whole[node] as number, start, at);
      return at;
    }
    const row = rows[node] as number;
    let behind = (row === 0 ? child[node] : next[row * width + symbol]) as number;
    if (row === 0) while (behind !== 0 && letters[behind] !== symbol) behind = sibling[behind] as number;
    if (behind === 0 && code === SHARP_S) behind = nodeBehind(tree, nodeBehind(tree, node, S), S);
    if (behind === 0) {
      const end = endOfWord(symbols, text, at, to);
      push(run, tree.begun[node] as number, start, end);
      return end;
    }
    node = behind;
  }
  push(run, tree.whole[node] as number, start, to);
  return to;
}

function endOfWord(symbols: Uint8Array, text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= LATIN || symbols[code] === 0) return at;
  }
  return to;
}

const LETTER_OR_MARK = /[\p{L}\p{N}\p{M}]/u;

/** Whether a character that is no letter by `isLetter` separates words and changes nothing in those beside it. */
export function separates(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < LATIN) return true;
  // Punctuation, dashes and quotation marks; arrows and the signs of mathematics; the selectors of an emoji's shape.
  if ((code >= 0x2000 && code < 0x2070) || (code >= 0x2190 && code < 0x2460)) return true;
  if (code >= 0xfe00 && code < 0xfe10) return true;
  return !LETTER_OR_MARK.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
