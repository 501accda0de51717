/** Milliseconds. */
const QUIET = 300;
const LONGEST_WAIT = 2000;
/** A check that takes no longer than this is done with every key: nobody notices it while typing. */
const UNNOTICED = 25;

export interface SchedulerEvents<Root> {
  /** Somebody typed: the file at hand is checked, as soon as what else has arrived was taken in. */
  readonly soon: (root: Root) => void;
  /** The author paused: everything is checked. Half-typed words have not stirred up other files until now. */
  readonly quiet: (root: Root) => void;
  /** How long a check of this root takes, in milliseconds: a large ISMS is checked less often. */
  readonly cost: (root: Root) => number;
}

/** Coalesces edits: many of them make one check. */
export interface Scheduler<Root> {
  edited(root: Root): void;
  /** Drops what is waiting for a root. */
  forget(root: Root): void;
  dispose(): void;
}

interface Waiting {
  soon: ReturnType<typeof setTimeout> | undefined;
  quiet: ReturnType<typeof setTimeout> | undefined;
}

export function createScheduler<Root>(events: SchedulerEvents<Root>): Scheduler<Root> {
  const waiting = new Map<Root, Waiting>();
  const forget = (root: Root): void => {
    const timers = waiting.get(root);
    clearTimeout(timers?.soon);
    clearTimeout(timers?.quiet);
    waiting.delete(root);
  };
  return {
    edited(root) {
      const timers = waiting.get(root) ?? { soon: undefined, quiet: undefined };
      const cost = events.cost(root);
      const delay = cost <= UNNOTICED ? 0 : Math.min(LONGEST_WAIT, cost * 2);
      // Not put off by further edits, so that findings follow also those who type without a pause.
      timers.soon ??= setTimeout(() => {
        timers.soon = undefined;
        events.soon(root);
      }, delay);
      clearTimeout(timers.quiet);
      timers.quiet = setTimeout(() => {
        forget(root);
        events.quiet(root);
      }, QUIET + delay);
      waiting.set(root, timers);
    },
    forget,
    dispose: () => [...waiting.keys()].forEach(forget),
  };
}

/** Gathers values until none comes for a while, and hands them over together. */
export interface Batch<Value> {
  add(values: readonly Value[]): void;
  dispose(): void;
}

export function createBatch<Value>(delay: number, handle: (values: readonly Value[]) => void): Batch<Value> {
  let gathered: Value[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  return {
    add(values) {
      if (gathered.length === 0) since = performance.now();
      gathered.push(...values);
      clearTimeout(timer);
      const waited = performance.now() - since;
      timer = setTimeout(
        () => {
          const all = gathered;
          gathered = [];
          handle(all);
        },
        waited > LONGEST_WAIT ? 0 : delay,
      );
    },
    dispose: () => clearTimeout(timer),
  };
}
