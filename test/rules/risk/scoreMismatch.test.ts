import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, assertMends, fixNamed } from '../../harness/rule';

const RULE = 'risk/score-mismatch';
const SOA =
  '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | R-001 |\n';
const HEADER =
  '| ID | Risk | Likelihood | Impact | Score | Treatment | Owner |\n| --- | --- | --- | --- | --- | --- | --- |\n';

function table(...rows: string[]): string {
  return `${SOA}=== risks.md\n${HEADER}${rows.map((row, index) => `| R-00${index + 1} | A | ${row} | Accept | CTO |\n`).join('')}`;
}

describe(RULE, () => {
  const cases: readonly (readonly [name: string, fixture: string])[] = [
    ['recomputes numbers', table('4 | 5 | 20', '4 | 5 | ⟪15⟫', '1,5 | 2 | 3')],
    [
      'reads the number before a word',
      table('4 (likely) | 5 – severe | 20 High', '4 (likely) | 5 – severe | ⟪15 (High)⟫'),
    ],
    ['is silent on words', table('High | 5 | 15', '4 | 5 | High', '4 | 5 | ')],
    [
      'fires once where the method is another one',
      table('4 | 5 | 9', '3 | 5 | 8', '2 | 2 | 4', '1 | 5 | 6').replace(' Score ', ' ⟪Score⟫ '),
    ],
    [
      'takes the matrix of isms.yaml',
      `=== isms.yaml\nriskMatrix: { "4": { "5": 9 }, "3": { "5": 8 } }\n${table('4 | 5 | 9', '3 | 5 | ⟪15⟫', '2 | 2 | 7')}`,
    ],
  ];
  for (const [name, fixture] of cases) it(name, () => void assertFires(RULE, fixture));

  const fixes: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    [
      'Markdown',
      'risks.md',
      `${HEADER}| R-001 | A | 4 | 5 | **15** (high) | Accept | CTO |\n`,
      `${HEADER}| R-001 | A | 4 | 5 | **20** (high) | Accept | CTO |\n`,
    ],
    [
      'CSV',
      'risks.csv',
      'ID;Risk;Likelihood;Impact;Score;Treatment;Owner\r\nR-001;A;4;5;"15";Accept;CTO\r\n',
      'ID;Risk;Likelihood;Impact;Score;Treatment;Owner\r\nR-001;A;4;5;"20";Accept;CTO\r\n',
    ],
    [
      'YAML',
      'risks.yaml',
      '- id: R-001 # first\n  title: A\n  likelihood: 4\n  impact: 5\n  score: 15 # old\n  treatment: accept\n  owner: CTO\n',
      '- id: R-001 # first\n  title: A\n  likelihood: 4\n  impact: 5\n  score: 20 # old\n  treatment: accept\n  owner: CTO\n',
    ],
    [
      'JSON',
      'risks.json',
      '[{"id": "R-001", "title": "A", "likelihood": 4, "impact": 5, "score": 15, "treatment": "accept", "owner": "CTO"}]\n',
      '[{"id": "R-001", "title": "A", "likelihood": 4, "impact": 5, "score": 20, "treatment": "accept", "owner": "CTO"}]\n',
    ],
  ];
  for (const [carrier, path, before, after] of fixes)
    it(`corrects the number alone in ${carrier}`, () => {
      const literal = `=== isms.yaml\nriskAppetite: 16\n${SOA}=== ${path}\n${before}`;
      const findings = afterFix(literal, RULE, {
        title: '',
        kind: 'safe',
        edits: [],
        creates: [],
        preferred: false,
      }).left;
      const [finding] = findings;
      assert.ok(finding !== undefined);
      const fix = fixNamed(findings);
      assertMends(literal, finding, fix);
      assert.equal(afterFix(literal, RULE, fix).texts.get(path), after);
    });
});
