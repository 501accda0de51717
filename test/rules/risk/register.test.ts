import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires } from '../../harness/rule';

const SOA =
  '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | R-001 |\n';

/** A register with these columns and rows, beside an SoA. */
function register(header: string, ...rows: string[]): string {
  const line = (cells: string): string => `| ${cells} |\n`;
  return `${SOA}=== risks.md\n${line(header)}${line(header.replace(/[^|]+/g, ' --- '))}${rows.map(line).join('')}`;
}

const FULL = 'ID | Risk | Owner | Treatment | Controls | Status';

type Case = readonly [name: string, fixture: string, message?: RegExp];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'risk/duplicate-id': [
    [
      'fires on the later row',
      register(FULL, 'R-001 | A | CTO | Accept | | ', '⟪R-001⟫ | B | CTO | Accept | | '),
    ],
    [
      'sees through spellings',
      register(FULL, 'R-001 | A | CTO | Accept | | ', '⟪r1⟫ | B | CTO | Accept | | '),
    ],
    [
      'fires across files with one risk each',
      `${SOA}=== risks/a.yaml\nid: R-001\ntitle: A\ntreatment: accept\n=== risks/b.yaml\nid: ⟪R-001⟫\ntitle: B\ntreatment: accept\nowner: CTO\n`,
    ],
    [
      'is silent where a second table shows another side of the risk',
      `${SOA}=== risks.md\n| ID | Risk | Likelihood | Impact |\n| --- | --- | --- | --- |\n| R-001 | A | 2 | 2 |\n\n| ID | Treatment | Controls | Owner |\n| --- | --- | --- | --- |\n| R-001 | Mitigate | A.5.1 | CTO |\n`,
    ],
    [
      'is silent on a translation',
      ['de', 'en']
        .map((folder) =>
          register(FULL, 'R-001 | A | CTO | Accept | | ')
            .replace('=== risks', `=== ${folder}/risks`)
            .replace(SOA, folder === 'de' ? SOA : ''),
        )
        .join(''),
    ],
    [
      'is silent where nothing says that this is an ISMS',
      register(FULL, 'R-001 | A | | Accept | |', 'R-001 | B | | Accept | |').replace(SOA, ''),
    ],
  ],
  'risk/missing-owner': [
    [
      'fires on empty cells, dashes and placeholders',
      register(
        FULL,
        'R-001 | A | ⟪⟫ | Accept | | ',
        'R-002 | A | ⟪—⟫ | Accept | | ',
        'R-003 | A | ⟪[Name]⟫ | Accept | | ',
        'R-004 | A | CTO | Accept | | ',
      ),
    ],
    [
      'is silent on closed risks',
      register(FULL, 'R-001 | A | | Accept | | Closed', 'R-002 | A | | Accept | | geschlossen'),
    ],
    [
      'fires once where the column is missing',
      register(
        '⟪ID | Risk | Treatment | Controls',
        'R-001 | A | Mitigate | A.5.1',
        'R-002 | B | Mitigate | A.5.1',
      )
        .replace('=== risks.md\n| ⟪', '=== risks.md\n⟪| ')
        .replace('Controls |', 'Controls |⟫'),
      /^The 2 risks of this register have no owner/,
    ],
    [
      'is silent where another table names the owner',
      `${SOA}=== risks.md\n| ID | Risk | Impact | Treatment |\n| --- | --- | --- | --- |\n| R-001 | A | 2 | Accept |\n\n| ID | Controls | Owner | Treatment |\n| --- | --- | --- | --- |\n| R-001 | A.5.1 | CTO | Accept |\n`,
    ],
    [
      'is silent on a summary of the gravest risks',
      `${SOA}=== risk-register.md\n| Risk ID | Risk title | Score |\n| --- | --- | --- |\n| R-001 | A | 12 |\n`,
    ],
  ],
  'risk/missing-treatment': [
    [
      'fires on what was not decided',
      register(FULL, 'R-001 | A | CTO | ⟪⟫ | A.5.1 | ', 'R-002 | A | CTO | ⟪TBD⟫ | | '),
    ],
    [
      'is silent on words that it does not know',
      register(FULL, 'R-001 | A | CTO | Priority 1: drills | A.5.1 | '),
    ],
    [
      'fires once where no table says it',
      register('ID | Risk | Owner | Likelihood | Impact', 'R-001 | A | CTO | 2 | 2')
        .replace(
          '| ID | Risk | Owner | Likelihood | Impact |',
          '⟪| ID | Risk | Owner | Likelihood | Impact |⟫',
        )
        .replace('=== risks.md', '=== risk-register.md'),
    ],
    [
      'is silent where a plan treats the risk',
      `${register(FULL, 'R-001 | A | CTO | | | ')}\n| ID | Risk ID | Measure | Due |\n| --- | --- | --- | --- |\n| M-1 | R-001 | Drills | 2027-01-01 |\n`,
    ],
  ],
  'risk/untreated': [
    [
      'fires where no control is named',
      register(FULL, '⟪R-001⟫ | A | CTO | Mitigate | | ', '⟪R-002⟫ | A | CTO | Reduce | TBD | '),
    ],
    ['is silent on controls in words', register(FULL, 'R-001 | A | CTO | Mitigate | Backups, drills | ')],
    [
      'is silent on an id elsewhere in the row',
      register(FULL, 'R-001 | Weak passwords, see A.5.17 | CTO | Mitigate | | '),
    ],
    [
      'is silent on a decision that says how',
      register(FULL, 'R-001 | A | CTO | Mitigate by keys for administrators | | '),
    ],
    [
      'is silent on other treatments',
      register(
        FULL,
        'R-001 | A | CTO | Accept | | ',
        'R-002 | A | CTO | Transfer | | ',
        'R-003 | A | CTO | Avoid | | ',
      ),
    ],
    [
      'is silent where a plan names one',
      `${register(FULL, 'R-001 | A | CTO | Mitigate | | ')}\n| ID | Risk ID | Action | Annex A control |\n| --- | --- | --- | --- |\n| M-1 | R-001 | Drills | A.5.24 |\n`,
    ],
    [
      'fires once where the column is missing',
      register(
        'ID | Risk | Owner | Treatment',
        'R-001 | A | CTO | Mitigate',
        'R-002 | A | CTO | Mitigate',
      ).replace('| ID | Risk | Owner | Treatment |', '⟪| ID | Risk | Owner | Treatment |⟫'),
      /^2 risks of this register are to be mitigated/,
    ],
  ],
  'risk/unknown-reference': [
    ['fires in the SoA', register(FULL, 'R-002 | A | CTO | Accept | | ').replace('| R-001 |', '| ⟪R-001⟫ |')],
    [
      'fires once per document and id',
      `${register(FULL, 'R-001 | A | CTO | Accept | | ')}=== policies/a.md\n---\ncontrols: ["A.5.1"]\n---\n\nSee ⟪R-009⟫. As R-009 shows, …\n`,
    ],
    [
      'fires in a plan',
      `${register(FULL, 'R-001 | A | CTO | Accept | | ')}\n| ID | Risk ID | Action | Annex A control |\n| --- | --- | --- | --- |\n| M-1 | R-001 | Drills | A.5.24 |\n| M-2 | ⟪R-007⟫ | Keys | A.8.5 |\n`,
    ],
    [
      'is silent on names that are written otherwise',
      `${register(FULL, 'R-001 | A | CTO | Accept | | ')}=== policies/a.md\n---\ncontrols: ["A.5.1"]\n---\n\nCloudflare R2, R-1234, RSK-001 and R001-A.\n`,
    ],
    [
      'is silent on a risk that the register tells of',
      `${register(FULL, 'R-001 | A | CTO | Accept | | ')}\nR-007 was closed in 2025.\n=== policies/a.md\n---\ncontrols: ["A.5.1"]\n---\n\nThis came from R-007.\n`,
    ],
    ['is silent without a register', SOA],
    [
      'is silent where the register is not whole',
      `=== isms.yaml\nriskRegister: [risks.md, more.md]\n${register(FULL, 'R-002 | A | CTO | Accept | | ')}`,
    ],
    [
      "is silent on a document's own id",
      `${register(FULL, 'R-001 | A | CTO | Accept | | ')}=== policies/a.md\n---\nid: R-042\ncontrols: ["A.5.1"]\n---\n\n# A\n`,
    ],
  ],
  'risk/accepted-above-appetite': [
    [
      'compares what remains, else the score',
      appetite(
        'R-001 | A | CTO | 4 | 5 | 20 | Accept | 4 | ',
        'R-002 | A | CTO | 4 | 5 | 20 | ⟪Accept⟫ | 9 | ',
        'R-003 | A | CTO | 4 | 5 | 20 | ⟪Accept⟫ | | ',
        'R-004 | A | CTO | 4 | 5 | 20 | Mitigate | 9 | ',
      ),
    ],
    [
      'takes a name for an answer, and a tick for none',
      appetite(
        'R-001 | A | CTO | 4 | 5 | 20 | Accept | | CEO, 6 October',
        'R-002 | A | CTO | 4 | 5 | 20 | ⟪Accept⟫ | | ✅',
      ),
    ],
    ['compares with the score as it should be', appetite('R-001 | A | CTO | 4 | 5 | 6 | ⟪Accept⟫ | | ')],
    [
      'is silent without an appetite',
      appetite('R-001 | A | CTO | 4 | 5 | 20 | Accept | | ').replace('riskAppetite: 8', 'organization: A'),
    ],
  ],
  'risk/review-overdue': [
    [
      'reads dates as people write them',
      reviews(
        'Next review',
        '⟪1 June 2026⟫',
        '2026-11-22',
        '⟪31.10.2026⟫',
        '2027',
        'Q4 2026',
        '03/04/2026',
        'TBD',
        '⟪2026-09⟫',
      ),
    ],
    [
      'fires once where a column "Review" has nothing but the past',
      reviews('⟪Review⟫', '2026-01-01', '2026-02-01', '2026-03-01'),
      /^All 3 dates/,
    ],
    ['fires on each where some lie ahead', reviews('Review', '⟪2026-01-01⟫', '⟪2026-02-01⟫', '2027-03-01')],
    [
      'adds the cycle of isms.yaml to the last review',
      `=== isms.yaml\nreviewCycle: annual\n${reviews('Last reviewed', '2026-01-01', '⟪2025-11-01⟫')}`,
    ],
    ['is silent on the last review without a cycle', reviews('Last reviewed', '2020-01-01')],
  ],
};

function appetite(...rows: string[]): string {
  return `=== isms.yaml\nriskAppetite: 8\n${register('ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Residual | Accepted by', ...rows)}`;
}

function reviews(header: string, ...dates: string[]): string {
  const rows = dates.map((date, index) => `R-00${index + 1} | A | CTO | Accept | ${date}`);
  return register(`ID | Risk | Owner | Treatment | ${header}`, ...rows);
}

for (const [rule, cases] of Object.entries(CASES))
  describe(rule, () => {
    for (const [name, fixture, message] of cases)
      it(name, () => {
        const [finding] = assertFires(rule, fixture);
        if (message !== undefined) assert.match(finding?.message ?? '', message);
      });
  });
