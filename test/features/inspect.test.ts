import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect, type Inspection } from '../../server/src/engine/features/inspect/inspection';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

function inspected(literal: string, path = 'a.md'): Inspection {
  const inspection = inspect(ismsOf(parseFixture(literal)), path);
  assert.ok(inspection !== undefined);
  return inspection;
}

const CONFIG = '=== isms.yaml\norganization: X\n';
const POLICY = `=== a.md
---
title: Access
type: policy
owner: Ada
colour: blue
controls: ["A.5.15", "a.5.16–a.5.17", "A.9.2.1", "A.5.99", "A.8"]
clauses: ["5.2"]
---

# Access

> **Owner:** Bob

## Rules (A.8.5)

Access follows roles (A.5.15). ISO 42001 A.6.2.4 is for the models.

| Fruit | Colour |
| --- | --- |
| Plum | Blue |

<!-- isms-disable-file policy/missing-field until=2027-01-01 by=CISO -- under review -->

See [the scope](scope.md).
`;

describe('what an inspection says of a document', () => {
  const inspection = inspected(POLICY);

  it('its kind, and why it is one', () => {
    assert.equal(inspection.document?.kind, 'policy');
    assert.equal(inspection.document.basis, 'type');
    assert.equal(inspection.document.why, 'its type is "policy"');
    assert.ok(inspection.document.span !== undefined);
    assert.deepEqual(inspection.advice, []);
  });

  it('its metadata, the carrier that is believed first', () => {
    const owner = inspection.metadata.find(({ field }) => field === 'owner');
    assert.deepEqual([owner?.value, owner?.carrier], ['Ada', 'front-matter']);
    assert.deepEqual(
      owner?.outranked.map(({ value, carrier, differs }) => [value, carrier, differs]),
      [['Bob', 'quote', true]],
    );
  });

  it('its controls, each with what the catalogue knows of it', () => {
    assert.deepEqual(
      inspection.controls.map(({ id, state }) => [id, state]),
      [
        ['A.5.15', 'control'],
        ['A.5.16', 'control'],
        ['A.5.17', 'control'],
        ['A.9.2.1', 'superseded'],
        ['A.5.99', 'unknown'],
        ['A.8', 'whole-theme'],
        ['5.2', 'clause'],
      ],
    );
    const [, range, , former] = inspection.controls;
    assert.equal(range?.written, 'a.5.16–a.5.17');
    assert.match(former?.title ?? '', /; now A\.5\.16$/);
  });

  it('its citations and the sections that hold them', () => {
    assert.deepEqual(
      inspection.citations.map(({ id, spans }) => [id, spans.length]),
      [
        ['A.8.5', 1],
        ['A.5.15', 1],
      ],
    );
    assert.deepEqual(
      inspection.sections.map(({ title, depth, controls }) => [title, depth, controls]),
      [
        ['Access', 1, []],
        ['Rules (A.8.5)', 2, ['A.8.5', 'A.5.15']],
      ],
    );
  });

  it('its links and suppressions', () => {
    assert.deepEqual(
      inspection.links.map(({ url }) => url),
      ['scope.md'],
    );
    assert.deepEqual(
      inspection.suppressions.map(({ rule, reason, until, by }) => [rule, reason, until, by]),
      [['policy/missing-field', 'under review', '2027-01-01', 'CISO']],
    );
  });

  it('what was not used: keys, ids of other standards, tables', () => {
    assert.deepEqual(
      inspection.ignored.map(({ kind, what }) => [kind, what]),
      [
        ['key', 'colour'],
        ['id', 'A.6.2.4'],
        ['table', 'Fruit | Colour'],
      ],
    );
    assert.match(inspection.ignored[1]?.why ?? '', /^an id of ISO 42001|^an id of 42001/);
  });
});

describe('why a file is a document', () => {
  const cases: readonly (readonly [why: RegExp, literal: string])[] = [
    [/^isms\.yaml names it$/, '=== isms.yaml\nsoa: a.md\n=== a.md\n# SoA\n'],
    [/^it says that it carries out controls, first A\.5\.15$/, '=== a.md\n---\ncontrols: [A.5.15]\n---\n'],
    [/^it says that it carries out controls, first A\.5\.15$/, '=== a.md\n# T\n\n(Annex A: A.5.15)\n'],
    [/^isms\.yaml includes it, and it has document control$/, `${CONFIG}=== a.md\n---\nowner: Ada\n---\n`],
    [
      /^its front matter, which cannot be read, names controls$/,
      '=== a.md\n---\ncontrols: A.5.15: x: [\n---\n',
    ],
    [
      /^it holds a table of that kind$/,
      '=== a.md\n| Control | Applicable |\n| --- | --- |\n| A.5.1 | Yes |\n',
    ],
  ];
  for (const [why, literal] of cases)
    it(String(why), () => assert.match(inspected(literal).document?.why ?? '', why));

  it('its file name', () => {
    const { document } = inspected('=== templates/a.md\n---\ncontrols: [A.5.15]\n---\n', 'templates/a.md');
    assert.deepEqual([document?.kind, document?.why], ['template', 'its file name or folder says so']);
  });
});

describe('what would make a document of a file', () => {
  const cases: readonly (readonly [name: string, literal: string, advice: readonly RegExp[]])[] = [
    ['plain text', '=== a.md\n# Notes\n', [/type: policy/]],
    ['a mention', '=== a.md\nSee A.5.15.\n', [/type: policy/, /mentions A\.5\.15, and a mention alone/]],
    ['another type', '=== a.md\n---\ntype: recipe\n---\n', [/Its type is "recipe"/]],
    [
      'document control without isms.yaml',
      '=== a.md\n---\nowner: Ada\n---\n',
      [/type: policy/, /isms\.yaml, that is enough/],
    ],
    [
      'no document control with isms.yaml',
      `${CONFIG}=== a.md\n# Notes\n`,
      [/type: policy/, /no document control/],
    ],
    ['a title alone', `${CONFIG}=== a.md\n---\ntitle: T\n---\n`, [/type: policy/, /no document control/]],
  ];
  for (const [name, literal, expected] of cases)
    it(name, () => {
      const { document, advice } = inspected(literal);
      assert.equal(document, undefined);
      assert.equal(advice.length, expected.length, advice.join('\n'));
      expected.forEach((pattern, index) => assert.match(advice[index] ?? '', pattern));
    });

  it('CSV without a register', () => {
    const { document, advice } = inspected('=== a.csv\nname,age\nAda,36\n', 'a.csv');
    assert.equal(document, undefined);
    assert.match(advice[0] ?? '', /^Of CSV, YAML and JSON/);
  });
});

describe('tables', () => {
  it('are told by columns, rows and answers', () => {
    const { tables, citations, ignored } = inspected(
      '=== a.md\n# SoA\n\n| Control | Applicable | Mood |\n| --- | --- | --- |\n| A.5.1 | Yes | good |\n| A.5.2 | No | bad |\n| A.5.3 | perhaps | – |\n| Summary | | |\n',
    );
    assert.equal(tables.length, 1);
    const [soa] = tables;
    assert.equal(soa?.readAs, 'Statement of Applicability');
    assert.deepEqual(
      soa.columns.map(({ header, meaning }) => [header, meaning]),
      [
        ['Control', 'id'],
        ['Applicable', 'applicable'],
        ['Mood', undefined],
      ],
    );
    assert.deepEqual([soa.rows, soa.understood], [4, 3]);
    assert.deepEqual(soa.answers, { applicable: 1, 'not-applicable': 1, invalid: 1 });
    assert.deepEqual(citations, [], 'the ids of its rows are no citations');
    assert.deepEqual(
      ignored.map(({ kind, what }) => [kind, what]),
      [['column', 'Mood']],
    );
  });

  it('with controls and no decision are explained', () => {
    const { ignored } = inspected(
      '=== a.md\n---\ntype: policy\n---\n\n| Control | Where |\n| --- | --- |\n| A.5.1 | here |\n',
    );
    assert.match(ignored[0]?.why ?? '', /^it names controls, and no column says whether they apply/);
  });

  it('of compliance, document control and history are told as what they were read as', () => {
    const { tables } = inspected(
      '=== a.md\n---\ntype: policy\n---\n\n## Document control\n\n| Field | Value |\n| --- | --- |\n| Owner | Ada |\n\n## Mapping\n\n| Framework | Requirement |\n| --- | --- |\n| ISO 27001 | A.5.15 |\n| SOC 2 | CC6.1 |\n\n## Version history\n\n| Version | Date | Author |\n| --- | --- | --- |\n| 1.0 | 2026-01-01 | Ada |\n',
    );
    assert.deepEqual(
      tables.map(({ readAs }) => readAs),
      ['document control', 'compliance mapping', 'history'],
    );
  });
});
