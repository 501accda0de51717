import type { DocumentHead } from './heads';

/** A document that maps, with what tells whether a further control belongs into it. */
export interface Candidate {
  readonly head: DocumentHead;
  readonly controls: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** What is asked when a place for a control is to be offered. */
export interface Offers {
  /** The documents that a control can be added to. */
  readonly candidates: readonly Candidate[];
  /** Where a new document goes, and its line breaks. */
  readonly folder: string;
  readonly lineBreak: string;
}

/** Worked out once for all controls. */
export function offersOf(heads: readonly DocumentHead[]): Offers {
  const mapping = heads.filter(({ maps }) => maps);
  return {
    candidates: mapping
      .filter(({ frontMatterReadable }) => frontMatterReadable === true)
      .map((head) => ({ head, controls: new Set(head.controls), words: titleStems(head.title) })),
    folder: usualFolder(mapping.map(({ path }) => path)),
    lineBreak: mapping[0]?.lineBreak ?? '\n',
  };
}

/** The folder in which most documents lie that map; `policies` where there is none yet. */
function usualFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return most?.[0] ?? 'policies';
}

/** Words that every ISMS has in its titles. */
const COMMON = /^(?:polic|proce|stand|guide|infor|secur|manag|contr|syste|organ|from|with|their|other)/;
const STEM = 5;

/** The beginnings of the words of a title that tell something: `suppl` for supplier and suppliers. */
export function titleStems(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.test(word)).map((word) => word.slice(0, STEM)));
}
