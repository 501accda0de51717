import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { createBatch, createScheduler } from '../../server/src/lsp/scheduler';

describe('the scheduler', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  function recorded(cost = 0) {
    const events: string[] = [];
    const scheduler = createScheduler<string>({
      soon: (root) => events.push(`soon ${root}`),
      quiet: (root) => events.push(`quiet ${root}`),
      cost: () => cost,
    });
    return { scheduler, take: () => events.splice(0) };
  }

  it('checks the file at hand while somebody types on, and the rest after a pause', () => {
    const { scheduler, take } = recorded();
    for (let i = 0; i < 3; i++) {
      // What arrives together is one edit.
      scheduler.edited('a');
      scheduler.edited('a');
      mock.timers.tick(40);
    }
    assert.deepEqual(take(), ['soon a', 'soon a', 'soon a']);
    mock.timers.tick(1000);
    assert.deepEqual(take(), ['quiet a']);
    mock.timers.tick(10_000);
    assert.deepEqual(take(), []);
  });

  it('waits longer where a check takes long', () => {
    const { scheduler, take } = recorded(500);
    scheduler.edited('a');
    mock.timers.tick(900);
    assert.deepEqual(take(), []);
    mock.timers.tick(100);
    assert.deepEqual(take(), ['soon a']);
  });

  it('keeps roots apart and forgets', () => {
    const { scheduler, take } = recorded();
    scheduler.edited('a');
    scheduler.edited('b');
    scheduler.forget('a');
    mock.timers.tick(1000);
    assert.deepEqual(take(), ['soon b', 'quiet b']);
    scheduler.edited('a');
    scheduler.dispose();
    mock.timers.tick(1000);
    assert.deepEqual(take(), []);
  });

  it('hands over a burst as one', () => {
    const batches: (readonly number[])[] = [];
    const batch = createBatch<number>(100, (values) => batches.push(values));
    batch.add([1]);
    mock.timers.tick(90);
    batch.add([2, 3]);
    mock.timers.tick(90);
    assert.deepEqual(batches, []);
    mock.timers.tick(10);
    assert.deepEqual(batches, [[1, 2, 3]]);
    batch.add([4]);
    mock.timers.tick(100);
    assert.deepEqual(batches.at(-1), [4]);
    batch.add([5]);
    batch.dispose();
    mock.timers.tick(1000);
    assert.equal(batches.length, 2);
  });
});
