import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith } from './soaHarness';

const RULE = 'soa/untraced-inclusion';

describe(RULE, () => {
  const reasons: readonly (readonly [string, boolean])[] = [
    ['Most people work at home for three days of the week.', true],
    ['Nur so bleiben die Uhren der Server gleich.', true],
    ['We want our servers to agree on the time.', true],
    ['Treats R-004.', false],
    ['The risk that a laptop is lost', false],
    ['Laptops were stolen in 2024.', false],
    ['GDPR Art. 32', false],
    ['BDSG § 26', false],
    ['Port contract, section 4', false],
    ['Hafenvertrag, Anlage 2', false],
    ['The board decided so on 3 May 2025.', false],
    ['Behandelt das Restrisiko aus dem Fernzugriff', false],
    ['Requirement REQ-07', false],
    ['Asked for by ISO 27001 9.2', false],
    ['Gefordert durch ISO/IEC 27001:2022, Abschnitt 9.2.2', false],
    ['Our clocks follow ISO 27001 A 8.17', true],
    ['Verlust von Reisedaten stoppt die Abrechnung', false],
  ];
  for (const [reason, fires] of reasons) {
    it(`${fires ? 'fires on' : 'is silent on'} "${reason}"`, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(`| A.8.17 | | Yes | ${reason} | Planned |`));
      assert.deepEqual(findings.map(textOf), fires ? [reason] : []);
    });
  }

  const silent: readonly (readonly [string, string])[] = [
    ['on exclusions', '| A.8.30 | | No | All code is our own. | |'],
    ['where nobody has decided', '| A.8.30 | | TBC | All code is our own. | |'],
    ['on an empty cell', '| A.8.30 | | Yes | | Planned |'],
    ['where the text is weak, which is a finding of its own', '| A.8.30 | | Yes | Required | Planned |'],
  ];
  for (const [name, row] of silent)
    it(`is silent ${name}`, () => assert.deepEqual(findingsOf(RULE, soaWith(row)).findings, []));

  it('reads columns of risks and of kinds of reasons', () => {
    const { findings } = findingsOf(
      RULE,
      `
=== soa.md
| Control | Applicable | Justification | Origin | Contractual | Risks |
| --- | --- | --- | --- | --- | --- |
| A.6.7 | Yes | Most people work at home. | | | R-007 |
| A.6.8 | Yes | Most people work at home. | LR | | — |
| A.7.9 | Yes | Most people work at home. | | x | |
| A.8.1 | Yes | Most people work at home. | Best practice | no | |
`,
    );
    assert.deepEqual(
      findings.map(({ control }) => control),
      ['A.8.1'],
    );
  });

  it('knows the ids of a register of requirements', () => {
    const literal = `${soaWith('| A.6.7 | | Yes | C/4.2: most people work at home. | Planned |')}
=== requirements.md
---
type: requirements-register
---
| ID | Requirement | Source | Controls |
| --- | --- | --- | --- |
| C/4.2 | Work at home | Group rules | A.6.7 |
`;
    assert.deepEqual(findingsOf(RULE, literal).findings, []);
    assert.equal(findingsOf(RULE, literal.replace('| C/4.2 |', '| C/5 |')).findings.length, 1);
  });

  it('fires on a mark under "Best practice" that stands alone', () => {
    const literal = `
=== soa.md
| Control | Applicable | Legal | Best practice |
| --- | --- | --- | --- |
| A.6.7 | Yes | | x |
| A.6.8 | Yes | x | x |
`;
    const { findings, textOf } = findingsOf(RULE, literal);
    assert.deepEqual(findings.map(textOf), ['x']);
  });

  it('is one finding on the header where none of ten reasons is traced', () => {
    const row = (number: number): string =>
      `| A.8.${number} | | Yes | Keeps number ${number} in order. | Partial |`;
    const all = Array.from({ length: 10 }, (_, index) => row(index + 1));
    const { findings, textOf } = findingsOf(RULE, soaWith(...all));
    assert.deepEqual(findings.map(textOf), ['Justification']);
    assert.match(findings[0]?.message ?? '', /None of the 10 reasons/);
    const traced = findingsOf(RULE, soaWith(...all, '| A.8.11 | | Yes | GDPR Art. 32 | Partial |'));
    assert.equal(traced.findings.length, 10);
  });
});
