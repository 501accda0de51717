import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainConfig, plainIgnoreEntry } from '../../server/src/engine/config/plainConfig';
import { configSchema, ignoreEntrySchema } from '../../server/src/engine/config/schema';

/** What may stand at a key, right or wrong. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      'soa.md',
      '',
      'P1Y',
      'error',
      'off',
      'iso27001',
      'approved',
      'pr',
      '2026-12-31',
      '2026-02-30',
      '2026-1-1',
    ],
    ...[0, 8, -1.5, Number.NaN, Number.POSITIVE_INFINITY, true, false, null, undefined],
  ),
);
const key = fc.constantFrom(
  ...['rule', 'files', 'controls', 'reason', 'until', 'by', 'include', 'exclude', 'root', 'site', 'ignore'],
  ...['levels', 'versionBump', 'IMP131', '1', 'soa/missing', '__proto__', 'constructor', 'x'],
);
const entries = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
  fc.array(fc.tuple(key, value), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));
const list = fc.array(scalar, { maxLength: 3 });
const strings = fc.array(fc.constantFrom('a', 'b/**'), { maxLength: 3 });
const word = fc.constantFrom('error', 'off', 'iso27001', 'clauses', 'approved', 'draft', 'wrong');
const ignored = fc.record(
  {
    rule: fc.constant('soa/missing'),
    files: fc.oneof(strings, fc.constant('a')),
    controls: strings,
    reason: fc.constant('Landlord'),
    until: fc.constantFrom('2026-12-31', '2026-02-30'),
    by: scalar,
  },
  { requiredKeys: [] },
);
const value = fc.oneof(
  scalar,
  list,
  strings,
  entries(fc.oneof(scalar, strings)),
  entries(word),
  fc.array(fc.oneof(ignored, entries(scalar)), { maxLength: 2 }),
);
const anyConfig = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(configSchema.shape), 'organisation', '__proto__'), value), {
    maxLength: 4,
  })
  .map((pairs) => Object.fromEntries(pairs) as object);

describe('a configuration that is plainly sound', () => {
  it('is what the schema makes of it, in the same order', () => {
    fc.assert(
      fc.property(fc.oneof(anyConfig, value), (config) => {
        const plain = plainConfig(config);
        if (plain === undefined) return;
        assert.equal(JSON.stringify(plain), JSON.stringify(configSchema.parse(config)));
        assert.deepEqual(plain, configSchema.parse(config));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is so for every entry of ignore', () => {
    fc.assert(
      fc.property(fc.oneof(ignored, value), (entry) => {
        const plain = plainIgnoreEntry(entry);
        if (plain === undefined) return;
        assert.equal(JSON.stringify(plain), JSON.stringify(ignoreEntrySchema.parse(entry)));
      }),
      { numRuns: 20_000 },
    );
  });

  for (const [name, schema] of Object.entries(configSchema.shape))
    it(`needs no schema for the examples of ${name}`, () => {
      const left = ['riskMatrix', 'impact'].includes(name);
      for (const example of (schema.meta()?.examples ?? []) as readonly unknown[])
        assert.equal(plainConfig({ [name]: example }) === undefined, left, JSON.stringify(example));
    });
});
