import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLineHashes } from '../../server/src/cli/fingerprint';
import { lineHashes } from '../harness/lineHashes';

describe('the line hash', () => {
  it('is the one of the upload action for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r', '\r\n', 'ü', '🔐', '\ufeff'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (content) => {
        const hash = createLineHashes(content);
        lineHashes(content).forEach((expected, line) => assert.equal(hash(line), expected));
      }),
    );
  });
});
