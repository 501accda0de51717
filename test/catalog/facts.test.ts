import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogData, Control } from '../../server/src/engine/catalog/catalog';
import { catalogProblems, countCatalog } from '../../server/tools/catalog/validate';
import { catalogData } from '../harness/engine';

describe('facts of the catalogue', () => {
  it('has what Annex A has: 93 controls in four themes, 11 of them new, and 114 of the former edition', () => {
    assert.deepEqual(countCatalog(catalogData), {
      controls: 93,
      organizational: 37,
      people: 8,
      physical: 14,
      technological: 34,
      newIn2022: 11,
      carriedOver: 82,
      superseded: 114,
    });
  });

  it('is sound', () => {
    assert.deepEqual(catalogProblems(catalogData), []);
  });

  it('reports a control that is missing, and what led to it', () => {
    const problems = catalogProblems({ ...catalogData, controls: catalogData.controls.slice(1) });
    assert.ok(problems.includes('controls: 92 instead of 93'), problems.join('\n'));
    assert.ok(
      problems.some((problem) => problem.includes('related to A.5.1')),
      problems.join('\n'),
    );
    assert.ok(
      problems.some((problem) => problem.startsWith('A.5.1.1: its successor A.5.1')),
      problems.join('\n'),
    );
  });

  it('reports a control that stands twice', () => {
    const [first] = catalogData.controls;
    assert.ok(first !== undefined);
    assert.ok(
      catalogProblems({ ...catalogData, controls: [first, ...catalogData.controls] }).includes(
        'control A.5.1 stands twice',
      ),
    );
  });

  it('reports a predecessor that the former edition does not lead back from', () => {
    assert.ok(
      catalogProblems(changed('A.5.7', { predecessors: ['A.9.1.1'] })).includes(
        'A.5.7: its predecessor A.9.1.1 does not lead back to it',
      ),
    );
  });

  it('reports an attribute outside the vocabulary and one without a value', () => {
    const { attributes } = controlOf('A.5.1');
    const problems = catalogProblems(
      changed('A.5.1', { attributes: { ...attributes, controlType: ['Wishful'], securityDomains: [] } }),
    );
    assert.deepEqual(problems, [
      'A.5.1: Wishful is no value of controlType',
      'A.5.1: no value for securityDomains',
    ]);
  });

  it('reports a clause without its parent', () => {
    const problems = catalogProblems({
      ...catalogData,
      clauses: [...catalogData.clauses, { id: '99.1', parent: '99', title: 'None', note: undefined }],
    });
    assert.deepEqual(problems, ['clause 99.1: no parent 99']);
  });
});

function controlOf(id: string): Control {
  const control = catalogData.controls.find((each) => each.id === id);
  assert.ok(control !== undefined);
  return control;
}

function changed(id: string, change: Partial<Control>): CatalogData {
  return {
    ...catalogData,
    controls: catalogData.controls.map((control) =>
      control.id === id ? { ...control, ...change } : control,
    ),
  };
}
