/** The name of the standard and the word "Annex" before an id: `ISO/IEC 27001:2022 `, `Annex `. */
const PREFIX = /^(?:(?:iso[\s/]*(?:iec)?[\s-]*)?2700[12](?::20\d\d)?[\s:/-]{0,3})?(?:annex\s{0,2}(?=a))?/i;

/**
 * The text that stands in the place of an id in running text when it becomes `ids`: what names the standard stays, so
 * that `ISO/IEC 27001:2022 A.9.2.1` becomes `ISO/IEC 27001:2022 A.5.16`, and `27001:5.99` becomes `27001:5.9`.
 */
export function respell(spelled: string, ids: readonly string[]): string {
  const prefix = PREFIX.exec(spelled)?.[0] ?? '';
  const [first = '', ...rest] = ids;
  const bare = prefix !== '' && /^\d/.test(spelled.slice(prefix.length));
  return [`${prefix}${bare ? first.replace(/^A\./, '') : first}`, ...rest].join(', ');
}
