/** True for two lists of the same values in the same order. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

/** `next`, or the value that stood there before where both hold the same. */
export function keptList<Item>(
  previous: readonly Item[] | undefined,
  next: readonly Item[],
): readonly Item[] {
  return previous !== undefined && isSameList(previous, next) ? previous : next;
}

/** `next`, or the set that stood there before where both hold the same. */
export function keptSet<Item>(
  previous: ReadonlySet<Item> | undefined,
  next: ReadonlySet<Item>,
): ReadonlySet<Item> {
  const same = previous?.size === next.size && [...next].every((each) => previous.has(each));
  return same ? previous : next;
}

/** `next` with the lists that stood there before where they hold the same, and as a whole where all of them do. */
export function keptGroups<Key, Item>(
  previous: ReadonlyMap<Key, readonly Item[]> | undefined,
  next: ReadonlyMap<Key, readonly Item[]>,
): ReadonlyMap<Key, readonly Item[]> {
  if (previous === undefined) return next;
  const kept = new Map([...next].map(([key, items]) => [key, keptList(previous.get(key), items)] as const));
  const same = previous.size === kept.size && isSameList([...previous].flat(), [...kept].flat());
  return same ? previous : kept;
}
