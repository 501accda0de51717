import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { engine } from '../../harness/engine';
import { afterFix, assertFires, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'mapping/unmapped-control';

const soa = (...rows: string[]): string =>
  `=== soa.md\n| Control | Title | Applicable | Justification |\n| --- | --- | --- | --- |\n| A.6.8 | Reporting | No | x |\n${rows.map((row) => `| ${row} |\n`).join('')}\n`;
const doc = (yaml: string, path = 'policies/a.md', eol = '\n'): string =>
  `=== ${path}\n${`---\n${yaml}\n---\n\nText.\n`.replace(/\n/g, eol)}`;
const ACCESS_RIGHTS = soa('⟪A.5.18⟫ | Access rights | Yes | R-1');

describe(`${RULE}: with an SoA`, () => {
  const firing: readonly (readonly [name: string, literal: string])[] = [
    ['no document at all maps it', ACCESS_RIGHTS + doc('title: T\ncontrols: [A.5.15]')],
    ['only a retired document maps it', ACCESS_RIGHTS + doc('title: T\nstatus: retired\ncontrols: [A.5.18]')],
    [
      'only an audit report names it',
      ACCESS_RIGHTS + doc('title: T\ntype: audit-report\ncontrols: [A.5.18]'),
    ],
    [
      'only the text names it',
      `${ACCESS_RIGHTS}${doc('title: T\ncontrols: [A.5.15]')}A.5.18 is ruled here.\n`,
    ],
    ['only a coarse reference covers it', ACCESS_RIGHTS + doc('title: T\ncontrols: [A.5.15, A.5]')],
    ['only an id of 2013 stands for it', ACCESS_RIGHTS + doc('title: T\ncontrols: [A.5.15, A.9.2.2]')],
    [
      'a broken document that maps nothing is beside it',
      ACCESS_RIGHTS + doc('title: T\ntype: audit-report\nowner: [x'),
    ],
    ['the row spells the id otherwise', soa('⟪Annex A 5.18⟫ | Access rights | ✅ | R-1')],
    [
      'several rows',
      soa(
        '⟪A.5.15⟫ | Access control | Yes | x',
        'A.5.16 | Identity | Yes | x',
        '⟪A.5.17⟫ | Secrets | yes | x',
      ) + doc('title: T\ncontrols: [A.5.16]'),
    ],
    [
      'the control has two rows: once, on the first',
      soa('⟪A.5.18⟫ | Access rights | Yes | x', 'A.5.18 | Access rights | Yes | x'),
    ],
  ];
  for (const [name, literal] of firing) {
    it(`fires where ${name}`, () => {
      const findings = assertFires(RULE, literal);
      assert.equal(new Set(findings.map((finding) => finding.control)).size, findings.length);
      assert.ok(findings.every((finding) => finding.severity === 'warning'));
    });
  }

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['a mapped control', soa('A.5.18 | x | Yes | x') + doc('title: T\ncontrols: [A.5.18]')],
    ['one that a range maps', soa('A.5.18 | x | Yes | x') + doc('title: T\ncontrols: ["A.5.15–A.5.18"]')],
    [
      'one that a draft maps',
      soa('A.5.18 | x | Yes | x') + doc('title: T\nstatus: draft\ncontrols: [A.5.18]'),
    ],
    [
      'one that a compliance table maps',
      soa('A.5.18 | x | Yes | x') +
        '=== policies/a.md\n# T\n\n| Framework | Requirement | Section |\n| --- | --- | --- |\n| ISO 27001 | A.5.18 | 1 |\n',
    ],
    ['an excluded control', soa('A.5.18 | x | No | y')],
    ['a control that is not assessed', soa('A.5.18 | x | TBC | y')],
    ['an empty cell', soa('A.5.18 | x | | y')],
    [
      'anything, where a document that may map cannot be read',
      soa('A.5.18 | x | Yes | y') + doc('title: T\ncontrols: [A.5.15]\nowner: [x'),
    ],
    [
      'anything, where a file is no text',
      `${soa('A.5.18 | x | Yes | y')}=== policies/b.md (unreadable: it is not UTF-8 text)\n`,
    ],
    ['an ISMS with neither SoA nor isms.yaml', doc('title: T\ncontrols: [A.5.15]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));
});

describe(`${RULE}: without an SoA`, () => {
  it('reports each of the 93 as information, on the first line of isms.yaml', () => {
    const findings = assertFires(RULE, '=== isms.yaml\n⟪organization: ACME⟫\n');
    assert.deepEqual(
      findings.map((finding) => finding.control).sort(),
      engine.catalog.controls.map((control) => control.id).sort(),
    );
    assert.ok(findings.every((finding) => finding.severity === 'information'));
  });

  it('points to the key that names the SoA, and leaves out what is mapped', () => {
    const findings = assertFires(
      RULE,
      `=== isms.yaml\norganization: ACME\n⟪soa⟫: soa.md\n${doc('title: T\ncontrols: ["A.5.1–A.5.37"]')}`,
    );
    assert.equal(findings.length, 93 - 37);
  });

  it('has a place in an empty file', () => {
    assert.equal(findingsOf(RULE, '=== isms.yaml\n').length, 93);
  });
});

describe(`${RULE}: the fixes`, () => {
  const create = (literal: string): string => fixNamed(findingsOf(RULE, literal)).title;

  it('creates a document that maps the control, where nothing fits', () => {
    const literal = ACCESS_RIGHTS;
    const findings = assertFires(RULE, literal);
    const [finding] = findings;
    const fix = fixNamed(findings);
    assert.deepEqual(
      [fix.title, fix.kind, fix.edits],
      ['Create policies/access-rights.md for A.5.18 Access rights', 'choice', []],
    );
    assert.equal(finding?.hint, 'Write a document that covers it, with controls: ["A.5.18"].');
    const { texts, left } = afterFix(literal, RULE, fix);
    assert.match(
      texts.get('policies/access-rights.md') ?? '',
      /^---\nid: ""\ntitle: Access rights\ntype: policy\n/,
    );
    assert.deepEqual(left, []);
  });

  it('creates it where most documents lie that map, under a name that is free', () => {
    const docs =
      doc('title: T\ncontrols: [A.7.1]', 'isms/rules/a.md') +
      doc('title: U\ncontrols: [A.7.2]', 'isms/rules/b.md') +
      doc('title: V\ncontrols: [A.7.3]', 'c.md');
    assert.equal(create(ACCESS_RIGHTS + docs), 'Create isms/rules/access-rights.md for A.5.18 Access rights');
    assert.equal(
      create(`${ACCESS_RIGHTS}${docs}=== isms/rules/Access-Rights.md\nplain\n`),
      'Create isms/rules/access-rights-2.md for A.5.18 Access rights',
    );
    assert.equal(
      create(ACCESS_RIGHTS + doc('title: T\ncontrols: [A.7.1]', 'a.md')),
      'Create access-rights.md for A.5.18 Access rights',
    );
  });

  it('puts in what isms.yaml knows', () => {
    const literal = `=== isms.yaml\nscope: The Kade platform\nreviewCycle: P1Y\nsoa: soa.md\n${ACCESS_RIGHTS}`;
    const text = fixNamed(findingsOf(RULE, literal)).creates[0]?.text ?? '';
    assert.match(text, /^review_cycle: P1Y$/m);
    assert.match(text, /## Scope\n\nThe Kade platform\n/);
  });

  const added: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'flow list',
      'title: Access control\ncontrols: ["A.5.15", "A.5.16"]',
      'title: Access control\ncontrols: ["A.5.15", "A.5.16", "A.5.18"]',
    ],
    [
      'block list',
      'title: Access control\ncontrols:\n  - "A.5.15"\n  - A.5.16 # who\nowner: O',
      'title: Access control\ncontrols:\n  - "A.5.15"\n  - A.5.16 # who\n  - A.5.18\nowner: O',
    ],
    [
      'comma list',
      'title: Access control\ncontrols: A.5.15, A.5.16',
      'title: Access control\ncontrols: A.5.15, A.5.16, A.5.18',
    ],
    [
      'empty list',
      'title: Access control\ntype: policy\ncontrols: []',
      'title: Access control\ntype: policy\ncontrols: ["A.5.18"]',
    ],
    [
      'no list',
      'title: Access rights\ntype: policy',
      'title: Access rights\ntype: policy\ncontrols: ["A.5.18"]',
    ],
    [
      'no list, related documents last',
      'title: Access rights\ntype: policy\nrelated_documents: []',
      'title: Access rights\ntype: policy\ncontrols: ["A.5.18"]\nrelated_documents: []',
    ],
    [
      'clauses only',
      'title: Access rights\ntype: policy\nclauses: ["5.2"]',
      'title: Access rights\ntype: policy\nclauses: ["5.2"]\ncontrols: ["A.5.18"]',
    ],
    [
      'the longer of two lists',
      'title: Access control\nrelated_controls: [A.8.2]\ncontrols: [A.5.15, A.5.16]',
      'title: Access control\nrelated_controls: [A.8.2]\ncontrols: [A.5.15, A.5.16, A.5.18]',
    ],
  ];
  for (const [name, before, after] of added) {
    for (const eol of ['\n', '\r\n']) {
      it(`adds to a document that fits: ${name}${eol === '\n' ? '' : ', CRLF'}`, () => {
        const literal = ACCESS_RIGHTS + doc(before, 'policies/a.md', eol);
        const findings = assertFires(RULE, literal);
        const fix = fixNamed(findings);
        assert.match(fix.title, /^Add A\.5\.18 to Access (?:control|rights)$/);
        assert.ok(fix.preferred);
        assert.match(
          findings[0]?.hint ?? '',
          /^If "Access (?:control|rights)" covers it, list A\.5\.18 there; otherwise/,
        );
        const { texts, left } = afterFix(literal, RULE, fix);
        assert.equal(
          texts.get('policies/a.md'),
          parseFixture(doc(after, 'policies/a.md', eol)).files[0]?.text,
        );
        assert.deepEqual(left, []);
      });
    }
  }

  const offers = (docs: string): string[] =>
    assertFires(RULE, ACCESS_RIGHTS + docs)
      .flatMap((finding) => finding.fixes.map((fix) => fix.title))
      .filter((title) => title.startsWith('Add'));

  it('offers three at most, best first', () => {
    const docs = [
      doc('title: Physical security\ncontrols: [A.7.1, A.7.2]', 'p/a.md'),
      doc('title: Access control\ncontrols: [A.5.15, A.5.16, A.5.17]', 'p/b.md'),
      doc('title: Privileged accounts\ncontrols: [A.8.2, A.5.16, A.5.15]', 'p/c.md'),
      doc('title: Joiners and leavers\ncontrols: [A.6.5, A.5.16, A.5.17]', 'p/d.md'),
      doc('title: Identities\ncontrols: [A.5.16, A.5.17]', 'p/e.md'),
    ].join('');
    const titles = offers(docs);
    assert.equal(titles.length, 3);
    assert.equal(titles[0], 'Add A.5.18 to Access control');
    assert.ok(!titles.includes('Add A.5.18 to Physical security'));
  });

  it('goes by the related controls too, not by the title alone', () => {
    const related = engine.catalog.control('A.5.18')?.card.related.map(({ id }) => id) ?? [];
    const [first = '', second = ''] = related.filter((id) => !id.startsWith('A.5.'));
    assert.deepEqual(offers(doc(`title: Staff handbook\ncontrols: [${first}, ${second}]`)), [
      'Add A.5.18 to Staff handbook',
    ]);
  });

  const never: readonly (readonly [name: string, yaml: string])[] = [
    ['a document about something else', 'title: Cryptography\ncontrols: [A.8.24]'],
    ['a retired document', 'title: Access rights\nstatus: retired\ncontrols: [A.5.15, A.5.16]'],
    ['a document that does not map', 'title: Access rights\ntype: audit-report\ncontrols: [A.5.15]'],
    ['a list that no clean edit can extend', 'title: Access rights\ncontrols: 5.15'],
  ];
  for (const [name, yaml] of never) it(`never offers ${name}`, () => assert.deepEqual(offers(doc(yaml)), []));
});
