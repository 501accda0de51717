import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFrontMatter } from '../../server/src/engine/syntax/frontMatter';
import { engine } from '../harness/engine';

function facts(text: string): ReturnType<typeof engine.read>['facts'] {
  return engine.read('policies/a.md', text, undefined).facts;
}

function idsIn(text: string): string[] {
  return facts(text).references.flatMap((reference) => reference.mention.ids);
}

describe('front matter: where it is', () => {
  const cases: readonly (readonly [name: string, text: string, content: string | undefined])[] = [
    ['delimited by ---', '---\ntitle: A\n---\n# H\n', 'title: A'],
    ['closed by ...', '---\ntitle: A\n...\n# H\n', 'title: A'],
    ['after blank lines', '\n\n---\ntitle: A\n---\n', 'title: A'],
    ['with CRLF', '---\r\ntitle: A\r\nowner: B\r\n---\r\n', 'title: A\r\nowner: B'],
    ['blanks behind the delimiters', '---  \ntitle: A\n--- \n', 'title: A'],
    ['empty', '---\n---\n# H\n', ''],
    ['not below a heading', '# H\n\n---\ntitle: A\n---\n', undefined],
    ['not a thematic break over prose', '---\nHello world, this is prose\n---\n', undefined],
    [
      'ends at the first delimiter, not at a later rule',
      '---\ntitle: A\n---\ntext\n\n---\n\nmore\n',
      'title: A',
    ],
    ['a comment first', '---\n# who owns this\ntitle: A\n---\n', '# who owns this\ntitle: A'],
  ];
  for (const [name, text, content] of cases) {
    it(name, () => {
      const block = findFrontMatter(text);
      assert.equal(
        block === undefined ? undefined : text.slice(block.content.start, block.content.end),
        content,
      );
    });
  }

  it('says where a block is never closed, and does not swallow the text below', () => {
    const read = facts('---\ntitle: A\nowner: B\n\n# Heading\n\nText\n');
    assert.deepEqual(
      read.problems.map((problem) => problem.kind),
      ['unclosed-front-matter'],
    );
    assert.deepEqual(
      read.body.headings.map((heading) => heading.text),
      ['Heading'],
    );
  });

  it('keeps every offset of the text behind it', () => {
    const text = '---\ntitle: "Zugriff 🔐"\n---\n# Überschrift A.5.15\n';
    const citation = facts(text).citations[0];
    assert.equal(text.slice(citation?.mention.span.start, citation?.mention.span.end), 'A.5.15');
  });
});

describe('front matter: controls', () => {
  const cases: readonly (readonly [name: string, yaml: string, ids: readonly string[]])[] = [
    ['a flow list', 'controls: ["A.5.15", "A.5.16"]', ['A.5.15', 'A.5.16']],
    ['a block list', 'controls:\n  - A.5.15\n  - A.5.16', ['A.5.15', 'A.5.16']],
    ['a block list without indentation', 'controls:\n- A.5.15\n- A.5.16', ['A.5.15', 'A.5.16']],
    ['one scalar with commas', 'controls: "A.5.15, A.5.16"', ['A.5.15', 'A.5.16']],
    ['a range', 'controls: ["A.5.24–A.5.26"]', ['A.5.24', 'A.5.25', 'A.5.26']],
    ['unquoted numbers keep their last zero', 'controls: [5.10, 5.1]', ['A.5.10', 'A.5.1']],
    [
      'items with titles',
      'controls:\n  - A.5.15 Access control\n  - "A.5.16 — Identity management"',
      ['A.5.15', 'A.5.16'],
    ],
    ['items with keys', 'controls:\n  - id: A.5.15\n    note: all', ['A.5.15']],
    ['another key', 'annex_a_controls: [A.5.15]', ['A.5.15']],
    ['a key in capitals', 'AnnexA: [A.5.15]', ['A.5.15']],
    ['below satisfies', 'satisfies:\n  ISO27001:\n    - A.5.15\n  TSC:\n    - CC6.1', ['A.5.15']],
    ['below frameworks', 'frameworks:\n  iso27001:\n    controls: ["A.5.15"]', ['A.5.15']],
    ['a comment behind an item', 'controls:\n  - A.5.15 # access\n  - A.5.16', ['A.5.15', 'A.5.16']],
    ['no value', 'controls:', []],
    ['an empty list', 'controls: []', []],
  ];
  for (const [name, yaml, ids] of cases) {
    it(name, () => assert.deepEqual(idsIn(`---\n${yaml}\n---\n`), ids));
  }

  it('reads ids under a clause key as clauses', () => {
    const [reference] = facts('---\nclauses: ["5.2", "6.1.3"]\n---\n').references;
    assert.equal(reference?.mention.namespace, 'clause');
  });

  it('says what YAML made of a number', () => {
    const [reference] = facts('---\ncontrols: [5.10]\n---\n').references;
    assert.deepEqual(reference?.yamlNumber, { read: '5.1', changed: true });
  });

  it('takes further keys from isms.yaml', () => {
    const config = engine.loadConfig('isms.yaml', 'controlKeys:\n  our_controls: iso27001\n');
    const read = engine.read('a.md', '---\nour_controls: [A.5.15]\n---\n', config).facts;
    assert.deepEqual(
      read.references.map((reference) => reference.mention.ids[0]),
      ['A.5.15'],
    );
  });
});

describe('front matter: faults', () => {
  it('places a fault of YAML at the fault', () => {
    const text = '---\ntitle: A\nowner: "B\nversion: 1\n---\n';
    const read = facts(text);
    assert.equal(read.frontMatter?.readable, false);
    assert.ok(read.problems.every((problem) => problem.span.start >= 4 && problem.span.end <= text.length));
  });

  it('finds a value of the wrong type', () => {
    const read = facts('---\ntitle: [A, B]\ncontrols:\n  A.5.15: yes\n---\n');
    assert.deepEqual(
      read.problems.map((problem) => problem.kind),
      ['wrong-type', 'wrong-type'],
    );
  });

  it('accepts several owners', () => {
    const read = facts('---\nowner:\n  - Ada\n  - Bob\n---\n');
    assert.deepEqual(read.problems, []);
    assert.deepEqual(
      read.metadata.map((fact) => fact.value),
      ['Ada', 'Bob'],
    );
  });

  it('reads values as the file spells them', () => {
    const read = facts('---\nversion: 1.0\nnext_review: 2027-01-31\nowner: null\n---\n');
    assert.deepEqual(
      read.metadata.map((fact) => [fact.field, fact.value]),
      [
        ['version', '1.0'],
        ['next_review', '2027-01-31'],
        ['owner', ''],
      ],
    );
  });
});
