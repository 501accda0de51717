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
  /** For each class the known words that match, as places in the list that the tree was made of. */
  readonly matches: readonly (readonly number[])[];
  /** A number for each letter and digit below `LATIN`, the same for upper and lower case; 0 for what separates words. */
  readonly symbols: Uint8Array;
  readonly width: number;
  /** `next[node * width + symbol]` is the node behind a letter; 0 where no known word goes on so. */
  readonly next: Int32Array;
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
  const matches: (readonly number[])[] = [[]];
  const classOf = (base: number, more: readonly number[] = []): number =>
    more.length === 0 ? base : matches.push([...(matches[base] ?? []), ...more]) - 1;
  const whole = new Int32Array(tree.parents.length);
  const begun = new Int32Array(tree.parents.length);
  // A node comes after the one that leads to it.
  for (let node = ROOT; node < begun.length; node++) {
    begun[node] = classOf(begun[tree.parents[node] ?? 0] ?? 0, tree.stems.get(node));
    whole[node] = classOf(begun[node] ?? 0, tree.wholes.get(node));
  }
  const { symbols, width, next, rare } = tree;
  return { matches, symbols, width, next, rare, whole, begun };
}

interface GrowingTree extends Pick<WordTree, 'symbols' | 'width'> {
  next: Int32Array;
  readonly rare: Map<number, number>;
  /** By node; nodes are counted from `ROOT`. */
  readonly parents: number[];
  /** The words that end at a node. */
  readonly stems: Map<number, number[]>;
  readonly wholes: Map<number, number[]>;
}

function plant(words: readonly TreeWord[]): GrowingTree {
  const { symbols, width } = symbolsOf(words);
  const tree: GrowingTree = {
    symbols,
    width,
    next: new Int32Array(FIRST_NODES * width),
    rare: new Map(),
    parents: [0, 0],
    stems: new Map(),
    wholes: new Map(),
  };
  words.forEach(({ text, stem }, number) => {
    let node = ROOT;
    for (let at = 0; at < text.length; at++) node = grow(tree, node, text.charCodeAt(at));
    const ends = stem ? tree.stems : tree.wholes;
    ends.set(node, [...(ends.get(node) ?? []), number]);
  });
  return tree;
}

const FIRST_NODES = 1024;

/** The node behind a letter. */
function grow(tree: GrowingTree, node: number, code: number): number {
  const known = nodeBehind(tree, node, code);
  if (known !== 0) return known;
  const added = tree.parents.push(node) - 1;
  if (code >= LATIN) tree.rare.set(node * LARGEST + code, added);
  else tree.next[node * tree.width + (tree.symbols[code] ?? NONE)] = added;
  if ((added + 1) * tree.width > tree.next.length) {
    const larger = new Int32Array(tree.next.length * 2);
    larger.set(tree.next);
    tree.next = larger;
  }
  return added;
}

export function nodeBehind(
  { symbols, width, next, rare }: Pick<WordTree, 'symbols' | 'width' | 'next' | 'rare'>,
  node: number,
  code: number,
): number {
  if (code >= LATIN) return rare.get(node * LARGEST + code) ?? 0;
  const symbol = symbols[code] ?? NONE;
  return symbol === NONE ? 0 : (next[node * width + symbol] ?? 0);
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
