/** The few assertions that the suite needs; Node's module does not exist in a web worker. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [left, right] = [JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1)];
  if (left !== right) throw new Error(`${what}: expected\n${right}\nbut got\n${left}`);
}

export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected "${part}" in:\n${text}`);
}

export function excludes(text: string, part: string): void {
  if (text.includes(part)) throw new Error(`expected no "${part}" in:\n${text}`);
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
