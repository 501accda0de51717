import { createWordRun, readWords } from '../text/wordRun';
import { createTermMatcher, type AddressedElements } from './termMatcher';
import type { TermIndex } from './termIndex';

export { createTermIndex, type TermIndex } from './termIndex';
export type { AddressedElements } from './termMatcher';

/**
 * The elements of `controls` that a text settles, read from its sentences (`sentencesOf`): an element is settled where
 * one sentence holds all patterns of one of its terms, each in words of its own. A control with no settled element is
 * absent. Time grows with the length of the text alone: each word is looked up, and no phrase is tried twice at one place.
 */
export function addressedElements(
  index: TermIndex,
  sentences: readonly string[],
  controls: readonly string[],
): AddressedElements {
  const { read, look, found } = createTermMatcher(index)(controls);
  const [title, words] = [createWordRun(), createWordRun()];
  for (const sentence of sentences) {
    words.length = 0;
    readWords(index.tree, sentence, words);
    read(title, words);
    look(0, words.length);
  }
  return found;
}
