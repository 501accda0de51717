/** How much two lists have in common: 1 where they hold the same items, 0 where they share none. Blank items do not count. */
export function similarity(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of one) if (item !== '') counts.set(item, (counts.get(item) ?? 0) + 1);
  let total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let common = 0;
  for (const item of other) {
    if (item === '') continue;
    total++;
    const left = counts.get(item) ?? 0;
    if (left === 0) continue;
    common++;
    counts.set(item, left - 1);
  }
  return total === 0 ? 0 : (2 * common) / total;
}
