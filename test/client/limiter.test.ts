import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toBase64 } from '../../client/src/base64';
import { createLimiter } from '../../client/src/limiter';

describe('limiter', () => {
  it('runs no more tasks at once than allowed, all of them, and in order', async () => {
    const limited = createLimiter(3);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        limited(async () => {
          started.push(index);
          most = Math.max(most, ++running);
          await new Promise((resolve) => setImmediate(resolve));
          running--;
          return index;
        }),
      ),
    );
    assert.equal(most, 3);
    assert.deepEqual(
      started,
      [...started].sort((a, b) => a - b),
    );
    assert.deepEqual(results, started);
  });

  it('goes on after a task that fails', async () => {
    const limited = createLimiter(1);
    const failing = limited(() => Promise.reject(new Error('no such file')));
    const next = limited(() => Promise.resolve('read'));
    await assert.rejects(failing, /no such file/);
    assert.equal(await next, 'read');
  });
});

describe('base64', () => {
  it('holds any bytes, files larger than the stack included', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        assert.deepEqual(new Uint8Array(Buffer.from(toBase64(bytes), 'base64')), bytes);
      }),
    );
    const large = new Uint8Array(5_000_000).map((_, index) => index % 251);
    assert.ok(Buffer.from(toBase64(large), 'base64').equals(large));
  });
});
