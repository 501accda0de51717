/** The numbered clauses of ISO/IEC 27001:2022 that look like ids of Annex A when the letter is left out. */
const SUBCLAUSES: Readonly<Record<number, number>> = { 4: 4, 5: 3, 6: 3, 7: 5, 8: 3, 9: 3, 10: 2 };
const THIRD_LEVEL: Readonly<Record<string, number>> = { '6.1': 3, '7.5': 3, '9.2': 2, '9.3': 3 };

/** True for the id of a clause of ISO/IEC 27001 itself: `6.1.3`, `9.2`. */
export function isClause(id: string): boolean {
  const numbers = id.split('.').map(Number);
  const [clause, sub, third] = numbers;
  if (clause === undefined || SUBCLAUSES[clause] === undefined) return false;
  if (sub === undefined) return true;
  if (!(sub >= 1 && sub <= (SUBCLAUSES[clause] ?? 0))) return false;
  return third === undefined || (third >= 1 && third <= (THIRD_LEVEL[`${clause}.${sub}`] ?? 0));
}
