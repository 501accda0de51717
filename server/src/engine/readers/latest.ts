/**
 * The newest of the entries of a history, by its date; without dates the last one. Newest first is as common as newest
 * last: of several entries of one day the one at that end is the newest.
 */
export function latestOf<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => string,
): Entry | undefined {
  const dates = entries.map((entry) => isoDate(dateOf(entry)));
  const newestFirst = (dates[0] ?? '') > (dates.at(-1) ?? '');
  const highest = dates.reduce((best, each) => (each > best ? each : best), '');
  return entries[newestFirst ? dates.indexOf(highest) : dates.lastIndexOf(highest)];
}

function isoDate(text: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
}
