import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDate } from '../../server/src/engine/text/date';
import { nearest } from '../../server/src/engine/text/nearest';

describe('isDate', () => {
  for (const text of ['2026-01-31', '2028-02-29', '2000-02-29', '1999-12-31']) {
    it(`takes ${text}`, () => {
      assert.ok(isDate(text));
    });
  }

  for (const text of [
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
  ]) {
    it(`refuses "${text}"`, () => {
      assert.ok(!isDate(text));
    });
  }
});

const WORDS = ['error', 'warning', 'information', 'hint', 'off'];

describe('nearest', () => {
  for (const [word, expected] of [
    ['eror', 'error'],
    ['ERROR', 'error'],
    ['warn', 'warning'],
    ['info', 'information'],
    ['fatal', undefined],
  ] as const) {
    it(`${word} → ${String(expected)}`, () => {
      assert.equal(nearest(word, WORDS), expected);
    });
  }
});
