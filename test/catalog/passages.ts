import { readFileSync } from 'node:fs';
import { readPassages, type Passage } from '../../server/tools/catalog/readPassages';

/**
 * The labelled set by which element terms are measured. Each passage was written from the questions of the elements
 * alone, before anybody looked at their terms. A block in `passages/*.txt` is `CONTROL LANGUAGE: element, element` and
 * the text under it; `-` marks a trap: the control's words about another subject.
 */
export const PASSAGES: readonly Passage[] = ['organizational', 'people', 'physical', 'technological'].flatMap(
  read,
);

/** Passages that no term may be mended for. */
export const HELD_OUT_PASSAGES: readonly Passage[] = read('held-out');

function read(name: string): readonly Passage[] {
  return readPassages(readFileSync(new URL(`passages/${name}.txt`, import.meta.url), 'utf8'));
}
