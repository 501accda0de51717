import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith } from './soaHarness';

const register = (...rows: readonly string[]): string =>
  `=== risks.md\n| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
const RISKS = register(
  '| R-001 | Stolen credentials | Mitigate | A.5.15, A.8.5 |',
  '| R-002 | A lost laptop | Accept | A.8.1 |',
);
const one = (justification: string, decision = 'Yes'): string =>
  soaWith(`| A.8.24 | Use of cryptography | ${decision} | ${justification} | Partial |`);

describe('soa/unsupported-risk-basis', () => {
  const RULE = 'soa/unsupported-risk-basis';

  it('fires where the risk that is named does not name the control, and leads to it', () => {
    const { findings, textOf } = findingsOf(RULE, one('Lost laptops (R-002).') + RISKS);
    assert.deepEqual(findings.map(textOf), ['Lost laptops (R-002).']);
    assert.match(
      findings[0]?.message ?? '',
      /is justified by R-002, but in the register neither that risk nor any other names it/,
    );
    assert.deepEqual(
      findings[0]?.related.map(({ path }) => path),
      ['risks.md'],
    );
  });

  const firing: readonly (readonly [string, string])[] = [
    ['says risk, and nothing else', one('Reduces the risk of an open disk') + RISKS],
    ['says so in one word', one('Risk assessment') + RISKS],
    ['says so in German', one('Ergebnis der Risikoanalyse') + RISKS],
  ];
  for (const [name, literal] of firing)
    it(`fires where the text ${name}`, () => assert.equal(findingsOf(RULE, literal).findings.length, 1));

  it('reads columns of risks and of kinds of reasons, and marks their cells', () => {
    const literal = `
=== soa.md
| Control | Applicable | Justification | Risk assessment | Risks |
| --- | --- | --- | --- | --- |
| A.8.23 | Yes | Most people work at home. | ⟪x⟫ | |
| A.8.24 | Yes | Most people work at home. | | ⟪R-002⟫ |
| A.8.25 | Yes | Most people work at home. | | — |
| A.5.15 | Yes | Most people work at home. | x | R-001 |
`;
    const { findings, textOf } = findingsOf(RULE, literal + RISKS);
    assert.deepEqual(findings.map(textOf), ['x', 'R-002']);
  });

  const silent: readonly (readonly [string, string])[] = [
    [
      'another risk names the control',
      one('Lost laptops (R-002).') +
        register('| R-003 | Theft | Mitigate | A.8.24 |', '| R-002 | Loss | Accept | A.8.1 |'),
    ],
    ['there is no register', one('Lost laptops (R-002).')],
    [
      'the register names no controls at all',
      one('Lost laptops (R-002).') + register('| R-002 | Loss | Accept | |'),
    ],
    [
      'a risk names a whole theme',
      one('Lost laptops (R-002).') +
        register('| R-002 | Loss | Mitigate | A.8 |', '| R-003 | Loss | Mitigate | A.5.1 |'),
    ],
    ['the id is in no register: a finding of its own', one('Lost laptops (R-099).') + RISKS],
    [
      'a law is the reason and risk a figure of speech',
      one('GDPR Art. 32: measures appropriate to the risk') + RISKS,
    ],
    ['the text speaks of risk management alone', one('Informs the risk treatment of the group') + RISKS],
    ['the control is excluded', one('The risk is none of ours', 'No') + RISKS],
    [
      'part of the ISMS could not be read',
      `${one('Lost laptops (R-002).')}${RISKS}=== risks-2.md (unreadable: no UTF-8 text)\n`,
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent where ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));
});

describe('soa/excluded-treats-risk', () => {
  const RULE = 'soa/excluded-treats-risk';
  const excluded = (id: string): string => soaWith(`| ${id} | | No | Nobody needs it. | |`);

  it('fires on the decision, and leads to the place in the register', () => {
    const { findings, textOf } = findingsOf(RULE, excluded('A.8.5') + RISKS);
    assert.deepEqual(findings.map(textOf), ['No']);
    assert.equal(findings[0]?.control, 'A.8.5');
    assert.match(findings[0]?.message ?? '', /A\.8\.5 is excluded, and the treatment of R-001 relies on it/);
    assert.equal(findings[0]?.related.length, 1);
  });

  it('fires once for a control that several risks rely on', () => {
    const risks = register(
      '| R-1 | a | Mitigate | A.8.5 |',
      '| R-2 | b | Transfer | A.8.1–A.8.9 |',
      '| R-3 | c | | A.8.5 |',
    );
    const { findings } = findingsOf(RULE, excluded('A.8.5') + risks);
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message ?? '', /R-1, R-2 and R-3/);
  });

  it('names the controls of a row that stands for several', () => {
    const { findings } = findingsOf(RULE, excluded('A.8.4–A.8.6') + RISKS);
    assert.match(findings[0]?.message ?? '', /^A\.8\.5 is excluded/);
  });

  const silent: readonly (readonly [string, string])[] = [
    ['the risk is accepted', excluded('A.8.1') + RISKS],
    ['the risk is avoided', excluded('A.8.5') + register('| R-1 | a | Avoid | A.8.5 |')],
    ['the control is included', one('R-001').replace('A.8.24', 'A.8.5') + RISKS],
    ['no risk names the control', excluded('A.8.6') + RISKS],
  ];
  for (const [name, literal] of silent)
    it(`is silent where ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));
});
