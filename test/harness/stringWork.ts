/** The methods through which code looks at the characters of a text, with how many a call looks at. */
const COUNTED = {
  charCodeAt: () => 1,
  charAt: () => 1,
  startsWith: (_: string, result: unknown, [wanted]: readonly unknown[]) =>
    String(wanted).length + (result === true ? 0 : 1),
  indexOf: (text: string, result: unknown, [wanted, from = 0]: readonly unknown[]) =>
    (result === -1 ? text.length : Number(result) + String(wanted).length) - Number(from),
  lastIndexOf: (text: string, result: unknown) => text.length - Math.max(0, Number(result)),
  includes: (text: string) => text.length,
  slice: (_: string, result: unknown) => String(result).length,
  replace: (text: string) => text.length,
  trim: (text: string) => text.length,
} as const;

/** How many characters a task looks at: a measure of work that no busy machine changes. */
export function stringWork(task: () => void): number {
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = Object.keys(COUNTED).map((name) => [name, prototype[name]] as const);
  let work = 0;
  for (const [name, original] of originals) {
    const cost = COUNTED[name as keyof typeof COUNTED] as (
      text: string,
      result: unknown,
      args: readonly unknown[],
    ) => number;
    prototype[name] = function (this: string, ...args: unknown[]) {
      const result = original?.apply(this, args);
      work += Math.max(1, cost(this, result, args));
      return result;
    };
  }
  try {
    task();
  } finally {
    for (const [name, original] of originals) if (original !== undefined) prototype[name] = original;
  }
  return work;
}
