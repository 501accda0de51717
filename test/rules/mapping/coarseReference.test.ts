import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires, findingsOf, policyWith } from '../../harness/rule';

const RULE = 'mapping/coarse-reference';
const table = (framework: string, requirement: string): string =>
  policyWith('type: policy', {
    body: `## Compliance mapping\n\n| Framework | Requirement | Section |\n| --- | --- | --- |\n| ${framework} | ${requirement} | 1 |`,
  });

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['a theme', policyWith('type: policy\ncontrols: ["⟪A.5⟫", "A.6.3"]')],
    ['a theme with an x', policyWith('type: policy\ncontrols: ["⟪A.8.x⟫"]')],
    ['all controls', policyWith('type: policy\ncontrols: ⟪all controls⟫')],
    ['all', policyWith('type: policy\ncontrols: "⟪all⟫"')],
    ['all of the 93', policyWith('type: policy\ncontrols: [⟪All 93 controls⟫]')],
    ['Annex A', policyWith('type: policy\ncontrols: [⟪Annex A⟫]')],
    ['German', policyWith('type: policy\ncontrols: [⟪Alle Maßnahmen⟫]')],
    ['several themes of one list, once', policyWith('type: policy\ncontrols: ["⟪A.5⟫", "A.6", "A.7"]')],
    ['two lists', policyWith('type: policy\ncontrols: ["⟪A.5⟫"]\niso27001: ["⟪A.6⟫"]')],
    ['a compliance table', table('ISO 27001:2022', '⟪A.5⟫')],
    ['all controls in a compliance table', table('ISO 27001:2022', '⟪All controls⟫')],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, literal);
    });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['controls', policyWith('type: policy\ncontrols: ["A.5.1", "A.5.24–A.5.28"]')],
    ['a domain of 2013, which can be looked up', policyWith('type: policy\ncontrols: ["A.9"]')],
    ['a clause', policyWith('type: policy\nclauses: ["5", "6.1"]')],
    ['another framework', policyWith('type: policy\nsoc2: all')],
    ['all criteria of another framework in a table', table('SOC 2', 'All controls')],
    ['a theme in the text', policyWith('type: policy\ncontrols: [A.5.1]', { body: 'See A.5 of Annex A.' })],
    ['a template', policyWith('type: template\ncontrols: all')],
    ['a sentence that begins with all', policyWith('type: policy\ncontrols: [All visitors sign in (A.7.2)]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('counts the controls and points to the others of the list', () => {
    const [finding] = findingsOf(RULE, policyWith('type: policy\ncontrols: ["A.6", "A.7", "A.8.x"]'));
    assert.match(finding?.message ?? '', /^A\.6, A\.7 and A\.8\.x stand for 56 controls/);
    assert.equal(finding?.related.length, 2);
    assert.deepEqual(finding?.fixes, []);
    const [all] = findingsOf(RULE, policyWith('type: policy\ncontrols: all'));
    assert.match(all?.message ?? '', /^all stands for 93 controls/);
  });
});
