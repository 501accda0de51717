import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterFix, assertFires, findingsOf, fixNamed } from '../../harness/rule';

const RULE = 'policy/conflicting-metadata';

/** A policy with front matter and a text. */
const policy = (yaml: string, text: string): string =>
  `=== isms.yaml\norganization: ACME\n=== a.md\n---\n${yaml}\ncontrols: ["A.5.15"]\n---\n\n# Access\n\n${text}\n`;
const table = (rows: string): string => `| Field | Value |\n| --- | --- |\n${rows}`;

describe(RULE, () => {
  const firing: readonly (readonly [name: string, yaml: string, text: string])[] = [
    ['a table', 'version: "2.1"', table('| Version | ⟪2.0⟫ |')],
    ['a bold line', 'owner: CISO', '**Owner:** ⟪CTO⟫ | **Version:** 1'],
    ['a quote', 'status: approved', '> Owner: CISO\n> Status: ⟪Draft⟫'],
    ['plain lines', 'next_review: 2027-01-01', 'Owner: CISO\nNext review: ⟪1 May 2027⟫'],
    ['a badge', 'version: 2', '![v](https://img.shields.io/badge/Version-⟪3.0⟫-blue)'],
    [
      'a history',
      'version: "2.0"',
      '| Version | Date | Change |\n| --- | --- | --- |\n| 1.0 | 2025-01-01 | x |\n| ⟪1.1⟫ | 2026-01-01 | y |',
    ],
    [
      'two lines of the text',
      'title: Access',
      '**Owner:** CISO\n\n## Text\n\nText.\n\n## Document control\n\n**Owner:** ⟪CTO⟫',
    ],
    ['a cycle', 'review_cycle: P1Y', table('| Review cycle | ⟪every six months⟫ |')],
    [
      'once per field',
      'version: "2.1"\nowner: CISO',
      `${table('| Version | ⟪2.0⟫ |\n| Owner | ⟪CTO⟫ |')}\n\n**Version:** 1.9`,
    ],
    [
      'a changelog in the block itself',
      'version: "2.0"\nchangelog:\n  - version: ⟪"1.0"⟫\n    date: 2026-01-01',
      '',
    ],
  ];
  for (const [name, yaml, text] of firing) it(name, () => void assertFires(RULE, policy(yaml, text)));

  const silent: readonly (readonly [name: string, yaml: string, text: string])[] = [
    [
      'the same, otherwise written',
      'version: "2.0"\nstatus: approved\nnext_review: 2027-05-01\nreview_cycle: P1Y',
      table(
        '| Version | v2 |\n| Status | Published |\n| Next review | 1 May 2027 |\n| Review cycle | annually |',
      ),
    ],
    ['a name and its role', 'owner: CISO', table('| Owner | Ada Lovelace (CISO) |')],
    ['several owners in another order', 'owner: [Ada, Bob]', table('| Owner | Bob and Ada |')],
    ['a class and its label', 'classification: Internal', table('| Classification | Internal use only |')],
    ['a month that holds the day', 'next_review: 2027-05-01', table('| Next review | May 2027 |')],
    [
      'what is not filled in',
      'version: "1.0"\nowner: CISO',
      table('| Version | [VERSION] |\n| Owner | TBD |\n| Status | |'),
    ],
    [
      'what is not understood',
      'next_review: 2027-05-01\nreview_cycle: P1Y',
      table('| Next review | after the merger |\n| Review cycle | as needed |'),
    ],
    ['dates of changes', 'date: 2020-01-01', table('| Last updated | 2026-01-01 |\n| Owner | CISO |')],
  ];
  for (const [name, yaml, text] of silent)
    it(`not ${name}`, () => assert.deepEqual(findingsOf(RULE, policy(yaml, text)), []));

  it('not in templates, nor where the front matter cannot be read', () => {
    const text = `---\nversion: "2"\ncontrols: [A.5.15]\n---\n\n${table('| Version | 1 |\n| Owner | X |')}\n`;
    assert.deepEqual(findingsOf(RULE, `=== templates/a.md\n${text}`), []);
    assert.deepEqual(findingsOf(RULE, `=== a.md\n${text.replace('"2"', '"2')}`), []);
  });

  const fixes: readonly (readonly [
    name: string,
    title: string,
    yaml: string,
    text: string,
    yamlAfter: string,
    textAfter: string,
  ])[] = [
    [
      'the table',
      'Change to "2.10" in the document-control table',
      'version: "2.10"',
      table('| Version | 2.0 |'),
      'version: "2.10"',
      table('| Version | 2.10 |'),
    ],
    [
      'an aligned table',
      'Change to "2.1.1" in the document-control table',
      'version: "2.1.1"',
      '| Field   | Value |\n| ------- | ----- |\n| Version | 2.0   |',
      'version: "2.1.1"',
      '| Field   | Value |\n| ------- | ----- |\n| Version | 2.1.1 |',
    ],
    [
      'the front matter, quotes kept',
      'Change to "2.0" in the front matter',
      "version: '2.10'",
      table('| Version | 2.0 |'),
      "version: '2.0'",
      table('| Version | 2.0 |'),
    ],
    [
      'the front matter, quoted where it must be',
      'Change to "Head: IT" in the front matter',
      'owner: CISO',
      '**Owner:** Head: IT',
      'owner: "Head: IT"',
      '**Owner:** Head: IT',
    ],
    [
      'a bar in a table',
      'Change to "A | B" in the document-control table',
      'owner: A | B',
      table('| Owner | CISO |'),
      'owner: A | B',
      table('| Owner | A \\| B |'),
    ],
    [
      'a badge',
      'Change to "Semi-Annual x" in the badge',
      'classification: Semi-Annual x',
      '![v](https://img.shields.io/badge/Classification-Public-blue)',
      'classification: Semi-Annual x',
      '![v](https://img.shields.io/badge/Classification-Semi--Annual_x-blue)',
    ],
    [
      'the front matter after the history',
      'Change to "1.1" in the front matter',
      'version: "2.0"',
      '| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2026-01-01 | y |',
      'version: "1.1"',
      '| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2026-01-01 | y |',
    ],
    [
      'all others at once',
      'Change to "3" in the line and the badge',
      'version: "3"',
      '**Version:** 1\n\n![v](https://img.shields.io/badge/Version-2-blue)',
      'version: "3"',
      '**Version:** 3\n\n![v](https://img.shields.io/badge/Version-3-blue)',
    ],
  ];
  for (const [name, title, yaml, text, yamlAfter, textAfter] of fixes) {
    it(`changes ${name}`, () => {
      const literal = policy(yaml, text);
      const fix = fixNamed(findingsOf(RULE, literal), title);
      const { texts, left } = afterFix(literal, RULE, fix);
      assert.equal(
        `=== isms.yaml\norganization: ACME\n=== a.md\n${texts.get('a.md')}`,
        policy(yamlAfter, textAfter),
      );
      assert.deepEqual(left, []);
      assert.equal(fix.kind, 'choice');
    });
  }

  it('never rewrites a history, and prefers nothing then', () => {
    const text = '| Version | Date | Change |\n| --- | --- | --- |\n| 1.1 | 2026-01-01 | y |';
    const [finding] = findingsOf(RULE, policy('version: "2.0"', text));
    assert.deepEqual(
      finding?.fixes.map(({ title, preferred }) => [title, preferred]),
      [['Change to "1.1" in the front matter', false]],
    );
    assert.match(finding?.hint ?? '', /Add the entry of version 2\.0/);
  });

  it('names the place that is believed', () => {
    const [finding] = findingsOf(
      RULE,
      policy('version: "2.1"', `${table('| Version | 2.0 |')}\n\n**Version:** 1.9`),
    );
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['"2.1" in the front matter', '"1.9" in the line'],
    );
  });
});
