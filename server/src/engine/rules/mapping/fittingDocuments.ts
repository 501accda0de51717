import type { Catalog, Control } from '../../catalog/catalog';
import type { DocumentHead } from '../../index/heads';

/** A document that maps, with what tells whether a further control belongs into it. */
export interface Candidate {
  readonly head: DocumentHead;
  readonly controls: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** The documents that a control can be added to. Computed once for all controls. */
export function candidatesOf(heads: readonly DocumentHead[]): readonly Candidate[] {
  return heads
    .filter(({ maps, frontMatterReadable }) => maps && frontMatterReadable === true)
    .map((head) => ({ head, controls: new Set(head.controls), words: wordsOf(head.title) }));
}

const OFFERED = 3;
/** One related control and a neighbour, or one word of the title: less is chance. */
const ENOUGH = 3;

/** The documents that a control fits best, best first: by its related controls, its neighbours, and the words of both titles. */
export function fittingDocuments(
  control: Control,
  candidates: readonly Candidate[],
  catalog: Catalog,
): readonly DocumentHead[] {
  const words = wordsOf(`${control.title} ${control.alternativeTitle}`);
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(control, words, candidate, catalog) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.candidate.controls.size - b.candidate.controls.size)
    .slice(0, OFFERED)
    .map(({ candidate }) => candidate.head);
}

function scoreOf(
  control: Control,
  words: ReadonlySet<string>,
  candidate: Candidate,
  catalog: Catalog,
): number {
  const related = control.card.related.filter(({ id }) => candidate.controls.has(id)).length;
  let relating = 0;
  let near = 0;
  for (const id of candidate.controls) {
    if (catalog.control(id)?.card.related.some((each) => each.id === control.id) === true) relating++;
    if (isNeighbour(id, control.id)) near++;
  }
  const shared = [...words].filter((word) => candidate.words.has(word)).length;
  // Each kind of likeness is capped, so that a document that maps half of Annex A does not fit everything.
  return 2 * Math.min(related, 3) + Math.min(relating, 2) + Math.min(near, 2) + 3 * Math.min(shared, 2);
}

function isNeighbour(a: string, b: string): boolean {
  const [, theme, number] = a.split('.');
  const [, otherTheme, otherNumber] = b.split('.');
  return theme === otherTheme && Math.abs(Number(number) - Number(otherNumber)) <= 2;
}

/** Words that every ISMS has in its titles. */
const COMMON = /^(?:polic|proce|stand|guide|infor|secur|manag|contr|syste|organ|from|with|their|other)/;
const STEM = 5;

/** The beginnings of the words that tell something: `suppl` for supplier and suppliers. */
function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.test(word)).map((word) => word.slice(0, STEM)));
}
