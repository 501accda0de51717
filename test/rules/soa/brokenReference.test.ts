import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, findingsOf } from './soaHarness';

const RULE = 'soa/broken-reference';
const HEAD =
  '| Control | Applicable | Justification | Status | Documents | Evidence |\n| --- | --- | --- | --- | --- | --- |\n';
const soa = (documents: string, justification = 'Voyage data (R-011).', evidence = ''): string =>
  `=== isms/soa.md\n${HEAD}| A.8.13 | Yes | ${justification} | Implemented | ${documents} | ${evidence} |\n`;
const BACKUP =
  '=== policies/backup.md\n---\nid: POL-02\ntitle: Backup\ntype: policy\ncontrols: ["A.8.13"]\n---\n\n# Backup\n\n## Scope\n';
const CONFIG = '=== isms.yaml\nsoa: isms/soa.md\n';

describe(RULE, () => {
  const firing: readonly (readonly [string, string, string])[] = [
    ['a link', soa('[Backup](../policies/bakup.md)'), '[Backup](../policies/bakup.md)'],
    ['a path', soa('../policies/bakup.md'), '../policies/bakup.md'],
    ['a place', soa('[Backup](../policies/backup.md#scop)'), '[Backup](../policies/backup.md#scop)'],
    ['a file of another kind', soa('[Report](../reports/2026.pdf)'), '[Report](../reports/2026.pdf)'],
    ['the id of a document', soa('POL-03'), 'POL-03'],
    ['a link in another cell', soa('', 'See [why](reasons.md) (R-011)'), '[why](reasons.md)'],
    [
      'a link to evidence',
      soa('', 'Voyage data (R-011).', '[Test](../tests/restore.md)'),
      '[Test](../tests/restore.md)',
    ],
  ];
  for (const [name, literal, marked] of firing) {
    it(`fires on ${name} that leads nowhere`, () => {
      const { findings, textOf } = findingsOf(RULE, CONFIG + literal + BACKUP);
      assert.deepEqual(findings.map(textOf), [marked]);
      assert.equal(findings[0]?.control, 'A.8.13');
    });
  }

  it('corrects a path and keeps the section', () => {
    const literal = CONFIG + soa('[Backup](../policies/bakup.md#scope)') + BACKUP;
    const title = 'Change to "../policies/backup.md#scope"';
    assert.match(
      afterFix(RULE, literal, title, 'isms/soa.md'),
      /\[Backup\]\(\.\.\/policies\/backup\.md#scope\)/,
    );
  });

  it('finds a document that was moved', () => {
    const literal = CONFIG + soa('[Backup](../old/archive/backup.md)') + BACKUP;
    const title = 'Change to "../policies/backup.md"';
    assert.match(afterFix(RULE, literal, title, 'isms/soa.md'), /\]\(\.\.\/policies\/backup\.md\)/);
  });

  it('corrects a place', () => {
    const literal = CONFIG + soa('[Backup](../policies/backup.md#scop)') + BACKUP;
    const title = 'Change to "../policies/backup.md#scope"';
    assert.match(afterFix(RULE, literal, title, 'isms/soa.md'), /\]\(\.\.\/policies\/backup\.md#scope\)/);
  });

  it('corrects an id', () => {
    const fixed = afterFix(RULE, CONFIG + soa('POL-03') + BACKUP, 'Change to "POL-02"', 'isms/soa.md');
    assert.match(fixed, /\| POL-02 \|/);
  });

  const silent: readonly (readonly [string, string])[] = [
    ['a document that is there', soa('[Backup](../policies/backup.md#scope), POL-02')],
    ['a title that was not matched', soa('Handbook of the data centre')],
    ['an id of another shape', soa('ISO-2024, SEC-481, DOC-7')],
    ['an id in the justification', soa('', 'Contract POL-77 of the port')],
    [
      'the id of a risk',
      `${soa('RSK-12').replace('POL', 'RSK')}=== risks.md\n| Risk ID | Treatment | Controls |\n| --- | --- | --- |\n| RSK-12 | Mitigate | A.8.13 |\n`,
    ],
    ['another site', soa('[Backup](https://intranet.example/backup.md)')],
    ['a mail', soa('[CISO](mailto:ciso@example.org)')],
    ['a place on a generated site', soa('[Backup](/policies/bakup.md)')],
    ['a file outside the root', soa('[Group](../../group/policy.md)')],
    ['a folder', soa('[Policies](../policies/)')],
    [
      'a heading of the SoA itself',
      `${soa('[Below](#technological-controls)')}\n## Technological controls\n`,
    ],
    ['a date or a version', soa('2026-05-01, v2.1, 3.4')],
  ];
  for (const [name, literal] of silent)
    it(`is silent on ${name}`, () =>
      assert.deepEqual(findingsOf(RULE, CONFIG + literal + BACKUP).findings, []));
});
