import type { Catalog, Control } from '../../catalog/catalog';
import type { DocumentHead } from '../../index/heads';
import { titleStems, type Candidate } from '../../index/offers';

const OFFERED = 3;
/** One related control and a neighbour, or one word of the title: less is chance. */
const ENOUGH = 3;

/** The documents that a control fits best, best first: by its related controls, its neighbours, and the words of both titles. */
export function fittingDocuments(
  control: Control,
  candidates: readonly Candidate[],
  catalog: Catalog,
): readonly DocumentHead[] {
  const words = titleStems(`${control.title} ${control.alternativeTitle}`);
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
