import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_SETTINGS, readSettings } from '../../server/src/lsp/settings';

const RULES = ['soa/missing', 'mapping/unknown-control'];

function read(value: unknown): {
  readonly settings: ReturnType<typeof readSettings>;
  readonly logged: string[];
} {
  const logged: string[] = [];
  return { settings: readSettings(value, RULES, (message) => logged.push(message)), logged };
}

describe('settings of the editor', () => {
  it('are read', () => {
    const { settings, logged } = read({
      enable: false,
      showAllFindings: true,
      rules: { 'soa/missing': 'off', 'mapping/unknown-control': 'hint' },
    });
    assert.deepEqual(settings, {
      enable: false,
      showAllFindings: true,
      severities: { 'soa/missing': 'off', 'mapping/unknown-control': 'hint' },
    });
    assert.deepEqual(logged, []);
  });

  for (const value of [undefined, null, 'x', 7, [], {}, { enable: 'yes', rules: [] }])
    it(`${JSON.stringify(value)} is no setting`, () =>
      assert.deepEqual(read(value), { settings: NO_SETTINGS, logged: [] }));

  it('that are not understood are left out, with a line in the log', () => {
    const { settings, logged } = read({
      rules: { 'soa/missin': 'off', 'soa/missing': 'loud', 'mapping/unknown-control': 'off' },
    });
    assert.deepEqual(settings.severities, { 'mapping/unknown-control': 'off' });
    assert.deepEqual(logged, [
      'ismsPolicy.rules: there is no rule "soa/missin".',
      'ismsPolicy.rules: soa/missing cannot be "loud".',
    ]);
  });
});
