/** A word as `wordsOf` reads it, or the beginning of one. */
export interface TreeWord {
  readonly text: string;
  /** Matches every word that begins with it. */
  readonly stem: boolean;
}

/**
 * Known words as a tree of their letters, so that a text is looked through without cutting it into strings. Each word of
 * a text has a class: 0 where no known word matches it, else a number that stands for the known words that do.
 */
export interface WordTree {
  /** The word that a class adds to those of another class, as a place in the list that the tree was made of. */
  readonly classWord: Int32Array;
  readonly classRest: Int32Array;
  /** A number for each letter and digit below `LATIN`, the same for upper and lower case; 0 for what separates words. */
  readonly symbols: Uint8Array;
  readonly width: number;
  /** Nodes behind which many letters lead on: `next[rows[node] * width + symbol]` is the node behind one, or 0. */
  readonly rows: Int32Array;
  readonly next: Int32Array;
  /** The nodes behind each of the others (those with row 0): the last one, the one before each, and their letters. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  readonly symbol: Uint8Array;
  /** The same for letters from `LATIN` on, by `node * LARGEST + code`. */
  readonly rare: ReadonlyMap<number, number>;
  /** The class of a word that ends at a node, and of one that goes on otherwise. */
  readonly whole: Int32Array;
  readonly begun: Int32Array;
}

/** The codes that nearly all texts keep to. */
export const LATIN = 0x100;
const NONE = 0;
const LARGEST = 0x10000;
/** The node at which every word begins. */
export const ROOT = 1;

/** Known words in order, each without the letters that it shares with the one before: a tree grows from them in one go. */
export interface SortedWords {
  /** What is left of each word, with a `*` behind a stem and a blank behind each. */
  readonly rests: string;
  /** How many letters each word shares with the one before. */
  readonly shared: readonly number[];
}

/** Puts distinct words in order; `order` has their places in the list. A stem comes before what it matches. */
export function sortWords(words: readonly TreeWord[]): SortedWords & { readonly order: readonly number[] } {
  const sorted = words.map((word, place) => ({ ...word, place }));
  sorted.sort((a, b) => (a.text === b.text ? Number(b.stem) - Number(a.stem) : a.text < b.text ? -1 : 1));
  const shared = sorted.map(({ text }, at) => sharedLetters(sorted[at - 1]?.text ?? '', text));
  const rests = sorted.map(({ text, stem }, at) => `${text.slice(shared[at])}${stem ? '* ' : ' '}`);
  return { rests: rests.join(''), shared, order: sorted.map(({ place }) => place) };
}

function sharedLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}

/** Builds the tree of distinct words. */
export function createWordTree(words: readonly TreeWord[]): WordTree {
  const { order, ...sorted } = sortWords(words);
  return growWordTree(sorted, order);
}

/** Builds the tree of words in order; `order` has the numbers that they are known by, where these are others. */
export function growWordTree(words: SortedWords, order?: readonly number[]): WordTree {
  const { count, wide, ...tree } = plant(words, order);
  const { width } = withOtherLetters(tree.symbols, count);
  return { ...tree, width, ...rowsOf(tree, wide, width) };
}

type PlantedTree = Omit<WordTree, 'width' | 'rows' | 'next'>;

const STAR = 0x2a;
const BLANK = 0x20;

/** Goes through all words once. The node behind each letter is new: what a word shares with the one before is behind it. */
function plant(
  { rests, shared }: SortedWords,
  order: readonly number[] | undefined,
): PlantedTree & { readonly count: number; readonly wide: readonly number[] } {
  const tree = emptyTree(ROOT + 1 + rests.length - shared.length, shared.length);
  const { classWord, classRest, symbols, child, sibling, symbol, rare, whole, begun } = tree;
  const path = [ROOT];
  const wide: number[] = [];
  let [count, classes, nodes, node, depth, word] = [0, 0, ROOT, ROOT, 0, 0];
  for (let at = 0; at < rests.length; at++) {
    const code = rests.charCodeAt(at);
    if (code === STAR || code === BLANK) {
      if (code === STAR || rests.charCodeAt(at - 1) !== STAR) {
        classWord[++classes] = order === undefined ? word : (order[word] as number);
        classRest[classes] = begun[node] as number;
        whole[node] = classes;
        if (code === STAR) begun[node] = classes;
      }
      if (code === STAR) continue;
      depth = shared[++word] ?? 0;
      node = path[depth] as number;
      continue;
    }
    const behind = ++nodes;
    if (code < LATIN) {
      symbol[behind] = symbols[code] ||= ++count;
      const before = child[node] as number;
      if (before !== 0 && isSecondOfTwo(sibling, before)) wide.push(node);
      sibling[behind] = before;
      child[node] = behind;
    } else rare.set(node * LARGEST + code, behind);
    whole[behind] = begun[behind] = begun[node] as number;
    path[++depth] = node = behind;
  }
  return { ...tree, count, wide };
}

function isSecondOfTwo(sibling: Int32Array, node: number): boolean {
  const first = sibling[node] as number;
  return first !== 0 && sibling[first] === 0;
}

function emptyTree(nodes: number, words: number): PlantedTree & { readonly rare: Map<number, number> } {
  const numbers = (): Int32Array => new Int32Array(nodes);
  return {
    classWord: new Int32Array(words + 1),
    classRest: new Int32Array(words + 1),
    symbols: new Uint8Array(LATIN),
    child: numbers(),
    sibling: numbers(),
    symbol: new Uint8Array(nodes),
    rare: new Map(),
    whole: numbers(),
    begun: numbers(),
  };
}

/** The letters of the words have numbers up to `count`; all other letters and digits share the next, which leads nowhere. */
function withOtherLetters(symbols: Uint8Array, count: number): Pick<WordTree, 'symbols' | 'width'> {
  const other = count + 1;
  for (let code = 0; code < LATIN; code++) {
    const letter = String.fromCharCode(code);
    if (symbols[code] !== NONE || !/[\p{L}\p{N}]/u.test(letter)) continue;
    const lower = letter.toLowerCase().charCodeAt(0);
    const known = symbols[lower] ?? NONE;
    symbols[code] = known === NONE ? other : known;
  }
  return { symbols, width: other + 1 };
}

/** Nodes with three letters or more behind them get a row: to go through them one by one would take long. */
function rowsOf(
  { child, sibling, symbol }: PlantedTree,
  wide: readonly number[],
  width: number,
): Pick<WordTree, 'rows' | 'next'> {
  const rows = new Int32Array(child.length);
  const next = new Int32Array((wide.length + 1) * width);
  for (const [number, node] of wide.entries()) {
    rows[node] = number + 1;
    for (let each = child[node] as number; each !== 0; each = sibling[each] as number)
      next[(number + 1) * width + (symbol[each] as number)] = each;
  }
  return { rows, next };
}

/** The node behind a letter, by its code; 0 where no known word goes on so. */
export function nodeBehind(tree: WordTree, node: number, code: number): number {
  const { symbols, rows, width, next, child, sibling, symbol, rare } = tree;
  if (code >= LATIN) return rare.get(node * LARGEST + code) ?? 0;
  const wanted = symbols[code] as number;
  const row = rows[node] as number;
  if (row !== 0) return next[row * width + wanted] as number;
  let behind = child[node] as number;
  while (behind !== 0 && symbol[behind] !== wanted) behind = sibling[behind] as number;
  return behind;
}

/** The class of a word that stands alone, folded as `wordsOf` does. */
export function classOfWord(tree: WordTree, word: string): number {
  let node = ROOT;
  for (let at = 0; at < word.length; at++) {
    const behind = nodeBehind(tree, node, word.charCodeAt(at));
    if (behind === 0) return tree.begun[node] ?? 0;
    node = behind;
  }
  return tree.whole[node] ?? 0;
}

/** The known words that match the words of a class. */
export function wordsOfClass({ classWord, classRest }: WordTree, wordClass: number): number[] {
  const words: number[] = [];
  for (let each = wordClass; each !== 0; each = classRest[each] ?? 0) words.push(classWord[each] ?? 0);
  return words;
}

/** Whether a known word matches the words of a class. */
export function matchesWord({ classWord, classRest }: WordTree, wordClass: number, word: number): boolean {
  for (let each = wordClass; each !== 0; each = classRest[each] as number)
    if (classWord[each] === word) return true;
  return false;
}
