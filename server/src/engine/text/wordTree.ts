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
  readonly classWord: readonly number[];
  readonly classRest: readonly number[];
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

/** Builds the tree; the words are distinct. */
export function createWordTree(words: readonly TreeWord[]): WordTree {
  const tree = plant(words);
  const nodes = tree.parents.length;
  const classWord = [NONE];
  const classRest = [NONE];
  const classOf = (rest: number, word: number | undefined): number => {
    if (word === undefined) return rest;
    classRest.push(rest);
    return classWord.push(word) - 1;
  };
  const whole = new Int32Array(nodes);
  const begun = new Int32Array(nodes);
  // A node comes after the one that leads to it.
  for (let node = ROOT; node < nodes; node++) {
    begun[node] = classOf(begun[tree.parents[node] ?? 0] ?? 0, tree.stems.get(node));
    whole[node] = classOf(begun[node] ?? 0, tree.wholes.get(node));
  }
  const { symbols, width, rare } = tree;
  const [child, sibling] = [tree.child.slice(0, nodes), tree.sibling.slice(0, nodes)];
  const symbol = tree.symbol.slice(0, nodes);
  return {
    classWord,
    classRest,
    symbols,
    width,
    ...rowsOf(tree),
    child,
    sibling,
    symbol,
    rare,
    whole,
    begun,
  };
}

interface GrowingTree extends Pick<WordTree, 'symbols' | 'width' | 'child' | 'sibling' | 'symbol'> {
  readonly rare: Map<number, number>;
  /** By node; nodes are counted from `ROOT`. */
  readonly parents: number[];
  /** The word that ends at a node. */
  readonly stems: Map<number, number>;
  readonly wholes: Map<number, number>;
}

function plant(words: readonly TreeWord[]): GrowingTree {
  const most = words.reduce((sum, { text }) => sum + text.length, ROOT + 1);
  const tree: GrowingTree = {
    ...symbolsOf(words),
    child: new Int32Array(most),
    sibling: new Int32Array(most),
    symbol: new Uint8Array(most),
    rare: new Map(),
    parents: [0, 0],
    stems: new Map(),
    wholes: new Map(),
  };
  words.forEach(({ text, stem }, number) => {
    let node = ROOT;
    for (let at = 0; at < text.length; at++) node = grow(tree, node, text.charCodeAt(at));
    (stem ? tree.stems : tree.wholes).set(node, number);
  });
  return tree;
}

/** The node behind a letter. */
function grow(tree: GrowingTree, node: number, code: number): number {
  const { symbols, child, sibling, symbol, rare, parents } = tree;
  const letter = code < LATIN ? (symbols[code] as number) : NONE;
  let known = letter === NONE ? (rare.get(node * LARGEST + code) ?? 0) : (child[node] as number);
  if (letter !== NONE) while (known !== 0 && symbol[known] !== letter) known = sibling[known] as number;
  if (known !== 0) return known;
  const added = parents.push(node) - 1;
  symbol[added] = letter;
  if (letter === NONE) rare.set(node * LARGEST + code, added);
  else {
    sibling[added] = child[node] as number;
    child[node] = added;
  }
  return added;
}

/** Nodes with more letters behind them get a row: to go through them one by one would take long. */
const MOST_SIBLINGS = 2;

function rowsOf({ child, sibling, symbol, parents, width }: GrowingTree): Pick<WordTree, 'rows' | 'next'> {
  const rows = new Int32Array(parents.length);
  const wide: number[] = [];
  for (let node = ROOT; node < rows.length; node++) {
    let count = 0;
    for (let each = child[node] as number; each !== 0; each = sibling[each] as number) count++;
    if (count > MOST_SIBLINGS) rows[node] = wide.push(node);
  }
  const next = new Int32Array((wide.length + 1) * width);
  for (const [number, node] of wide.entries()) {
    for (let each = child[node] as number; each !== 0; each = sibling[each] as number)
      next[(number + 1) * width + (symbol[each] as number)] = each;
  }
  return { rows, next };
}

/** The letters of the words get numbers; all other letters and digits share the last one, which leads nowhere. */
function symbolsOf(words: readonly TreeWord[]): Pick<WordTree, 'symbols' | 'width'> {
  const symbols = new Uint8Array(LATIN);
  let count = 0;
  for (const { text } of words) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < LATIN && symbols[code] === NONE) symbols[code] = ++count;
    }
  }
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
