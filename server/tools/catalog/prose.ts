import type { Card } from '../../src/engine/catalog/catalog';
import { wordsOf } from '../../src/engine/text/words';
import { sentencesOf } from '../../src/engine/text/sentences';

/** The parts of a card that people read, one text each; terms are for machines and not among them. */
export function proseOf(card: Card): readonly string[] {
  return [
    card.summary,
    card.why,
    ...card.how,
    ...(card.newIn2022 === undefined ? [] : [card.newIn2022]),
    ...card.elements.map((element) => element.question),
    ...card.wording,
    ...card.evidence.flatMap((row) => [row.what, row.source, row.frequency]),
    ...card.findings,
    ...card.related.map((relation) => relation.reason),
  ];
}

export function countWords(card: Card): number {
  return proseOf(card).reduce(
    (sum, text) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    0,
  );
}

/** A sentence shorter than this is a cell such as "Once a year" and may stand on many cards. */
const SHORTEST_SENTENCE = 5;

/** The sentences of a card that say something, in the one spelling in which texts are compared. */
export function comparableSentences(card: Card): ReadonlySet<string> {
  const sentences = proseOf(card).flatMap((text) => sentencesOf(text).map((sentence) => wordsOf(sentence)));
  return new Set(
    sentences.filter((words) => words.length >= SHORTEST_SENTENCE).map((words) => words.join(' ')),
  );
}

const GRAM = 5;

/** Runs of five words within a sentence or cell. */
export function gramsOf(card: Card): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const text of proseOf(card)) {
    const words = wordsOf(text);
    for (let at = 0; at + GRAM <= words.length; at++) grams.add(words.slice(at, at + GRAM).join(' '));
  }
  return grams;
}
