import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

/** The kinds of the documents of a fixture, by path. */
function kinds(literal: string): Record<string, string> {
  return Object.fromEntries(
    ismsOf(parseFixture(literal)).documents.map((document) => [document.path, document.kind]),
  );
}

const SOA = '| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | R-001 |\n';
const RISKS = '| ID | Risk | Treatment |\n| --- | --- | --- |\n| R-001 | Fire | Accept |\n';

describe('which file is which document', () => {
  const cases: readonly (readonly [name: string, fixture: string, expected: Record<string, string>])[] = [
    ['plain Markdown is none', '=== notes.md\n# Notes\n\nSee A.5.15 for more.\n', {}],
    ['front matter without controls is none', '=== post.md\n---\ntitle: Holiday\nowner: Ada\n---\n', {}],
    ['a known type', '=== a.md\n---\ntype: procedure\n---\n', { 'a.md': 'procedure' }],
    [
      'controls without a type make a policy',
      '=== a.md\n---\ncontrols: [A.5.15]\n---\n',
      { 'a.md': 'policy' },
    ],
    ['a wrong id with its letter counts', '=== a.md\n---\ncontrols: [A.5.99]\n---\n', { 'a.md': 'policy' }],
    ['bare numbers that are no control do not', '=== a.md\n---\ncontrols: [1, 2.5, 7.99]\n---\n', {}],
    ['clauses alone make no policy', '=== a.md\n---\nclauses: ["6.1.3"]\n---\n', {}],
    [
      'a compliance table',
      '=== a.md\n| Framework | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.1 |\n',
      { 'a.md': 'policy' },
    ],
    [
      'a compliance table of another standard',
      '=== a.md\n| Framework | Requirement |\n| --- | --- |\n| ISO 42001 | A.6.2 |\n',
      {},
    ],
    ['an SoA table', `=== list.md\n${SOA}`, { 'list.md': 'statement-of-applicability' }],
    ['a risk register', `=== list.md\n${RISKS}`, { 'list.md': 'risk-register' }],
    [
      'a table of controls without applicability is no SoA',
      '=== list.md\n| Control | Status |\n| --- | --- |\n| A.5.1 | Implemented |\n',
      {},
    ],
    [
      'but by its name it is',
      '=== soa.md\n| Control | Status |\n| --- | --- |\n| A.5.1 | Implemented |\n',
      { 'soa.md': 'statement-of-applicability' },
    ],
    ['a template', `=== templates/soa.md\n${SOA}`, { 'templates/soa.md': 'template' }],
    ['a template by its name', `=== docs/_TEMPLATE-soa.md\n${SOA}`, { 'docs/_TEMPLATE-soa.md': 'template' }],
    [
      'a readme',
      '=== README.md\n| Framework | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.1 |\n',
      { 'README.md': 'readme' },
    ],
    [
      'isms.yaml names it',
      `=== isms.yaml\nsoa: a/what.md\n=== a/what.md\n# Nothing yet\n`,
      { 'a/what.md': 'statement-of-applicability' },
    ],
    [
      'document control counts below isms.yaml',
      '=== isms.yaml\norganization: A\n=== a.md\n---\ntitle: A\nowner: Ada\n---\n',
      { 'a.md': 'document' },
    ],
    ['a title alone does not', '=== isms.yaml\norganization: A\n=== a.md\n---\ntitle: A\n---\n', {}],
    [
      'excluded files do not',
      '=== isms.yaml\ndocuments:\n  exclude: ["old/**"]\n=== old/a.md\n---\nowner: Ada\n---\n',
      {},
    ],
  ];
  for (const [name, fixture, expected] of cases) {
    it(name, () => assert.deepEqual(kinds(fixture), expected));
  }
});

describe('what a document counts for', () => {
  it('a draft maps, a retired document maps nothing', () => {
    const isms = ismsOf(
      parseFixture(
        '=== a.md\n---\nstatus: draft\ncontrols: [A.5.15]\n---\n=== b.md\n---\nstatus: archived\ncontrols: [A.5.16]\n---\n',
      ),
    );
    assert.deepEqual([...isms.mappings.keys()], ['A.5.15']);
  });

  it('a document of several languages and many spellings maps each control once', () => {
    const isms = ismsOf(parseFixture('=== a.md\n---\ncontrols: ["A 5.15", "5.15", "Annex A.5.15"]\n---\n'));
    assert.equal(isms.mappings.get('A.5.15')?.length, 3);
    assert.equal(isms.mappings.size, 1);
  });

  it('nothing is certain where a document cannot be read', () => {
    const isms = ismsOf(parseFixture('=== a.md\n---\ntype: policy\ncontrols: ["A.5.15\n---\n'));
    assert.equal(isms.mappingsUncertain, true);
  });

  it('an own word for a status is understood', () => {
    const isms = ismsOf(
      parseFixture(
        '=== isms.yaml\nstatuses:\n  binned: retired\n=== a.md\n---\nstatus: Binned\ncontrols: [A.5.15]\n---\n',
      ),
    );
    assert.equal(isms.documents[0]?.maps, false);
  });
});
