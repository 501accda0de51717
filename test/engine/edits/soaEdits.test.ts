import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckResult } from '../../../server/src/engine/check/check';
import { applyFix, checkFixture } from '../../harness/engine';

/** The SoA after the fix with this title of the finding of this rule. */
function fixed(path: string, text: string, rule: string, title: RegExp): string {
  const { findings, fixture } = checkFixture(`=== isms.yaml\nsoa: ${path}\n=== ${path}\n${text}`);
  const fix = offers(findings, rule).find((each) => title.test(each.title));
  assert.ok(fix !== undefined, `${rule} offers no ${String(title)}`);
  return applyFix(fixture, fix).get(path) ?? '';
}

function offers(findings: CheckResult['findings'], rule: string): CheckResult['findings'][number]['fixes'] {
  return findings.filter((finding) => finding.ruleId === rule).flatMap((finding) => finding.fixes);
}

describe('edits of an SoA that is no Markdown', () => {
  const cases: readonly (readonly [
    name: string,
    path: string,
    before: string,
    rule: string,
    title: RegExp,
    after: string,
  ])[] = [
    [
      'CSV: an empty cell',
      'soa.csv',
      'Control;Applicable;Justification\nA.5.1;;R-001\nA.5.2;Yes;R-002\n',
      'soa/missing-applicability',
      /Yes/,
      'Control;Applicable;Justification\nA.5.1;Yes;R-001\nA.5.2;Yes;R-002\n',
    ],
    [
      'CSV: a quoted cell',
      'soa.csv',
      'Control,Applicable,Justification\n"A.5.1","perhaps","R-001, R-002"\nA.5.2,Yes,x\n',
      'soa/invalid-applicability',
      /Yes/,
      'Control,Applicable,Justification\n"A.5.1",Yes,"R-001, R-002"\nA.5.2,Yes,x\n',
    ],
    [
      'CSV: a short row',
      'soa.csv',
      'Control,Applicable,Justification,Status\r\nA.5.1,Yes,law\r\nA.5.2,Yes,law,Implemented\r\n',
      'soa/missing-status',
      /Implemented/,
      'Control,Applicable,Justification,Status\r\nA.5.1,Yes,law,Implemented\r\nA.5.2,Yes,law,Implemented\r\n',
    ],
    [
      'CSV: a missing row',
      'soa.csv',
      'Control,Title,Applicable\nA.5.1,Policies for information security,Yes\nA.5.3,Segregation of duties,Yes\n',
      'soa/missing-control',
      /A\.5\.2 /,
      'Control,Title,Applicable\nA.5.1,Policies for information security,Yes\nA.5.2,Information security roles and responsibilities,TBC\nA.5.3,Segregation of duties,Yes\n',
    ],
    [
      'YAML: a key without a value',
      'soa.yaml',
      '- id: A.5.1\n  applicable:\n  reason: R-001\n- id: A.5.2\n  applicable: yes\n',
      'soa/missing-applicability',
      /yes/,
      '- id: A.5.1\n  applicable: yes\n  reason: R-001\n- id: A.5.2\n  applicable: yes\n',
    ],
    [
      'YAML: a quoted value',
      'soa.yaml',
      '- id: A.5.1\n  applicable: "perhaps" # ask\n',
      'soa/invalid-applicability',
      /No/,
      '- id: A.5.1\n  applicable: "No" # ask\n',
    ],
    [
      'YAML: a key that is missing',
      'soa.yaml',
      '- id: A.5.1\n  applicable: yes\n  status: Implemented\n- id: A.5.2\n  applicable: yes\n',
      'soa/missing-status',
      /Implemented/,
      '- id: A.5.1\n  applicable: yes\n  status: Implemented\n- id: A.5.2\n  applicable: yes\n  status: Implemented\n',
    ],
    [
      'YAML: a missing row',
      'soa.yaml',
      '- id: A.5.1\n  applicable: yes\n- id: A.5.3\n  applicable: yes\n',
      'soa/missing-control',
      /A\.5\.2 /,
      '- id: A.5.1\n  applicable: yes\n- id: A.5.2\n  applicable: TBC\n- id: A.5.3\n  applicable: yes\n',
    ],
    [
      'JSON: an empty value',
      'soa.json',
      '[\n  { "id": "A.5.1", "applicable": "" },\n  { "id": "A.5.2", "applicable": "Yes" }\n]\n',
      'soa/missing-applicability',
      /Yes/,
      '[\n  { "id": "A.5.1", "applicable": "Yes" },\n  { "id": "A.5.2", "applicable": "Yes" }\n]\n',
    ],
    [
      'JSON: a missing row',
      'soa.json',
      '[\n  { "id": "A.5.1", "applicable": "Yes" },\n  { "id": "A.5.3", "applicable": "Yes" }\n]\n',
      'soa/missing-control',
      /A\.5\.2 /,
      '[\n  { "id": "A.5.1", "applicable": "Yes" },\n  { "id": "A.5.2", "applicable": "TBC" },\n  { "id": "A.5.3", "applicable": "Yes" }\n]\n',
    ],
  ];
  for (const [name, path, before, rule, title, after] of cases) {
    it(name, () => assert.equal(fixed(path, before, rule, title), after));
  }
});
