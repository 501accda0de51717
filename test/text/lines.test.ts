import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineAbove, lineAround, lineBelow } from '../../server/src/engine/text/lines';
import { engine } from '../harness/engine';

describe('lines of a text', () => {
  it('begin at its first character, though that is a line break', () => {
    assert.deepEqual(lineAround('\na\n', 0), { start: 0, end: 0 });
    assert.deepEqual(lineAround('\na\n', 1), { start: 1, end: 2 });
    assert.deepEqual(lineAbove('\na\n', 1), { start: 0, end: 0 });
    assert.equal(lineAbove('\na\n', 0), undefined);
    assert.deepEqual(lineBelow('\na\n', 0), { start: 1, end: 2 });
  });

  it('come to an end upwards: a comment below an empty first line is read', () => {
    const { facts } = engine.read('a.md', '\n<!-- isms-disable policy/vague-wording -->\n', undefined);
    assert.equal(facts.suppressions.length, 1);
    assert.deepEqual(facts.tableBreaks, []);
  });
});
