import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFires, findingsOf, policyWith } from '../../harness/rule';

const RULE = 'mapping/clause-as-control';

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['a clause that can be no control', policyWith('type: policy\ncontrols: ["A.5.1", "⟪9.2⟫"]')],
    ['clause 4', policyWith('type: policy\ncontrols: ["⟪4.1⟫"]')],
    [
      'a clause called so, though a control has the number',
      policyWith('type: policy\ncontrols: ["Clause ⟪5.2⟫"]'),
    ],
    ['several clauses of one list, once', policyWith('type: policy\ncontrols: ["⟪9.2⟫", "9.3", "10.2"]')],
    ['a control under a key for clauses', policyWith('type: policy\nclauses: ["5.1", "⟪A.5.15⟫"]')],
    ['a control without its letter there', policyWith('type: policy\niso_clauses: ["⟪5.15⟫"]')],
    ['a range there', policyWith('type: policy\nclauses: ["⟪A.5.15–A.5.18⟫"]')],
    ['a scope document', policyWith('type: scope\nclauses: ["4.3", "⟪A.5.9⟫"]')],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, literal);
    });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    [
      'controls and clauses under their keys',
      policyWith('type: policy\ncontrols: ["5.1"]\nclauses: ["5.1"]'),
    ],
    [
      'a clause in the text',
      policyWith('type: policy\ncontrols: [A.5.1]', { body: 'Clause 9.2 asks for it.' }),
    ],
    [
      'a clause in a compliance table, which may hold both',
      policyWith('type: policy', {
        body: '| Framework | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.1, 9.2 |',
      }),
    ],
    ['an id of 2013 under controls', policyWith('type: policy\ncontrols: ["A.9.2.1"]')],
    ['an item of another standard', policyWith('type: policy\nclauses: ["ISO 22301 8.4"]')],
    ['a number that is neither', policyWith('type: policy\nclauses: ["11.7"]')],
    ['a template', policyWith('type: template\ncontrols: ["9.2"]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('names the clause or the control, and the key', () => {
    const [clause] = findingsOf(RULE, policyWith('type: policy\ncontrols: ["9.2", "10.2"]'));
    assert.match(
      clause?.message ?? '',
      /"controls" is for controls of Annex A, and clause 9\.2 Internal audit and clause 10\.2/,
    );
    assert.equal(clause?.hint, 'Move it to "clauses".');
    assert.equal(clause?.related.length, 1);
    assert.equal(clause?.control, undefined);
    const [control] = findingsOf(RULE, policyWith('type: policy\niso_clause: "A.5.15"'));
    assert.match(
      control?.message ?? '',
      /"iso_clause" is for clauses, and A\.5\.15 Access control is a control/,
    );
    assert.equal(control?.control, 'A.5.15');
  });
});
