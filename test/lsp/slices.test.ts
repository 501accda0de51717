import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { inSlices, pauseNowAndThen } from '../../server/src/lsp/slices';

describe('work in slices', () => {
  it('lets others have their turn, and goes on until it is done', async () => {
    const clock = clockAt(0);
    const events: string[] = [];
    const pause = (): Promise<void> => Promise.resolve(void events.push('pause'));
    let left = 5;
    await inSlices(pause, (isTimeUp) => {
      while (left > 0 && !isTimeUp()) {
        events.push(`piece ${left--}`);
        clock.now += 5;
      }
      return left === 0;
    });
    clock.restore();
    assert.deepEqual(events, ['piece 5', 'piece 4', 'pause', 'piece 3', 'piece 2', 'pause', 'piece 1']);
  });

  it('pauses only where some time has passed', async () => {
    const clock = clockAt(100);
    let pauses = 0;
    const pause = pauseNowAndThen(async () => {
      pauses++;
      await Promise.resolve();
    });
    for (let piece = 0; piece < 10; piece++) {
      clock.now += 3;
      await pause();
    }
    clock.restore();
    assert.equal(pauses, 3);
  });
});

/** A clock that stands still until it is moved. */
function clockAt(start: number): { now: number; restore(): void } {
  const clock = { now: start, restore: () => mocked.mock.restore() };
  const mocked = mock.method(performance, 'now', () => clock.now);
  return clock;
}
