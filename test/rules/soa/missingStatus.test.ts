import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf, HEADER, soaWith } from './soaHarness';

const RULE = 'soa/missing-status';

const row = (applicable: string, status: string): string =>
  `| A.5.15 | Access control | ${applicable} | Contract | ${status} |`;

describe(RULE, () => {
  const cells: readonly (readonly [string, string, boolean])[] = [
    ['Yes', '', true],
    ['Yes', '—', true],
    ['Yes', 'N/A', true],
    ['Yes', 'Implemented', false],
    ['Yes', 'To be assessed', false],
    ['Yes', 'Inherited', false],
    ['Yes', 'Blue', false],
    ['No', '', false],
    ['TBC', '', false],
    ['', '', false],
  ];
  for (const [applicable, status, fires] of cells) {
    it(`${fires ? 'fires' : 'is silent'} on "${applicable}" with "${status}"`, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(row(applicable, status)));
      assert.deepEqual(findings.map(textOf), fires ? [status] : []);
    });
  }

  it('fires once, on the header, where the table has no such column', () => {
    const { findings, textOf } = findingsOf(
      RULE,
      '=== soa.md\n| Control | Applicable | Justification |\n|---|---|---|\n| A.5.1 | Yes | Contract |\n| A.5.2 | Yes | Contract |\n',
    );
    assert.deepEqual(findings.map(textOf), ['| Control | Applicable | Justification |']);
  });

  it('needs no column where nothing applies', () => {
    assert.deepEqual(
      findingsOf(
        RULE,
        '=== soa.md\n| Control | Applicable | Justification |\n|---|---|---|\n| A.5.1 | No | AWS |\n',
      ).findings,
      [],
    );
  });

  it('offers the words of the file', () => {
    const rows = [
      '| A.5.1 | x | Ja | Vertrag | Umgesetzt |',
      '| A.5.2 | x | Ja | Vertrag | teilweise umgesetzt |',
      '| A.5.3 | x | Nein | AWS | |',
    ];
    const { titles } = findingsOf(RULE, soaWith(...rows, row('Ja', '')));
    assert.deepEqual(titles(), [
      'Set to Umgesetzt',
      'Set to teilweise umgesetzt',
      'Set to Geplant',
      'Set to Nicht begonnen',
    ]);
  });

  it('offers the codes of a legend', () => {
    const literal = `=== soa.md\nLegend: I = Implemented, PI = Partially implemented, NI = Not implemented\n\n${HEADER}\n| A.5.1 | x | Yes | Contract | I |\n| A.5.2 | x | Yes | Contract | PI |\n${row('Yes', '')}\n`;
    assert.deepEqual(findingsOf(RULE, literal).titles(), [
      'Set to I',
      'Set to PI',
      'Set to Planned',
      'Set to Not started',
    ]);
  });

  const fixed: readonly (readonly [string, string, string])[] = [
    ['an empty cell', row('Yes', ''), row('Yes', 'Partial')],
    ['a dash', row('Yes', '—'), row('Yes', 'Partial')],
    ['a row that is too short', '| A.5.15 | Access control | Yes | Contract |', row('Yes', 'Partial')],
    ['a row without its last bar', '| A.5.15 | Access control | Yes | Contract | ', row('Yes', 'Partial')],
  ];
  for (const [name, before, after] of fixed) {
    it(`writes into ${name}`, () =>
      assert.equal(afterFix(RULE, soaWith(before), 'Set to Partial').trimEnd(), `${HEADER}\n${after}`));
  }
});
