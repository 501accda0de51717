import { normalise, remembered } from './lookup';

/** Tells whether a normalised word is one of the entries: a whole word, `begin*` or `*end`. */
export function createWordMatcher(entries: readonly string[]): (word: string) => boolean {
  const exact = new Set(entries.filter((entry) => !entry.includes('*')).map(normalise));
  const begins = partsByLength(
    entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
  );
  const ends = partsByLength(entries.filter((entry) => entry.startsWith('*')).map((entry) => entry.slice(1)));
  return remembered(
    (word) =>
      exact.has(word) ||
      begins.some(([length, parts]) => length <= word.length && parts.has(word.slice(0, length))) ||
      ends.some(([length, parts]) => length <= word.length && parts.has(word.slice(word.length - length))),
  );
}

/** Words are looked up and not tried one after the other: there are hundreds of parts, of a few lengths. */
function partsByLength(parts: readonly string[]): readonly (readonly [number, ReadonlySet<string>])[] {
  const byLength = new Map<number, Set<string>>();
  for (const part of parts) byLength.set(part.length, (byLength.get(part.length) ?? new Set()).add(part));
  return [...byLength];
}
