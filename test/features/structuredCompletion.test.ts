import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete } from '../harness/completion';

const RISKS =
  '=== risks.md\n| ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Theft | mitigate | A.5.1 |\n| R-002 | Fire | mitigate | A.7.5 |\n';

describe('ids in CSV, YAML and JSON', () => {
  const cases: readonly (readonly [name: string, fixture: string, take: string, line: string])[] = [
    ['the control of a CSV row', '=== soa.csv\nControl,Applicable\nA.5.1,Yes\nA.5.‸,\n', 'A.5.2', 'A.5.2,'],
    [
      'a risk in CSV',
      `${RISKS}=== soa.csv\nControl;Applicable;Risks\nA.5.1;Yes;R-001, ‸\n`,
      'R-002',
      'A.5.1;Yes;R-001, R-002',
    ],
    [
      'a risk in a quoted cell',
      `${RISKS}=== soa.csv\nControl,Applicable,Risks\nA.5.1,Yes,"R-001, R-0‸"\n`,
      'R-002',
      'A.5.1,Yes,"R-001, R-002"',
    ],
    [
      'the control of a YAML group',
      '=== soa.yaml\n- id: A.5.1\n  applicable: yes\n- id: ‸\n',
      'A.5.2',
      '- id: "A.5.2"',
    ],
    ['in quotes', '=== soa.yaml\n- id: A.5.1\n  applicable: yes\n- id: "5.‸"\n', 'A.5.2', '- id: "A.5.2"'],
    [
      'an item of a list',
      '=== risks.yaml\n- id: R-001\n  treatment: mitigate\n  controls:\n    - A.5.1\n    - ‸\n',
      'A.5.2',
      '    - "A.5.2"',
    ],
    [
      'a list in brackets',
      '=== risks.yaml\n- id: R-001\n  treatment: mitigate\n  controls: ["A.5.1", ‸]\n',
      'A.5.2',
      '  controls: ["A.5.1", "A.5.2"]',
    ],
    [
      'JSON',
      '=== risks.json\n[{ "id": "R-001", "treatment": "mitigate", "controls": ["A.5.1", "A.5‸"] }]\n',
      'A.5.2',
      '[{ "id": "R-001", "treatment": "mitigate", "controls": ["A.5.1", "A.5.2"] }]',
    ],
    [
      'JSON over several lines',
      '=== risks.json\n[{ "id": "R-001", "treatment": "mitigate",\n  "controls": [\n    "A.5.1",\n    "‸"\n  ] }]\n',
      'A.5.2',
      '    "A.5.2"',
    ],
  ];
  for (const [name, fixture, take, line] of cases)
    it(name, () => assert.equal(complete(fixture).take(take), line));

  it('offers no control twice', () => {
    const { offers } = complete('=== soa.csv\nControl,Applicable\nA.5.1,Yes\nA.5.‸,\n');
    assert.equal(
      offers.some((offer) => offer.control === 'A.5.1'),
      false,
    );
  });

  const silent: readonly (readonly [name: string, fixture: string])[] = [
    ['a title', '=== soa.yaml\n- id: A.5.1\n  title: ‸\n  applicable: yes\n'],
    ['the header', '=== soa.csv\nControl,Appl‸icable\nA.5.1,Yes\n'],
    [
      'behind a comma that would open a cell',
      `${RISKS}=== soa.csv\nControl,Applicable,Risks\nA.5.1,Yes,R-001 ‸\n`,
    ],
    ['what is no register', '=== deploy.yaml\nid: web\ncontrols: ‸\n'],
  ];
  for (const [name, fixture] of silent)
    it(`is silent in ${name}`, () => assert.deepEqual(complete(fixture).offers, []));
});
