import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'mapping/unlisted-citation';
const CONFIG = '=== isms.yaml\norganization: X\n';
const policy = (body: string, yaml = 'type: policy\ncontrols: ["A.5.15"]'): string =>
  `${CONFIG}=== p/a.md\n---\ntitle: Access\n${yaml}\n---\n\n${body}\n`;
const INCIDENTS =
  '=== p/incidents.md\n---\ntitle: Incident handling\ntype: policy\ncontrols: ["A.6.8"]\n---\n';

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['a sentence', policy('Access is reviewed (⟪A.5.18⟫).')],
    ['a heading', policy('## Review (⟪A.5.18⟫)')],
    ['a range, of which one is listed', policy('Access (⟪A.5.15–A.5.18⟫).')],
    ['the first of several citations', policy('First ⟪A.5.18⟫, then A.5.18.')],
    ['a draft', policy('See ⟪A.5.18⟫.', 'type: policy\nstatus: draft\ncontrols: [A.5.15]')],
    ['a section-level list', policy('## Access\n\n(Annex A: A.5.15)\n\nReviews: ⟪A.5.18⟫.', 'type: policy')],
    [
      'a link to a document that does not map it',
      `${policy('See [Incidents](incidents.md) for ⟪A.5.26⟫.')}${INCIDENTS}`,
    ],
    ['a document that maps it and is not named', `${policy('Report it (⟪A.6.8⟫).')}${INCIDENTS}`],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, literal);
    });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['a listed control', policy('Access is given by role (A.5.15).')],
    ['a control within a listed range', policy('See A.5.17.', 'type: policy\ncontrols: ["A.5.15–A.5.18"]')],
    [
      'a control listed by its id of 2013',
      policy('See A.5.16.', 'type: policy\ncontrols: [A.5.15, A.9.2.1]'),
    ],
    ['a link to the document that maps it', `${policy('See [here](incidents.md#x) (A.6.8).')}${INCIDENTS}`],
    [
      'the title of the document that maps it',
      `${policy('The policy Incident handling rules A.6.8.')}${INCIDENTS}`,
    ],
    ['an id that does not exist', policy('See A.5.99.')],
    ['an id of another standard', policy('See ISO 42001 A.6.2.')],
    ['an id of 2013', policy('See A.9.2.1.')],
    ['a table', policy('| Exception | Instead |\n| --- | --- |\n| Remote login | A.8.5 |')],
    ['a document without a list', policy('See A.5.18.', 'type: policy')],
    ['a document that does not map', policy('See A.5.18.', 'type: audit-report\ncontrols: [A.5.15]')],
    [
      'a control that the SoA excludes',
      `${policy('See A.7.4.')}=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.7.4 | No | The landlord does it |\n`,
    ],
    ['an ISMS with neither SoA nor configuration', policy('See A.5.18.').replace(CONFIG, '')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('adds the control to the list', () => {
    const literal = policy('Reviewed (A.5.18).');
    const fix = fixNamed(findingsOf(RULE, literal), 'Add A.5.18 to the list of controls');
    assert.equal(fix.kind, 'choice');
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.match(texts.get('p/a.md') ?? '', /^controls: \["A\.5\.15", "A\.5\.18"\]$/m);
    assert.deepEqual(left, []);
  });

  it('offers each control of a range, and nothing where the list stands in the text', () => {
    const [range] = findingsOf(RULE, policy('Access (A.5.15–A.5.18).'));
    assert.deepEqual(
      range?.fixes.map(({ title }) => title),
      ['A.5.16', 'A.5.17', 'A.5.18'].map((id) => `Add ${id} to the list of controls`),
    );
    const [inText] = findingsOf(RULE, policy('(Annex A: A.5.15)\n\nReviews: A.5.18.', 'type: policy'));
    assert.deepEqual(inText?.fixes, []);
  });
});
