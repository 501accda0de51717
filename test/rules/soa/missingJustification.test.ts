import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf, HEADER, soaWith, type SoaCase } from './soaHarness';

const RULE = 'soa/missing-justification';

const RISKS = `=== risks.md
---
type: risk-register
---
| ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-004 | Stolen credentials \\| phishing | Mitigate | A.5.15, A.5.18 |
| R-007 | Leavers keep access | Mitigate | A.5.18 |
`;

describe(RULE, () => {
  const cases: readonly SoaCase[] = [
    {
      name: 'fires on an empty cell of an inclusion',
      row: '| A.5.15 | Access control | Yes | | Implemented |',
      marked: [''],
      message: /included without a justification.*which risk, law, contract/,
    },
    {
      name: 'fires on an empty cell of an exclusion',
      row: '| A.7.4 | Monitoring | No | | |',
      marked: [''],
      message: /excluded without a justification.*nothing in scope needs it/,
    },
    { name: 'fires on a dash', row: '| A.5.15 | Access control | Yes | — | Implemented |', marked: ['—'] },
    {
      name: 'fires on a comment alone',
      row: '| A.5.15 | Access control | Yes | <!-- ask Ingrid --> | Implemented |',
      marked: ['<!-- ask Ingrid -->'],
    },
    { name: 'fires on a row that is too short', row: '| A.5.15 | Access control | Yes |', marked: [''] },
    {
      name: 'is silent on any text',
      row: '| A.5.15 | Access control | Yes | TBD | Implemented |',
      marked: [],
    },
    { name: 'is silent where nobody has decided', row: '| A.5.15 | Access control | TBC | | |', marked: [] },
    { name: 'is silent where the decision is missing', row: '| A.5.15 | Access control | | | |', marked: [] },
    {
      name: 'is silent where the decision is not understood',
      row: '| A.5.15 | Access control | Perhaps | | |',
      marked: [],
    },
    {
      name: 'is silent on a control of another standard',
      row: '| A.9.2.1 | Registration | Yes | | |',
      marked: [],
    },
  ];
  for (const { name, row, marked, message } of cases) {
    it(name, () => {
      const { findings, textOf } = findingsOf(
        RULE,
        soaWith('| A.5.1 | Policies | Yes | Port contract | Implemented |', row),
      );
      assert.deepEqual(findings.map(textOf), marked);
      if (message !== undefined) assert.match(findings[0]?.message ?? '', message);
    });
  }

  describe('columns', () => {
    const check = (table: string): string[] =>
      findingsOf(RULE, `=== soa.md\n${table}\n`).findings.map(({ control }) => control ?? 'header');
    const tables: readonly (readonly [string, string, string[]])[] = [
      [
        'asks an exclusion in its own column',
        '| Control | Applicable | Justification for inclusion | Justification for exclusion |\n|---|---|---|---|\n| A.5.1 | Yes | Contract | |\n| A.5.2 | No | | |\n| A.5.3 | No | | AWS |\n| A.5.4 | Yes | | AWS |',
        ['A.5.2', 'A.5.4'],
      ],
      [
        'accepts an exclusion in the common column',
        '| Control | Applicable | Justification | Justification (if No) |\n|---|---|---|---|\n| A.5.2 | No | AWS | |',
        [],
      ],
      [
        'misses the column for inclusions, once',
        '| Control | Applicable | Justification (if No) |\n|---|---|---|\n| A.5.1 | Yes | |\n| A.5.2 | Yes | |\n| A.5.3 | No | |',
        ['header', 'A.5.3'],
      ],
      [
        'needs no column for inclusions where there are none',
        '| Control | Applicable | Justification (if No) |\n|---|---|---|\n| A.5.1 | No | AWS |',
        [],
      ],
      [
        'takes a marked basis for a justification',
        '| Control | Applicable | Legal | Contractual | Best practice |\n|---|---|---|---|---|\n| A.5.1 | Yes | x | | |\n| A.5.2 | Yes | | ✅ | |\n| A.5.3 | Yes | | No | - |',
        ['A.5.3'],
      ],
      [
        'takes a source for a justification',
        '| Control | Applicable | Source |\n|---|---|---|\n| A.5.1 | Yes | Risk assessment |\n| A.5.2 | Yes | |',
        ['A.5.2'],
      ],
      [
        'accepts a combined column',
        '| Control | Applicable | Implementation / Justification |\n|---|---|---|\n| A.5.1 | Yes | CODEOWNERS |',
        [],
      ],
      [
        'misses a column altogether, once for all tables',
        '| Control | Applicable |\n|---|---|\n| A.5.1 | Yes |\n\n## People\n\n| Control | Applicable |\n|---|---|\n| A.6.1 | Yes |',
        ['header'],
      ],
    ];
    for (const [name, table, expected] of tables) it(name, () => assert.deepEqual(check(table), expected));

    it('marks the header and names the other tables', () => {
      const { findings, textOf } = findingsOf(
        RULE,
        '=== soa.md\n| Control | Applicable |\n|---|---|\n| A.5.1 | Yes |\n\ntext\n\n| Control | Applicable |\n|---|---|\n| A.6.1 | Yes |\n',
      );
      assert.deepEqual(findings.map(textOf), ['| Control | Applicable |']);
      assert.equal(findings[0]?.related.length, 1);
    });
  });

  describe('fixes', () => {
    const all = 'Write "Treats R-004 (Stolen credentials | phishing) and R-007 (Leavers keep access)"';

    it('offer the risks that name the control: all, and each', () => {
      const { titles } = findingsOf(
        RULE,
        soaWith('| A.5.18 | Access rights | Yes | | Implemented |') + RISKS,
      );
      assert.deepEqual(titles(), [
        all,
        'Write "Treats R-004 (Stolen credentials | phishing)"',
        'Write "Treats R-007 (Leavers keep access)"',
      ]);
    });

    it('offer nothing where no risk names the control, or where it is excluded', () => {
      assert.deepEqual(
        findingsOf(RULE, soaWith('| A.5.1 | Policies | Yes | | Implemented |') + RISKS).titles(),
        [],
      );
      assert.deepEqual(findingsOf(RULE, soaWith('| A.5.18 | Access rights | No | | |') + RISKS).titles(), []);
    });

    const written: readonly (readonly [string, string, string])[] = [
      [
        'escape bars',
        '| A.5.18 | Access rights | Yes | | Implemented |',
        '| A.5.18 | Access rights | Yes | Treats R-004 (Stolen credentials \\| phishing) and R-007 (Leavers keep access) | Implemented |',
      ],
      [
        'replace a dash',
        '| A.5.18 | Access rights | Yes | — | Implemented |',
        '| A.5.18 | Access rights | Yes | Treats R-004 (Stolen credentials \\| phishing) and R-007 (Leavers keep access) | Implemented |',
      ],
      [
        'add the bars that a row lacks',
        '| A.5.18 | Access rights | Yes |',
        '| A.5.18 | Access rights | Yes | Treats R-004 (Stolen credentials \\| phishing) and R-007 (Leavers keep access) |',
      ],
      [
        'keep a comment',
        '| A.5.18 | Access rights | Yes | <!-- ask --> | Implemented |',
        '| A.5.18 | Access rights | Yes | Treats R-004 (Stolen credentials \\| phishing) and R-007 (Leavers keep access) <!-- ask --> | Implemented |',
      ],
    ];
    for (const [name, row, expected] of written) {
      it(name, () => assert.equal(afterFix(RULE, soaWith(row) + RISKS, all), `${HEADER}\n${expected}\n`));
    }

    it('speak the language of the answers, and keep CRLF', () => {
      const table = '| Control-ID | Anwendbar | Begründung |\r\n| --- | --- | --- |\r\n| A.5.15 | Ja | |\r\n';
      const fixed = afterFix(
        RULE,
        `=== soa.md\n${table}${RISKS}`,
        'Write "Behandelt R-004 (Stolen credentials | phishing)"',
      );
      assert.equal(
        fixed,
        '| Control-ID | Anwendbar | Begründung |\r\n| --- | --- | --- |\r\n| A.5.15 | Ja | Behandelt R-004 (Stolen credentials \\| phishing) |\r\n',
      );
    });
  });
});

describe('the reasons that registers give', () => {
  const rows = soaWith('| A.8.13 | Information backup | Yes | | Planned |');
  const risks =
    '=== risks.md\n| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-011 | Lost data | Mitigate | A.8.13 |\n';
  const requirements =
    '=== requirements.md\n---\ntype: requirements-register\n---\n| ID | Requirement | Source | Controls |\n| --- | --- | --- | --- |\n| REQ-02 | Back within four hours | Port contract | A.8.13 |\n';

  it('are offered together first, then each alone', () => {
    assert.deepEqual(findingsOf('soa/missing-justification', rows + risks + requirements).titles(), [
      'Write "Treats R-011 (Lost data). Required by REQ-02 (Back within four hours)"',
      'Write "Treats R-011 (Lost data)"',
      'Write "Required by REQ-02 (Back within four hours)"',
    ]);
  });

  it('may be requirements alone', () => {
    assert.deepEqual(findingsOf('soa/missing-justification', rows + requirements).titles(), [
      'Write "Required by REQ-02 (Back within four hours)"',
    ]);
  });
});
