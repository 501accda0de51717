import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, assertMends, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'soa/title-mismatch';

const soa = (rows: string, header = '| Control | Title | Applicable | Justification | Status |'): string =>
  `=== soa.md\n---\ntitle: SoA\ntype: soa\n---\n\n${header}\n${header.replace(/[^|]+/g, ' --- ')}\n${rows}\n`;
const row = (id: string, title: string): string => `| ${id} | ${title} | Yes | Treats R-1. | Implemented |`;

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['another control’s title', soa(row('A.5.15', '⟪Access rights⟫'))],
    ['a title of the 2013 edition', soa(row('A.6.7', '⟪Teleworking⟫'))],
    ['a topic of 2013 under an id of 2022 that it never was', soa(row('A.8.2', '⟪Teleworking⟫'))],
    ['emphasis', soa(row('A.5.15', '**⟪Access rights⟫**'))],
    ['a link', soa(row('A.5.15', '[⟪Access rights⟫](access.md)'))],
    ['an id without its letter', soa(row('5.15', '⟪Access rights⟫'))],
    [
      'id and title in one cell',
      soa(
        '| **A.5.15 ⟪Access rights⟫** | Yes | Treats R-1. | Implemented |',
        '| Control | Applicable | Justification | Status |',
      ),
    ],
    [
      'a dash between id and title in one cell',
      soa(
        '| A.5.15 – ⟪Access rights⟫ | Yes | Treats R-1. | Implemented |',
        '| Control | Applicable | Justification | Status |',
      ),
    ],
    [
      'CSV',
      '=== soa.csv\nControl ID,Title,Applicable,Justification\nA.5.1,Policies for information security,Yes,R-1\nA.5.15,⟪Access rights⟫,Yes,R-1\n',
    ],
  ];
  for (const [name, literal] of firing)
    it(`fires: ${name}`, () => {
      assertFires(RULE, literal);
    });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['the title itself', soa(row('A.5.15', 'Access control'))],
    ['the title of ISO/IEC 27002', soa(row('A.5.34', 'Privacy and protection of PII'))],
    ['a shortened title', soa(row('A.5.2', 'Roles and responsibilities'))],
    ['a longer title', soa(row('A.5.15', 'Access control policy'))],
    ['a title in German', soa(row('A.5.15', 'Zugangssteuerung'))],
    ['an empty title', soa(row('A.5.15', ''))],
    ['a row for several controls', soa(row('A.5.15–A.5.18', 'Access rights'))],
    ['an id that does not exist', soa(row('A.5.99', 'Access rights'))],
    [
      'a control with an id of the organisation',
      soa(`${row('A.5.1', 'Policies')}\n${row('X-1', 'Access rights')}`),
    ],
    [
      'a table outside the SoA',
      '=== a.md\n---\ntitle: A\ncontrols: [A.5.15]\n---\n\n| Control | Owner |\n| --- | --- |\n| A.5.15 | Access rights |\n',
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('says what the title is and what the control is called', () => {
    const [other] = findingsOf(RULE, soa(row('A.5.15', 'Access rights')));
    assert.match(other?.message ?? '', /A\.5\.15 is called "Access control".*title of A\.5\.18/);
    assert.equal(other?.control, 'A.5.15');
    const [own] = findingsOf(RULE, soa(row('A.6.7', 'Teleworking')));
    assert.match(own?.message ?? '', /A\.6\.2\.2 in the 2013 edition, which went into it/);
    assert.equal(own?.hint, 'Write "Remote working".');
    const [moved] = findingsOf(RULE, soa(row('A.8.2', 'Teleworking')));
    assert.match(moved?.message ?? '', /which is part of A\.6\.7 now/);
    const [gone] = findingsOf(RULE, soa(row('A.8.2', 'Removal of assets')));
    assert.match(gone?.message ?? '', /A\.11\.2\.5 in the 2013 edition/);
  });

  it('puts the right title there and keeps emphasis and alignment', () => {
    const literal = soa(`${row('A.5.15', '**Access rights**')}\n${row('A.5.18', 'Access rights')}`);
    const [finding] = findingsOf(RULE, literal);
    assert.ok(finding !== undefined);
    const fix = fixNamed([finding]);
    assertMends(literal, finding, fix);
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.deepEqual(left, []);
    assert.match(texts.get('soa.md') ?? '', /\| A\.5\.15 \| \*\*Access control\*\* \| Yes \|/);
  });

  it('mends a quoted cell of CSV', () => {
    const literal =
      '=== soa.csv\nControl ID,Title,Applicable,Justification\nA.5.15,"Access rights",Yes,R-1\nA.5.18,Access rights,Yes,R-1\n';
    const [finding] = findingsOf(RULE, literal);
    const { texts } = afterFix(literal, RULE, fixNamed(finding === undefined ? [] : [finding]));
    assert.match(texts.get('soa.csv') ?? '', /^A\.5\.15,"?Access control"?,Yes,R-1$/m);
  });

  it('leaves the choice to the author where the id may be the slip', () => {
    const literal = soa(row('A.5.15', 'Access rights'));
    const [finding] = findingsOf(RULE, literal);
    assert.deepEqual(
      finding?.fixes.map(({ kind, title }) => [kind, title]),
      [
        ['choice', 'Change the title to "Access control"'],
        ['choice', 'Change the id to A.5.18'],
      ],
    );
    const { texts, left } = afterFix(literal, RULE, fixNamed([finding], 'Change the id to A.5.18'));
    assert.match(texts.get('soa.md') ?? '', /\| A\.5\.18 \| Access rights \|/);
    assert.deepEqual(left, []);
  });
});
