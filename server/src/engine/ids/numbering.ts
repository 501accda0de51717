/** The last control number of each theme of Annex A, edition 2022: A.5.1–A.5.37 and so on. */
export const LAST_CONTROL: Readonly<Record<number, number>> = { 5: 37, 6: 8, 7: 14, 8: 34 };

/** `A.5.15` for theme 5, number 15. */
export function controlId(theme: number, number: number): string {
  return `A.${theme}.${number}`;
}

/** Orders ids by their numbers, not by their letters: A.5.2 before A.5.10. */
export function compareIds(a: string, b: string): number {
  const left = a.match(/\d+/g) ?? [];
  const right = b.match(/\d+/g) ?? [];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = Number(left[i] ?? -1) - Number(right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
