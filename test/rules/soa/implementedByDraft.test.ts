import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, soaWith } from './soaHarness';

const RULE = 'soa/implemented-by-draft';
const ROW = '| A.8.13 | Information backup | Yes | Voyage data exist nowhere else (R-011). | Implemented |';
const policy = (name: string, status: string, type = 'policy'): string =>
  `=== policies/${name}.md\n---\ntitle: ${name}\ntype: ${type}\nstatus: ${status}\ncontrols: ["A.8.13"]\n---\n`;

describe(RULE, () => {
  it('fires where the only document is a draft, and leads to its status', () => {
    const { findings, textOf } = findingsOf(RULE, soaWith(ROW) + policy('backup', 'draft'));
    assert.deepEqual(findings.map(textOf), ['Implemented']);
    assert.match(findings[0]?.message ?? '', /"backup", is a draft/);
    assert.deepEqual(
      findings[0]?.related.map(({ path }) => path),
      ['policies/backup.md'],
    );
  });

  it('fires once where all documents are drafts or retired', () => {
    const { findings } = findingsOf(RULE, soaWith(ROW) + policy('a', 'draft') + policy('b', 'retired'));
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message ?? '', /the 2 documents that map it are drafts or retired/);
  });

  it('fires where the only document is retired', () =>
    assert.equal(findingsOf(RULE, soaWith(ROW) + policy('a', 'retired')).findings.length, 1));

  const silent: readonly (readonly [string, string])[] = [
    ['one document is in force', soaWith(ROW) + policy('a', 'draft') + policy('b', 'approved')],
    ['one document is in review', soaWith(ROW) + policy('a', 'draft') + policy('b', 'in-review')],
    ['the status of a document is not known', soaWith(ROW) + policy('a', 'blue')],
    ['no document maps the control', soaWith(ROW) + policy('a', 'draft').replace('A.8.13', 'A.8.14')],
    ['the control is only planned', soaWith(ROW.replace('Implemented', 'Planned')) + policy('a', 'draft')],
    ['the control is excluded', soaWith(ROW.replace('Yes', 'No')) + policy('a', 'draft')],
    ['only a record names the control', soaWith(ROW) + policy('a', 'draft', 'record')],
    [
      'a document could not be read',
      `${soaWith(ROW)}${policy('a', 'draft')}=== policies/b.md\n---\ncontrols: ["A.8.13"\n---\n`,
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent where ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));
});
