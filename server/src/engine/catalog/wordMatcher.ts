import { normalise } from './lookup';

/** Tells whether a normalised word is one of the entries: a whole word, `begin*` or `*end`. */
export function createWordMatcher(entries: readonly string[]): (word: string) => boolean {
  const exact = new Set(entries.filter((entry) => !entry.includes('*')).map(normalise));
  const begins = entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1));
  const ends = entries.filter((entry) => entry.startsWith('*')).map((entry) => entry.slice(1));
  return (word) =>
    exact.has(word) ||
    begins.some((start) => word.startsWith(start)) ||
    ends.some((end) => word.endsWith(end));
}
