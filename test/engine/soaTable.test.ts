import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SoaColumn } from '../../server/src/engine/facts/soaFacts';
import { catalogData, engine } from '../harness/engine';
import { ids, read, rowOf, tableOf } from './soa/readSoa';

describe('columns', () => {
  const synonyms = Object.entries(catalogData.vocabulary.soaColumns) as [SoaColumn, readonly string[]][];
  for (const [meaning, words] of synonyms) {
    if (meaning === 'id') continue;
    it(`knows every synonym of ${meaning}`, () => {
      for (const word of words) {
        const { columns } = tableOf(
          `| Control ID | ${word} | Applicable |\n|---|---|---|\n| A.5.1 | x | Yes |\n`,
        );
        assert.equal(columns[1]?.meaning, meaning, word);
      }
    });
  }

  it('knows every synonym of the ids', () => {
    for (const word of catalogData.vocabulary.soaColumns.id) {
      assert.deepEqual(ids(read(`| ${word} | Applicable |\n|---|---|\n| A.5.1 | Yes |\n`)), ['A.5.1'], word);
    }
  });

  const headers: readonly (readonly [string, SoaColumn])[] = [
    ['**Applicable?**', 'applicable'],
    ['✅ Applicable', 'applicable'],
    ['APPLICABLE (Yes/No)', 'applicable'],
    ['Justification (if No)', 'justification-exclusion'],
    ['Justification for inclusion / exclusion', 'justification'],
    ['Policy/Guideline', 'documents'],
    ['Evidence Ref.', 'evidence'],
    ['Umsetzungsstatus', 'status'],
  ];
  for (const [header, meaning] of headers) {
    it(`reads "${header}" as ${meaning}`, () => {
      assert.equal(
        tableOf(`| Control | ${header} | Status | In scope |\n|---|---|---|---|\n| A.5.1 | x | x | Yes |\n`)
          .columns[1]?.meaning,
        meaning,
      );
    });
  }

  it('lets the cells decide what "Control" heads', () => {
    const first = tableOf(
      '| # | Control | Applicable |\n|---|---|---|\n| A.5.1 | Policies for security | Yes |\n',
    );
    assert.deepEqual(
      first.columns.map(({ meaning }) => meaning),
      ['id', 'title', 'applicable'],
    );
    const second = tableOf(
      '| # | Control | Applicable |\n|---|---|---|\n| 1 | A.5.1 Policies | Yes |\n| 2 | A.5.2 Roles | Yes |\n',
    );
    assert.deepEqual(
      second.columns.map(({ meaning }) => meaning),
      [undefined, 'id', 'applicable'],
    );
  });

  it('lets the cells decide whether "Implementation" is a status', () => {
    const table = (a: string, b: string): string =>
      `| Control | Applicable | Implementation |\n|---|---|---|\n| A.5.1 | Yes | ${a} |\n| A.5.2 | Yes | ${b} |\n`;
    assert.equal(tableOf(table('Implemented', 'Planned')).columns[2]?.meaning, 'status');
    assert.equal(
      tableOf(table('Done in Okta by the IT team', 'A wiki page')).columns[2]?.meaning,
      'implementation',
    );
  });
});

describe('ids', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['A.5.15', 'A.5.15'],
    ['A 5.15', 'A.5.15'],
    ['5.15', 'A.5.15'],
    ['**5.15**', 'A.5.15'],
    ['`A.5.15`', 'A.5.15'],
    ['[A.5.15](#access)', 'A.5.15'],
    ['[**A.5.15**](#access)', 'A.5.15'],
    ['<a id="a515"></a>A.5.15', 'A.5.15'],
    ['✅ A.5.15', 'A.5.15'],
    ['Control A.5.15', 'A.5.15'],
    ['A.5.15 Access control', 'A.5.15'],
    ['A.5.15 – Access control (see A.5.18)', 'A.5.15'],
    ['Access control (A.5.15)', 'A.5.15'],
    ['Access control – A.5.15', 'A.5.15'],
    ['A.5.15, A.5.16', 'A.5.15+A.5.16'],
    ['A.5.15<br>A.5.16', 'A.5.15+A.5.16'],
    ['A.5.15–A.5.17', 'A.5.15+A.5.16+A.5.17'],
    ['ISO 27001:2022 A.5.15', 'A.5.15'],
    ['a05_15', 'A.5.15'],
  ];
  for (const [cell, expected] of cells) {
    it(`reads ${cell}`, () => {
      const row = rowOf('| Control | Applicable | Status |', `| ${cell} | Yes | Implemented |`);
      assert.equal(row.mention.ids.join('+'), expected);
    });
  }

  it('marks the id where it stands', () => {
    const text = '| Control | Applicable |\n|---|---|\n| [**A 5.15**](#x) | Yes |\n';
    const span = tableOf(text).rows[0]?.mention.span;
    assert.equal(text.slice(span?.start, span?.end), 'A 5.15');
  });

  const head = '| Control | Applicable | Status |\n|---|---|---|\n';
  const rows: readonly (readonly [string, string, string[]])[] = [
    [
      'drops rows that head a group',
      `${head}| **A.5 Organizational controls** | | |\n| A.5.1 | Yes | x |\n| A.6.1–A.6.8 People | | |\n| A.6.1 | Yes | x |\n`,
      ['A.5.1', 'A.6.1'],
    ],
    [
      'keeps a row for a range that says something',
      `${head}| A.6.1–A.6.3 | Yes | x |\n`,
      ['A.6.1+A.6.2+A.6.3'],
    ],
    [
      "drops rows for controls of one's own",
      `${head}| A.5.1 | Yes | x |\n| CUST-01 | Yes | x |\n`,
      ['A.5.1'],
    ],
    [
      'keeps rows of another edition among ours',
      `${head}| A.5.1 | Yes | x |\n| A.5.2 | Yes | x |\n| A.9.2.1 | Yes | x |\n`,
      ['A.5.1', 'A.5.2', 'A.9.2.1'],
    ],
    [
      'reads clauses and controls in one table',
      `${head}| 5.1 | Yes | x |\n| 9.2 | Yes | x |\n| A.5.1 | Yes | x |\n`,
      ['A.5.1'],
    ],
    [
      'reads clauses and controls without letters in one table',
      `${head}| 5.1 | Yes | x |\n| 9.2 | Yes | x |\n| 5.1 | Yes | x |\n| 5.2 | Yes | x |\n| 5.15 | Yes | x |\n`,
      ['A.5.1', 'A.5.2', 'A.5.15'],
    ],
    [
      'reads ids with and without their letter',
      `${head}| 5.1 | Yes | x |\n| A.5.2 | Yes | x |\n`,
      ['A.5.1', 'A.5.2'],
    ],
    [
      'takes no clauses for controls',
      '## Clauses\n\n| Requirement ID | Status |\n|---|---|\n| 5.1 | x |\n| 6.1 | x |\n',
      [],
    ],
    [
      'takes no column of clauses for one of controls',
      '| Clause | Status |\n|---|---|\n| 5.1 | x |\n| 7.5 | x |\n',
      [],
    ],
    [
      'tells clauses by their company',
      '| ID | Status |\n|---|---|\n| 4.1 | x |\n| 5.1 | x |\n| 9.3 | x |\n',
      [],
    ],
    [
      'takes no table of 2013 for one of 2022',
      `${head}| A.5.1.1 | Yes | x |\n| A.9.2.1 | Yes | x |\n| A.18.2.3 | Yes | x |\n`,
      [],
    ],
    ['takes no table without anything to say', '| Control | Owner |\n|---|---|\n| A.5.1 | CTO |\n', []],
    [
      'takes no ids that stand in remarks',
      '| Control | Applicable |\n|---|---|\n| Passwords as in A.5.17 of the annex | Yes |\n',
      [],
    ],
  ];
  for (const [name, text, expected] of rows) it(name, () => assert.deepEqual(ids(read(text)), expected));
});

describe('files with several tables', () => {
  const table = (header: string, ...rows: string[]): string =>
    `${header}\n|${' --- |'.repeat(header.split('|').length - 2)}\n${rows.join('\n')}\n\n`;
  const head = '| Control | Title | Applicable | Justification | Status |';

  it('reads a table per theme, and one that is still empty', () => {
    const text = `## A.5\n\n${table(head, '| A.5.1 | x | Yes | y | z |')}## A.6\n\n${table(head)}## A.7\n\n${table(head, '| A.7.1 | x | No | y | |')}`;
    const tables = read(text);
    assert.deepEqual(
      tables.map(({ heading, rows }) => [heading, rows.length]),
      [
        ['A.5', 1],
        ['A.6', 0],
        ['A.7', 1],
      ],
    );
  });

  it('leaves summaries, legends and other tables alone', () => {
    const text =
      table('| Theme | Total | Applicable |', '| Organizational | 37 | 30 |') +
      table('| Status | Meaning |', '| Implemented | It works |') +
      table(head, '| A.5.1 | x | Yes | y | z |');
    assert.deepEqual(ids(read(text)), ['A.5.1']);
  });

  it('is no SoA where the headings, the sisters or the text say another standard', () => {
    const own = table(head, '| A.5.2 | Impact assessment | Yes | y | z |');
    const foreign = table(head, '| A.2.2 | AI policy | Yes | y | z |');
    assert.deepEqual(ids(read(`# ISO/IEC 42001 statement\n\n${own}`)), []);
    assert.deepEqual(ids(read(`# Statement\n\n## A.2\n\n${foreign}## A.5\n\n${own}`)), []);
    assert.deepEqual(ids(read(`# Statement\n\nStandard: ISO/IEC 42001:2023\n\n${own}`)), []);
    assert.deepEqual(ids(read(`# Statement\n\nOf ISO/IEC 27001:2022, alongside ISO/IEC 42001.\n\n${own}`)), [
      'A.5.2',
    ]);
  });

  it('tells the standards of one file apart by their headings', () => {
    const own = table(head, '| A.5.1 | x | Yes | y | z |');
    const foreign = table(
      head,
      '| A.2.2 | x | Yes | y | z |',
      '| A.5.2 | x | Yes | y | z |',
      '| A.5.3 | x | Yes | y | z |',
    );
    assert.deepEqual(
      ids(read(`# Both\n\n## ISO 27001\n\n### Themes\n\n${own}## ISO 42001\n\n### Themes\n\n${foreign}`)),
      ['A.5.1'],
    );
  });

  it('is an SoA and no compliance mapping or risk register where it says what applies', () => {
    const mapping = table(
      '| Control | Applicable | Source | Requirement |',
      '| A.5.1 | Yes | ISO 27001 | x |',
    );
    const risks = table('| Control | Applicable | Risk | Treatment |', '| A.5.1 | Yes | R-001 | Mitigate |');
    for (const text of [mapping, risks]) {
      const { facts } = engine.read('soa.md', text, undefined);
      assert.deepEqual(
        [ids(facts.soaTables), facts.references.length, facts.registers.risk.length],
        [['A.5.1'], 0, 0],
      );
    }
  });
});
