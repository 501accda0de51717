import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires, findingsOf } from '../../harness/rule';

const RULE = 'mapping/no-controls';
const CONFIG = '=== isms.yaml\norganization: X\n';
const policy = (yaml: string, body = '# T'): string => `${CONFIG}=== p/a.md\n---\n${yaml}\n---\n\n${body}\n`;

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['a policy without a list', policy('title: ⟪T⟫\ntype: policy')],
    ['an empty list', policy('title: ⟪T⟫\ntype: policy\ncontrols: []')],
    ['a list of another framework', policy('title: ⟪T⟫\ntype: policy\nsoc2: [CC6.1]')],
    ['a list of clauses', policy('title: ⟪T⟫\ntype: policy\nclauses: ["5.2"]')],
    ['a draft', policy('title: ⟪T⟫\ntype: policy\nstatus: draft')],
    ['a topic-specific policy', policy('title: ⟪T⟫\ntype: topic-specific-policy')],
    ['on the first heading where there is no title', policy('type: policy', '⟪# Access⟫')],
    [
      'with an SoA and no configuration',
      '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | R-1 |\n=== a.md\n---\ntitle: ⟪T⟫\ntype: policy\n---\n',
    ],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, literal);
    });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['a policy with one control', policy('title: T\ntype: policy\ncontrols: [A.5.1]')],
    ['ids of 2013: they are superseded', policy('title: T\ntype: policy\ncontrols: [A.9.2.1]')],
    ['a whole theme: it is coarse', policy('title: T\ntype: policy\ncontrols: [A.5]')],
    ['an id that does not exist', policy('title: T\ntype: policy\ncontrols: [A.5.99]')],
    ['a section-level line', policy('title: T\ntype: policy', '## Access\n\n(Annex A: A.5.15)')],
    ['a procedure', policy('title: T\ntype: procedure')],
    ['a retired policy', policy('title: T\ntype: policy\nstatus: retired')],
    ['a document of no known type', policy('title: T\nowner: B')],
    ['front matter that cannot be read', policy('title: T\ntype: policy\ncontrols: [A.5.1')],
    ['an ISMS with neither SoA nor configuration', '=== a.md\n---\ntitle: T\ntype: policy\n---\n'],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('says what the text cites', () => {
    const [finding] = findingsOf(RULE, policy('title: T\ntype: policy', 'See A.5.15 and A.5.18, A.5.15.'));
    assert.equal(
      finding?.hint,
      'Its text cites A.5.15 and A.5.18: list under "controls" what it carries out.',
    );
  });
});
