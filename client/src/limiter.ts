/** Runs at most `limit` tasks at a time; the others wait in the order in which they came. */
export type Limiter = <T>(task: () => PromiseLike<T>) => Promise<T>;

export function createLimiter(limit: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place goes straight to the next one, so that a newcomer cannot take it in between.
      if (next === undefined) running--;
      else next();
    }
  };
}
