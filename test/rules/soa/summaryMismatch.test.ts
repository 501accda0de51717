import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, HEADER } from './soaHarness';

const RULE = 'soa/summary-mismatch';
const ROWS = [
  '| A.5.15 | Access control | Yes | R-001 | Implemented |',
  '| A.8.13 | Information backup | Yes | R-011 | Implemented |',
  '| A.8.15 | Logging | Yes | R-014 | Partial |',
  '| A.8.16 | Monitoring activities | TBC | | |',
  '| A.8.30 | Outsourced development | No | All code is our own. | |',
];
const soa = (totals: string, rows: readonly string[] = ROWS): string =>
  `=== soa.md\n# SoA\n\n${HEADER}\n${rows.join('\n')}\n\n## Summary\n\n${totals}\n`;
const table = (head: string, ...rows: readonly string[]): string =>
  `| ${head} |\n| ${head.replace(/[^|]+/g, ' --- ')} |\n${rows.map((row) => `| ${row} |`).join('\n')}`;

describe(RULE, () => {
  const firing: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a table of answers',
      table('Decision | Controls', 'Applicable | 4', 'Not applicable | 1', 'Total | 5'),
      ['4'],
    ],
    [
      'a table of statuses',
      table('Status | Count', '**Implemented** | **3**', 'Partially implemented | 2'),
      ['3', '2'],
    ],
    [
      'a row for each theme',
      table(
        'Theme | Total | Applicable | Excluded',
        'A.5 Organizational | 1 | 1 | 0',
        'A.8 Technological | 4 | 3 | 1',
        'Total | 5 | 3 | 2',
      ),
      ['3', '2'],
    ],
    ['a list', '- Applicable controls: 4\n- **Excluded controls:** 1\n- Total number of controls: 5', ['4']],
    ['German', 'Anwendbare Maßnahmen: 9\nAusgeschlossene Maßnahmen: 1\n', []],
    [
      'German words that are known',
      table('Status | Anzahl', 'Umgesetzt | 5', 'Teilweise umgesetzt | 1'),
      ['5'],
    ],
    ['a label without "controls" below "Summary"', 'Applicable: 7', ['7']],
  ];
  for (const [name, totals, marked] of firing) {
    it(`reads ${name}`, () => {
      const { findings, textOf } = findingsOf(RULE, soa(totals));
      assert.deepEqual(findings.map(textOf), marked);
    });
  }

  it('writes the number of the rows and nothing else', () => {
    const literal = soa(table('Status | Count', '**Implemented** |  **3** ', 'Partial | 1'));
    const { findings, fixed } = findingsOf(RULE, literal);
    const [fix] = findings[0]?.fixes ?? [];
    assert.ok(fix);
    assert.equal(fix.kind, 'safe');
    assert.match(fixed(fix), /\| \*\*Implemented\*\* \| {2}\*\*2\*\* {2}\|/);
  });

  it('leaves the choice to the author where a share stands beside the number', () => {
    const { findings } = findingsOf(
      RULE,
      soa(table('Status | Count | Share', 'Implemented | 3 | 60 %', 'Partial | 1 | 20 %')),
    );
    assert.deepEqual(
      findings.map(({ fixes }) => fixes[0]?.kind),
      ['choice'],
    );
  });

  const silent: readonly (readonly [string, string])[] = [
    ['totals that agree', soa(table('Status | Count', 'Implemented | 2', 'Partial | 1', 'Total | 5'))],
    ['the 93, while rows are missing: a finding of its own', soa('Total controls: 93')],
    [
      'answers, while one is not understood',
      soa('Applicable: 9', [...ROWS, '| A.5.1 | | partly? | R-1 | Partial |']),
    ],
    ['statuses, while one is missing', soa('Implemented: 9', [...ROWS, '| A.5.1 | | Yes | R-1 | |'])],
    ['a legend', soa(table('Status | Meaning', 'Implemented | 2 years', 'Partial | Some of it'))],
    ['one number alone in a table', soa(table('Field | Value', 'Total | 7'))],
    [
      'shares and fractions',
      soa('Applicable: 80 / 93\nImplemented: 60 %\nPlanned: 3 of 93'.replace('60 %', '60/93')),
    ],
    ['other things that are counted', soa('Applicable laws: 12\nTotal employees: 40\nOpen risks: 3')],
    [
      'a line above the summary that names no controls',
      `=== soa.md\nPlanned: 2026\nTotal: 40\n\n${HEADER}\n${ROWS.join('\n')}\n`,
    ],
    [
      'a file without an SoA',
      '=== notes.md\n---\ntype: policy\ncontrols: ["A.5.1"]\n---\nApplicable controls: 12\n',
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent on ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));

  it('counts a row for several controls as several', () => {
    const rows = ['| A.7.1–A.7.14 | Physical controls | No | All of it is at AWS. | |'];
    const { findings } = findingsOf(RULE, soa('Excluded controls: 1', rows));
    assert.match(findings[0]?.message ?? '', /the rows give 14 not applicable/);
  });
});
