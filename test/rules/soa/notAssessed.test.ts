import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith } from './soaHarness';

const RULE = 'soa/not-assessed';

describe(RULE, () => {
  const cells: readonly (readonly [string, boolean])[] = [
    ['TBC', true],
    ['tbd', true],
    ['To be assessed', true],
    ['[Yes/No]', true],
    ['Yes/No', true],
    ['{{APPLICABLE}}', true],
    ['❓', true],
    ['❓ TBC', true],
    ['offen', true],
    ['Yes', false],
    ['', false],
    ['Perhaps', false],
  ];
  for (const [cell, fires] of cells) {
    it(`${fires ? 'fires' : 'is silent'} on "${cell}"`, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(`| A.5.15 | Access control | ${cell} | | |`));
      assert.deepEqual(findings.map(textOf), fires ? [cell] : []);
    });
  }

  it('is all that is said of the row', () => {
    const rules = [
      'soa/missing-justification',
      'soa/weak-justification',
      'soa/missing-status',
      'soa/invalid-status',
      'soa/missing-applicability',
      'soa/invalid-applicability',
    ];
    for (const row of [
      '| A.5.15 | Access control | TBC | | |',
      '| A.5.15 | Access control | TBC | TBD | Blue |',
    ]) {
      for (const rule of rules) assert.deepEqual(findingsOf(rule, soaWith(row)).findings, [], rule);
    }
  });
});
