import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf, HEADER, soaWith } from './soaHarness';

const RULE = 'soa/invalid-status';

const row = (applicable: string, status: string): string =>
  `| A.5.15 | Access control | ${applicable} | Contract | ${status} |`;

describe(RULE, () => {
  const cells: readonly (readonly [string, string, boolean])[] = [
    ['Yes', 'Blue', true],
    ['Yes', 'Implementd', true],
    ['Yes', 'Q3', true],
    ['Yes', 'Implemented', false],
    ['Yes', 'Implemented (2024)', false],
    ['Yes', '80 %', false],
    ['Yes', '3 - Defined', false],
    ['Yes', 'Level 2', false],
    ['Yes', '🟡', false],
    ['Yes', '![Status: Implemented](https://img.example/badge.svg)', false],
    ['No', 'Blue', false],
    ['TBC', 'Blue', false],
  ];
  for (const [applicable, status, fires] of cells) {
    it(`${fires ? 'fires' : 'is silent'} on "${applicable}" with "${status}"`, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(row(applicable, status)));
      assert.deepEqual(findings.map(textOf), fires ? [status] : []);
    });
  }

  it('prefers the status that a slip of the pen stands for', () => {
    const { findings } = findingsOf(RULE, soaWith(row('Yes', 'Implementd')));
    assert.deepEqual(
      findings[0]?.fixes.filter((fix) => fix.preferred).map((fix) => fix.title),
      ['Set to Implemented'],
    );
    assert.equal(findings[0]?.hint, 'Did you mean "Implemented"?');
  });

  it('understands the codes that a legend explains, in a sentence, a list or a table', () => {
    const legends = [
      'Legend: B = Partially implemented',
      '- **B**: Partially implemented',
      '| Code | Meaning |\n|---|---|\n| B | Partially implemented |',
    ];
    for (const legend of legends) {
      assert.deepEqual(
        findingsOf(RULE, `=== soa.md\n${legend}\n\n${HEADER}\n${row('Yes', 'B')}\n`).findings,
        [],
        legend,
      );
    }
    assert.equal(findingsOf(RULE, soaWith(row('Yes', 'B'))).findings.length, 1);
  });

  it('replaces the cell, and nothing else', () => {
    assert.equal(
      afterFix(RULE, soaWith(row('Yes', '**Blue**')), 'Set to Planned'),
      `${HEADER}\n${row('Yes', 'Planned')}\n`,
    );
  });
});
