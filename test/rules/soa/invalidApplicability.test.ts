import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf, HEADER, soaWith } from './soaHarness';

const RULE = 'soa/invalid-applicability';

describe(RULE, () => {
  const cells: readonly (readonly [string, boolean])[] = [
    ['Sometimes', true],
    ['Partially', true],
    ['See comment', true],
    ['42', true],
    ['Yes', false],
    ['Yes, partially', false],
    ['No – hosted by AWS', false],
    ['✅ Applicable', false],
    ['', false],
    ['TBD', false],
  ];
  for (const [cell, fires] of cells) {
    it(`${fires ? 'fires' : 'is silent'} on "${cell}"`, () => {
      const { findings, textOf } = findingsOf(
        RULE,
        soaWith(`| A.5.15 | Access control | ${cell} | Contract | |`),
      );
      assert.deepEqual(findings.map(textOf), fires ? [cell] : []);
    });
  }

  const slips: readonly (readonly [string, string | undefined])[] = [
    ['Aplicabel', 'Set to Yes'],
    ['Nott applicable', 'Set to No'],
    ['Excludded', 'Set to No'],
    ['Sometimes', undefined],
    ['42', undefined],
  ];
  for (const [cell, preferred] of slips) {
    it(`prefers ${preferred ?? 'nothing'} for "${cell}"`, () => {
      const { findings } = findingsOf(RULE, soaWith(`| A.5.15 | Access control | ${cell} | Contract | |`));
      assert.deepEqual(
        findings[0]?.fixes.filter((fix) => fix.preferred).map((fix) => fix.title),
        preferred === undefined ? [] : [preferred],
      );
      if (preferred !== undefined) assert.match(findings[0]?.hint ?? '', /Did you mean/);
    });
  }

  it('replaces the cell, and nothing else', () => {
    const before =
      '| **A.5.15** | Access control | *Sometimes* <!-- isms-disable-line x -- y --> | Contract | |';
    const after = '| **A.5.15** | Access control | No <!-- isms-disable-line x -- y --> | Contract | |';
    assert.equal(afterFix(RULE, soaWith(before), 'Set to No'), `${HEADER}\n${after}\n`);
  });
});
