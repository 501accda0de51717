/** Items by the controls that they name, in their own order; an item that names a control twice counts once. */
export function groupByControl<Item>(
  items: readonly Item[],
  idsOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const id of new Set(idsOf(item))) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [item]);
      else group.push(item);
    }
  }
  return groups;
}
