import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith } from './soaHarness';

const RULE = 'soa/repeated-justification';
const REASON = 'Attacks from the internet on the port systems.';
const RISKS = (controls: string): string =>
  `=== risks.md\n| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-004 | An attack | Mitigate | ${controls} |\n`;

const rows = (count: number, reason: string, decision = 'Yes'): string[] =>
  Array.from({ length: count }, (_, index) => `| A.8.${index + 1} | | ${decision} | ${reason} | Partial |`);

describe(RULE, () => {
  it('fires once on the first of five rows, with the others as related', () => {
    const { findings, textOf } = findingsOf(RULE, soaWith(...rows(5, REASON)));
    assert.deepEqual(findings.map(textOf), [REASON]);
    assert.equal(findings[0]?.related.length, 4);
    assert.match(findings[0]?.message ?? '', /justifies 5 controls/);
    assert.match(findings[0]?.related[0]?.message ?? '', /A\.8\.2/);
  });

  it('compares without case, punctuation and emphasis', () => {
    const written = rows(5, REASON);
    const varied = [
      ...written.slice(0, 3),
      ...rows(5, `**attacks from the Internet on the port systems**`).slice(3),
    ];
    assert.equal(findingsOf(RULE, soaWith(...varied)).findings.length, 1);
  });

  it('fires once per sentence', () => {
    const second = rows(10, 'Crew lists hold passport numbers.').slice(5);
    assert.equal(findingsOf(RULE, soaWith(...rows(5, REASON), ...second)).findings.length, 2);
  });

  it('counts over all tables and files of the SoA', () => {
    const soa = soaWith(...rows(3, REASON));
    const second = soaWith(...rows(6, REASON).slice(3)).replace('=== soa.md', '=== soa/technological.md');
    const config = '=== isms.yaml\nsoa: [soa.md, soa/technological.md]\n';
    const { findings } = findingsOf(RULE, config + soa + second);
    assert.deepEqual(
      findings.map((finding) => finding.related.at(-1)?.path),
      ['soa/technological.md'],
    );
  });

  it('asks something else where the sentence excludes', () => {
    const { findings } = findingsOf(RULE, soaWith(...rows(5, 'Everybody works from home.', 'No')));
    assert.match(findings[0]?.message ?? '', /excludes 5 controls/);
  });

  it('keeps inclusions and exclusions apart', () => {
    const mixed = [...rows(4, REASON), ...rows(8, REASON, 'No').slice(4)];
    assert.deepEqual(findingsOf(RULE, soaWith(...mixed)).findings, []);
  });

  const silent: readonly (readonly [string, string])[] = [
    ['on four rows', soaWith(...rows(4, REASON))],
    ['where the sentence is weak, which is a finding of its own', soaWith(...rows(6, 'Best practice'))],
    ['on empty cells and dashes', soaWith(...rows(6, '—'))],
    ['where nobody has decided', soaWith(...rows(6, REASON, 'TBC'))],
    [
      'where the risk names each of the controls',
      soaWith(...rows(5, 'Treats R-004.')) + RISKS('A.8.1–A.8.5'),
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));

  it('fires where the risk names other controls', () => {
    const literal = soaWith(...rows(5, 'Treats R-004.')) + RISKS('A.5.7');
    assert.equal(findingsOf(RULE, literal).findings.length, 1);
  });
});
