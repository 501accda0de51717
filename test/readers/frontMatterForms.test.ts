import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileFacts } from '../../server/src/engine/facts/facts';
import { engine } from '../harness/engine';

function read(text: string): { readonly facts: FileFacts; readonly text: string } {
  const { facts, source } = engine.read('policies/a.md', text, undefined);
  return { facts, text: source.text };
}

/** Field and value of every fact, with the text at its place where that differs. */
function metadata(text: string): string[] {
  const { facts } = read(text);
  return facts.metadata.map(({ field, value, carrier }) => `${carrier} ${field}=${value}`);
}

function ids(text: string): string[] {
  return read(text).facts.references.map(({ mention }) => `${mention.namespace} ${mention.ids.join('+')}`);
}

const FACTS = ['front-matter title=Access', 'front-matter owner=CISO'];

describe('front matter: the forms of its block', () => {
  const cases: readonly (readonly [name: string, text: string, form: string | undefined])[] = [
    ['between ---', '---\ntitle: Access\nowner: CISO\n---\n\n# H\n', 'yaml'],
    ['closed by ...', '---\ntitle: Access\nowner: CISO\n...\n\n# H\n', 'yaml'],
    ['after a byte order mark and blank lines', '\uFEFF\n \n---\ntitle: Access\nowner: CISO\n---\n', 'yaml'],
    ['without an opening ---', 'title: Access\nowner: CISO\n---\n\n# H\n', 'unopened'],
    [
      'without an opening ---, after a blank line, CRLF',
      '\r\ntitle: Access\r\nowner: CISO\r\n---\r\n',
      'unopened',
    ],
    ['in an HTML comment', '<!--\ntitle: Access\nowner: CISO\n-->\n\n# H\n', 'comment'],
    ['in an HTML comment, with --- inside', '<!--\n---\ntitle: Access\nowner: CISO\n---\n-->\n', 'comment'],
    ['in an HTML comment, indented', '<!--\n  title: Access\n  owner: CISO\n-->\n', 'comment'],
    ['in an HTML comment, on its own lines', '<!-- title: Access\nowner: CISO -->\n', 'comment'],
    ['TOML', '+++\ntitle = "Access"\nowner = \'CISO\'\n+++\n\n# H\n', 'toml'],
    ['TOML with CRLF', '+++\r\ntitle = "Access"\r\nowner = "CISO"\r\n+++\r\n', 'toml'],
    ['a rule further down', 'Hello\n\n---\ntitle: Access\nowner: CISO\n---\n', undefined],
    ['a heading underlined with ---', 'title: Access\n---\n', undefined],
    ['lines of the text above a rule', 'Title: Access\nOwner: CISO\n---\n', undefined],
    ['prose with a colon above a rule', 'note: this\nis prose.\n---\n', undefined],
    ['a comment about a licence', '<!--\nSPDX-License-Identifier: MIT\nCopyright: ACME\n-->\n', undefined],
    ['a comment in prose', '<!-- status: see the wiki: draft -->\n', undefined],
    ['a comment below the top', '# H\n\n<!--\ntitle: Access\nowner: CISO\n-->\n', undefined],
    ['a suppression', '<!-- isms-disable-file soa/missing -- planned -->\n', undefined],
    ['plus signs as text', '+++\nno pairs here\n+++\n', undefined],
  ];
  for (const [name, text, form] of cases) {
    it(name, () => {
      const { facts } = read(text);
      assert.equal(facts.frontMatter?.form, form);
      if (form === undefined) return;
      assert.deepEqual(metadata(text), FACTS);
      assert.deepEqual(facts.problems, []);
    });
  }

  it('places every fact of a comment, of TOML and of an unopened block', () => {
    for (const [text] of [
      ['<!--\ntitle: Access 🔐\n\nowner: CISO\n-->'],
      ['+++\ntitle = "Access 🔐"\nowner = "CISO"\n+++'],
      ['title: Access 🔐\nowner: CISO\n---'],
    ]) {
      const { facts, text: clean } = read(`\uFEFF${text}\n`);
      const places = facts.metadata.map(({ keySpan, span }) => [
        clean.slice(keySpan.start, keySpan.end),
        clean.slice(span.start, span.end).replace(/"/g, ''),
      ]);
      assert.deepEqual(places, [
        ['title', 'Access 🔐'],
        ['owner', 'CISO'],
      ]);
    }
  });

  it('suppressions stand in each of them', () => {
    for (const text of [
      'title: Access\nowner: CISO # isms-disable-line policy/missing-field -- planned\n---\n',
      '+++\ntitle = "A" # isms-disable-line policy/missing-field -- planned\n+++\n',
    ])
      assert.deepEqual(
        read(text).facts.suppressions.map(({ rule, reason }) => [rule, reason]),
        [['policy/missing-field', 'planned']],
      );
  });
});

describe('front matter in TOML', () => {
  it('reads lists, dates, numbers, tables and dotted keys', () => {
    const text =
      '+++\ntitle = "Access"\nnext_review = 2027-01-31\nversion = 1.0\ncontrols = [\n  "A.5.15", # access\n  "A.5.16",\n]\nframeworks.iso27001.controls = ["A.5.17"]\n[satisfies]\nISO27001 = ["A.8.2"]\nTSC = ["CC6.1"]\n[[changelog]]\nversion = "1.0"\ndate = 2026-01-31\n+++\n';
    assert.deepEqual(
      ids(text),
      ['A.5.15', 'A.5.16', 'A.5.17', 'A.8.2'].map((id) => `iso27001:2022 ${id}`),
    );
    assert.deepEqual(metadata(text), [
      'front-matter title=Access',
      'front-matter next_review=2027-01-31',
      'front-matter version=1.0',
      'history-list version=1.0',
      'history-list updated=2026-01-31',
    ]);
  });

  it('says what a number becomes', () => {
    const [reference] = read('+++\ncontrols = [5.10]\n+++\n').facts.references;
    assert.deepEqual(reference?.yamlNumber, { read: '5.1', changed: true });
  });

  const faults: readonly (readonly [text: string, at: string])[] = [
    ['+++\ntitle = Access control\n+++\n', 'title = Access control'],
    ['+++\ntitle = "A"\nowner =\nversion = "1"\n+++\n', 'owner ='],
    ['+++\ntitle = "A"\ntitle = "B"\n+++\n', 'title = "B"'],
    ['+++\ntitle = "A"\ncontrols = ["A.5.15"\nowner = "B"\n+++\n', 'owner = "B"'],
  ];
  for (const [text, at] of faults) {
    it(`places the fault: ${at}`, () => {
      const { facts } = read(text);
      assert.equal(facts.frontMatter?.readable, false);
      assert.deepEqual(
        facts.problems.map(({ span }) => text.slice(span.start, span.end)),
        [at],
      );
    });
  }

  it('says that a block is never closed', () => {
    const [problem] = read('+++\ntitle = "A"\n\n# Heading\n').facts.problems;
    assert.equal(problem?.kind, 'unclosed-front-matter');
    assert.match(problem?.hint ?? '', /\+\+\+/);
  });
});

describe('front matter: keys by standard', () => {
  const cases: readonly (readonly [name: string, yaml: string, expected: readonly string[]])[] = [
    ['satisfies', 'satisfies:\n  ISO27001: [A.5.15]\n  TSC:\n    - CC6.1', ['iso27001:2022 A.5.15']],
    ['satisfies another standard that looks alike', 'satisfies:\n  ISO42001: [A.6.2]', ['other A.6.2']],
    [
      'frameworks, with clauses',
      'frameworks:\n  iso27001:\n    controls: ["A.5.15"]\n    clauses: ["6.1"]',
      ['iso27001:2022 A.5.15', 'clause 6.1'],
    ],
    ['frameworks, another one', 'frameworks:\n  iso42001:\n    controls: ["A.6.2"]', ['other A.6.2']],
    [
      'a control key by standard',
      'controls:\n  iso27001: ["5.15"]\n  nist_csf: ["PR.AC-1"]\n  soc2: [CC6.1]',
      ['iso27001:2022 A.5.15'],
    ],
    [
      'a standard with controls',
      'iso27001:\n  controls: ["A.5.15"]\n  note: all of it',
      ['iso27001:2022 A.5.15'],
    ],
    [
      'free references',
      'references:\n  - ISO/IEC 27001:2022 A.5.15\n  - "A.8.2 Privileged access"\n  - NIST SP 800-53 AC-2\n  - ISO 42001 A.6.2\n  - https://example.org/A.5.1\n  - RFC 2119, section 5.17',
      ['iso27001:2022 A.5.15', 'iso27001:2022 A.8.2'],
    ],
    ['one reference', 'refs: "ISO 27001 A.5.15, A.5.16"', ['iso27001:2022 A.5.15', 'iso27001:2022 A.5.16']],
    [
      'references with keys',
      'references:\n  - name: ISO 27001 A.5.15\n    url: https://x.example',
      ['iso27001:2022 A.5.15'],
    ],
    ['references without an id', 'references: [Handbook, "5.15"]', []],
  ];
  for (const key of [
    'controls',
    'annex_a_controls',
    'annex_a',
    'annexA',
    'iso27001',
    'iso_27001',
    'iso27001_controls',
    'iso_27001_controls',
    'iso_controls',
    'control_mappings',
    'related_controls',
  ])
    it(key, () => assert.deepEqual(ids(`---\n${key}: ["5.15"]\n---\n`), ['iso27001:2022 A.5.15']));
  for (const key of ['soc2_criteria', 'soc2_controls', 'nist_csf', 'nist_controls', 'cis_controls', 'hipaa'])
    it(key, () => assert.deepEqual(ids(`---\n${key}: ["A.5.99", "5.15"]\n---\n`), ['other A.5.99']));
  for (const key of ['iso_clause', 'iso_clauses', 'clauses', 'clause_mappings'])
    it(key, () => assert.deepEqual(ids(`---\n${key}: ["5.2"]\n---\n`), ['clause 5.2']));
  for (const [name, yaml, expected] of cases) {
    it(name, () => {
      assert.deepEqual(ids(`---\n${yaml}\n---\n`), expected);
      assert.deepEqual(read(`---\n${yaml}\n---\n`).facts.problems, []);
    });
  }

  it('a group that names no standard is of the wrong type', () => {
    const { problems } = read('---\ncontrols:\n  A.5.15: yes\n---\n').facts;
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['wrong-type'],
    );
  });
});

describe('front matter: identity', () => {
  const keys: Readonly<Record<string, readonly string[]>> = {
    id: ['id', 'document_id', 'doc_id', 'acronym'],
    title: ['title', 'name'],
    type: ['type', 'doc_type', 'document_type', 'policy_type'],
    version: ['version', 'revision'],
    status: ['status'],
    classification: ['classification'],
    owner: ['owner', 'policy_owner', 'document_owner'],
    author: ['author'],
    approver: ['approver', 'approved_by'],
    approved_date: ['approved_date', 'approval_date', 'approved'],
    effective_date: ['effective_date'],
    updated: ['date', 'last_updated', 'updated'],
    last_review: ['last_review', 'last_reviewed'],
    next_review: ['next_review', 'next_review_date', 'review_due', 'review_date'],
    review_cycle: ['review_cycle', 'review_frequency', 'frequency'],
    related_documents: ['related_documents', 'related_policies', 'related'],
    applies_to: ['applies_to'],
    tags: ['tags'],
  };
  for (const [field, spellings] of Object.entries(keys))
    for (const key of spellings)
      it(key, () => assert.deepEqual(metadata(`---\n${key}: "X 1"\n---\n`), [`front-matter ${field}=X 1`]));

  const histories: readonly (readonly [name: string, yaml: string, expected: readonly string[]])[] = [
    [
      'changelog, newest first',
      'changelog:\n  - version: "2.0"\n    date: 2026-05-01\n  - version: "1.0"\n    date: 2025-05-01',
      ['history-list version=2.0', 'history-list updated=2026-05-01'],
    ],
    [
      'revision_history, newest last',
      'revision_history:\n  - { rev: "1", date: 2025-05-01 }\n  - { rev: "2", date: 2026-05-01 }',
      ['history-list version=2', 'history-list updated=2026-05-01'],
    ],
    [
      'majorRevisions of Comply',
      'majorRevisions:\n  - date: Jun 1 2018\n    comment: Initial document',
      ['history-list updated=Jun 1 2018'],
    ],
    ['no list', 'changelog: see the wiki', []],
  ];
  for (const [name, yaml, expected] of histories)
    it(name, () => assert.deepEqual(metadata(`---\n${yaml}\n---\n`), expected));
});
