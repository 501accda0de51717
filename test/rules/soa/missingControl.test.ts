import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engine } from '../../harness/engine';
import { findingsOf, HEADER } from './soaHarness';
import { soa } from './fullSoa';

const RULE = 'soa/missing-control';

describe(RULE, () => {
  it('fires once per missing control, on the header, in the order of the catalogue', () => {
    const { findings, textOf } = findingsOf(RULE, soa({ without: ['A.8.34', 'A.5.9', 'A.5.10'] }));
    assert.deepEqual(
      findings.map(({ control }) => control),
      ['A.5.9', 'A.5.10', 'A.8.34'],
    );
    for (const finding of findings) assert.equal(textOf(finding), HEADER.split('\n')[0]);
  });

  it('is silent where all 93 have a row', () =>
    assert.deepEqual(findingsOf(RULE, soa({ without: [] })).findings, []));

  it('finds the file of the theme where there is one file per theme', () => {
    const file = (theme: string): string =>
      `=== soa/${theme}.md\n---\ntype: statement-of-applicability\n---\n${HEADER}\n${engine.catalog.controls
        .filter((control) => control.theme === theme && control.id !== 'A.7.4')
        .map(({ id, title }) => `| ${id} | ${title} | Yes | Port contract | Implemented |\n`)
        .join('')}`;
    const { findings } = findingsOf(
      RULE,
      ['organizational', 'people', 'physical', 'technological'].map(file).join(''),
    );
    assert.deepEqual(
      findings.map(({ path, control }) => [path, control]),
      [['soa/physical.md', 'A.7.4']],
    );
  });

  const silent: readonly (readonly [string, string])[] = [
    ['there is no SoA', '=== policies/a.md\n---\ncontrols: [A.5.1]\n---\n'],
    [
      'no row was understood',
      '=== soa.md\n---\ntype: statement-of-applicability\n---\n| Topic | Applicable |\n| --- | --- |\n| Passwords | Yes |\n',
    ],
    [
      'the front matter of the SoA is broken',
      soa({ without: ['A.5.10'], front: '---\ntype: statement-of-applicability\ntitle: "SoA\n---\n\n' }),
    ],
    [
      'a comment breaks the table',
      soa({
        without: ['A.5.10'],
        row: (id) =>
          `${id === 'A.5.20' ? '<!-- isms-disable-next-line soa/missing-status -- later -->\n' : ''}| ${id} | x | Yes | Port contract | Implemented |`,
      }),
    ],
    [
      'a part of the SoA does not exist',
      `=== isms.yaml\nsoa: [soa.md, soa-people.md]\n${soa({ without: ['A.6.1'] })}`,
    ],
    [
      'a part of the SoA cannot be read',
      `${soa({ without: ['A.6.1'] })}=== soa-people.md (unreadable: not UTF-8)\n`,
    ],
    [
      'one row stands for several controls',
      soa({
        without: ['A.5.10'],
        row: (id) => `| ${id === 'A.5.9' ? 'A.5.9, A.5.10' : id} | x | Yes | Port contract | Implemented |`,
      }),
    ],
  ];
  for (const [name, literal] of silent) {
    it(`is silent where ${name}`, () =>
      assert.deepEqual(
        findingsOf(RULE, literal).findings.map(({ control }) => control),
        [],
      ));
  }

  it('does not count a row that heads a group as the rows of its controls', () => {
    const literal = soa({
      without: ['A.6.1'],
      row: (id) =>
        `${id === 'A.6.2' ? '| A.6.1–A.6.8 People | | | | |\n' : ''}| ${id} | x | Yes | Port contract | Implemented |`,
    });
    assert.deepEqual(
      findingsOf(RULE, literal).findings.map(({ control }) => control),
      ['A.6.1'],
    );
  });

  it('offers its fix as a choice where no column can say that nothing is decided', () => {
    const literal = soa({
      without: ['A.5.10'],
      head: '| Control | Title | Justification |\n| --- | --- | --- |',
      row: (id) => `| ${id} | x | Port contract |`,
    });
    assert.deepEqual(
      findingsOf(RULE, literal).findings[0]?.fixes.map(({ kind }) => kind),
      ['choice'],
    );
  });
});
