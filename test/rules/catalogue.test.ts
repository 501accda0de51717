import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RULES } from '../../server/src/engine/rules/registry';
import { isms } from '../harness/cli';
import { PROMISED_RULES } from './catalogue';

describe('the rules that were promised', () => {
  const ids = PROMISED_RULES.map(({ id }) => id).sort();

  it('are all there, and no others', () => {
    assert.deepEqual(RULES.map(({ id }) => id).sort(), ids);
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const { id, severity, fix } of PROMISED_RULES) {
    it(`${id}: ${severity}, ${fix === 'none' ? 'never fixed unasked' : `a ${fix} fix`}`, () => {
      const rule = RULES.find((each) => each.id === id);
      assert.equal(rule?.severity, severity);
      if (fix === 'none') assert.notEqual(rule?.fix, 'safe');
      else assert.equal(rule?.fix, fix);
    });
  }

  it('are listed by the command line', async () => {
    const run = await isms(['rules', '--format', 'json']);
    const { rules } = JSON.parse(run.stdout) as { readonly rules: readonly { readonly id: string }[] };
    assert.deepEqual(rules.map(({ id }) => id).sort(), ids);
  });
});
