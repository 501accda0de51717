/** Milliseconds of work after which others have their turn: what somebody types is taken in without a delay. */
const SLICE = 8;

/** Goes on with some work until it says that it is done, and lets others have their turn in between. */
export async function inSlices(
  pause: () => Promise<void>,
  work: (isTimeUp: () => boolean) => boolean,
): Promise<void> {
  let start = performance.now();
  while (!work(() => performance.now() - start > SLICE)) {
    await pause();
    start = performance.now();
  }
}

/** A pause for many small pieces of work: one that comes soon after another is none. */
export function pauseNowAndThen(pause: () => Promise<void>): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE) return;
    await pause();
    last = performance.now();
  };
}
