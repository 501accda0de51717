import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf } from './soaHarness';
import { applyFix, checkFixture } from '../../harness/engine';

const RULE = 'soa/one-way-reference';
const HEAD =
  '| Control | Applicable | Justification | Status | Documents |\n| --- | --- | --- | --- | --- |\n';
const row = (documents: string, decision = 'Yes', id = 'A.8.13'): string =>
  `| ${id} | ${decision} | Voyage data (R-011). | Implemented | ${documents} |\n`;
const soa = (...rows: readonly string[]): string => `=== soa.md\n${HEAD}${rows.join('')}`;
const policy = (path: string, title: string, controls: string, more = ''): string =>
  `=== ${path}\n---\n${more}title: ${title}\ntype: policy\ncontrols: [${controls}]\n---\n`;
const BACKUP = policy('policies/backup.md', 'Backup', '"A.8.13"', 'id: POL-02\n');
const ACCESS = policy('policies/access.md', 'Access control', '"A.5.15"', 'id: POL-01\n');

describe(RULE, () => {
  const clean: readonly (readonly [string, string])[] = [
    ['a link names the document', soa(row('[Backup](policies/backup.md)'))],
    ['a link names a place in it', soa(row('[Backup](policies/backup.md#scope), section 3'))],
    ['its title names it', soa(row('Backup'))],
    ['its title names it with the word for its kind', soa(row('the backup policy'))],
    ['its id names it', soa(row('POL-02'))],
    ['its id names it before the title', soa(row('POL-02 Backup and restore'))],
    ['its path names it', soa(row('`policies/backup.md`'))],
    ['words that are not understood may name it', soa(row('Handbook, chapter on tapes'))],
    ['the control is excluded', soa(row('[Access](policies/access.md)', 'No'))],
    ['nobody has decided', soa(row('', 'TBC'))],
    [
      'the row names a record besides',
      `${soa(row('Backup; [Log](log.md)'))}=== log.md\n---\ntype: record\ntitle: Log\n---\n`,
    ],
  ];
  for (const [name, literal] of clean)
    it(`is silent where ${name}`, () =>
      assert.deepEqual(findingsOf(RULE, literal + BACKUP + ACCESS).findings, []));

  it('fires on a document that does not map the control, once, on its name', () => {
    const literal = soa(row('Backup, [Access](policies/access.md), POL-01')) + BACKUP + ACCESS;
    const { findings, textOf } = findingsOf(RULE, literal);
    assert.deepEqual(findings.map(textOf), ['[Access](policies/access.md)']);
    assert.match(findings[0]?.message ?? '', /names "Access control", which does not list A\.8\.13/);
    const files = applyFix(
      checkFixture(literal).fixture,
      findings[0]?.fixes[0] ?? { edits: [], creates: [], kind: 'choice', title: '', preferred: false },
    );
    assert.match(files.get('policies/access.md') ?? '', /controls: \["A\.5\.15", "A\.8\.13"\]/);
  });

  it('fires on the cell for a document that the row omits', () => {
    const { findings, textOf } = findingsOf(
      RULE,
      soa(row('—'), row('Access control', 'Yes', 'A.5.15')) + BACKUP + ACCESS,
    );
    assert.deepEqual(findings.map(textOf), ['—']);
    assert.match(findings[0]?.message ?? '', /"Backup" lists A\.8\.13/);
    assert.equal(findings[0]?.related[0]?.path, 'policies/backup.md');
  });

  it('fires in both directions in one row', () => {
    const { findings } = findingsOf(RULE, soa(row('Access control')) + BACKUP + ACCESS);
    assert.equal(findings.length, 2);
  });

  it('names an omitted document as the other rows name theirs', () => {
    const fixed = (cell: string, other: string): string => {
      const literal = soa(row(other, 'Yes', 'A.5.15'), row(cell)) + BACKUP + ACCESS;
      return /A\.8\.13.*/.exec(afterFix(RULE, literal, 'Name "Backup" in the row'))?.[0] ?? '';
    };
    assert.match(
      fixed('', '[Access control](policies/access.md)'),
      /\| \[Backup\]\(policies\/backup\.md\) \|$/,
    );
    assert.match(fixed('', 'POL-01'), /\| POL-02 \|$/);
    assert.match(fixed('', 'Access control'), /\| Backup \|$/);
  });

  it('adds the name behind those that are there, before a comment', () => {
    const literal = `${soa(row('[Log](log.md) <!-- kept in Jira -->'))}${BACKUP}=== log.md\n---\ntype: record\ntitle: Log\n---\n`;
    assert.match(
      afterFix(RULE, literal, 'Name "Backup" in the row'),
      /\| \[Log\]\(log\.md\), \[Backup\]\(policies\/backup\.md\) <!-- kept in Jira --> \|/,
    );
  });

  it('can take the control out of the document instead', () => {
    const two = policy('policies/backup.md', 'Backup', '"A.8.13", "A.8.14"');
    const literal = soa(row('—')) + two;
    assert.match(
      afterFix(RULE, literal, 'Take the control out of policies/backup.md', 'policies/backup.md'),
      /controls: \["A\.8\.14"\]/,
    );
  });

  it('says that a document is retired', () => {
    const retired = policy('policies/old.md', 'Old backup', '"A.8.13"', 'status: retired\n');
    const { findings } = findingsOf(RULE, soa(row('Backup, Old backup')) + BACKUP + retired);
    assert.match(findings[0]?.message ?? '', /which is retired/);
    assert.deepEqual(findings[0]?.fixes, []);
  });

  it('takes two languages of a document for one', () => {
    const both =
      policy('de/sicherung.md', 'Datensicherung', '"A.8.13"') + policy('en/backup.md', 'Backup', '"A.8.13"');
    assert.deepEqual(findingsOf(RULE, soa(row('Backup')) + both).findings, []);
    assert.equal(findingsOf(RULE, soa(row('')) + both).findings.length, 1);
  });

  it('reads several columns of documents together', () => {
    const literal = `
=== soa.md
| Control | Applicable | Justification | Policy | Procedure |
| --- | --- | --- | --- | --- |
| A.8.13 | Yes | Voyage data (R-011). | Handbook | Backup |
| A.5.15 | Yes | Voyage data (R-011). | | Access control |
`;
    assert.deepEqual(findingsOf(RULE, literal + BACKUP + ACCESS).findings, []);
  });

  const silent: readonly (readonly [string, string])[] = [
    [
      'in a table without a column of documents',
      `=== soa.md\n| Control | Applicable |\n| --- | --- |\n| A.8.13 | Yes |\n${BACKUP}`,
    ],
    [
      'where the documents map nothing',
      `${soa(row('[Notes](notes.md)'))}=== notes.md\n---\ntitle: Notes\ntype: policy\n---\n`,
    ],
    [
      'on a document that could not be read',
      `${soa(row('[Broken](broken.md), Backup'))}${BACKUP}=== broken.md\n---\ntype: policy\ncontrols: ["A.5.1"\n---\n`,
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent ${name}`, () => assert.deepEqual(findingsOf(RULE, literal).findings, []));
});
