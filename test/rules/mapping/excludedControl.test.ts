import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { assertFires, findingsOf } from '../../harness/rule';

const RULE = 'mapping/excluded-control';

const soa = (rows: string): string =>
  `=== soa.md\n| Control | Title | Applicable | Justification |\n| --- | --- | --- | --- |\n| A.5.1 | Policies | Yes | R-1 |\n${rows}\n`;
const EXCLUDED = soa('| A.7.4 | Physical security monitoring | No | The landlord does it |');
const policy = (yaml: string, path = 'policies/a.md', body = ''): string =>
  `=== ${path}\n---\ntitle: T\n${yaml}\n---\n${body}\n`;

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['front matter', EXCLUDED + policy('controls: ["A.5.1", "⟪A.7.4⟫"]')],
    ['a range', EXCLUDED + policy('controls: ["⟪A.7.3–A.7.5⟫"]')],
    ['a draft', EXCLUDED + policy('status: draft\ncontrols: [⟪A.7.4⟫]')],
    ['the first of several mentions', EXCLUDED + policy('controls: [⟪A.7.4⟫, A.7.4]\nannex_a: [A.7.4]')],
    [
      'each document',
      EXCLUDED + policy('controls: [⟪A.7.4⟫]') + policy('controls: [⟪A.7.4⟫]', 'policies/b.md'),
    ],
    [
      'a compliance table',
      EXCLUDED +
        policy(
          'type: policy',
          'policies/a.md',
          '\n| Framework | Requirement | Section |\n| --- | --- | --- |\n| ISO 27001 | ⟪A.7.4⟫ | 1 |\n',
        ),
    ],
  ];
  for (const [name, literal] of firing)
    it(`fires once per document: ${name}`, () => {
      assertFires(RULE, literal);
    });

  it('points to the row of the SoA and offers no fix', () => {
    const literal = EXCLUDED + policy('controls: [⟪A.7.4⟫]');
    const [finding, ...more] = assertFires(RULE, literal);
    assert.equal(more.length, 0);
    assert.equal(finding?.control, 'A.7.4');
    assert.deepEqual(finding.fixes, []);
    assert.deepEqual(
      finding.related.map(({ path, message }) => [path, message]),
      [['soa.md', 'A.7.4 is declared not applicable here']],
    );
    const [row] = finding.related;
    const sheet = parseFixture(literal).files[0]?.text ?? '';
    assert.equal(sheet.slice(row?.span.start, row?.span.end), 'A.7.4');
  });

  it('reports two controls of one range apart', () => {
    const literal =
      soa('| A.7.3 | x | No | y |\n| A.7.4 | x | No | y |') + policy('controls: ["⟪A.7.3–A.7.5⟫"]');
    assert.deepEqual(
      assertFires(RULE, literal).map((finding) => finding.control),
      ['A.7.3', 'A.7.4'],
    );
  });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['an applicable control', EXCLUDED + policy('controls: [A.5.1]')],
    ['a control that is not assessed', soa('| A.7.4 | x | TBC | |') + policy('controls: [A.7.4]')],
    ['an empty cell', soa('| A.7.4 | x | | |') + policy('controls: [A.7.4]')],
    ['a retired document', EXCLUDED + policy('status: retired\ncontrols: [A.7.4]')],
    ['a document that does not map', EXCLUDED + policy('type: audit-report\ncontrols: [A.7.4]')],
    [
      'a mention in the text',
      EXCLUDED + policy('controls: [A.5.1]', 'policies/a.md', "A.7.4 is the landlord's."),
    ],
    [
      'a second row that says no: the first counts',
      soa('| A.7.4 | x | Yes | y |\n| A.7.4 | x | No | y |') + policy('controls: [A.7.4]'),
    ],
    ['an ISMS without an SoA', policy('controls: [A.7.4]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));
});
