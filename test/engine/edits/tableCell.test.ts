import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  delimiterRow,
  escapeCell,
  insertRowBelow,
  setCell,
  tableRow,
} from '../../../server/src/engine/edits/tableCell';
import { readMarkdown } from '../../../server/src/engine/syntax/markdown';
import { applyEdits, compatible } from '../../../server/src/engine/text/edits';

/** The text after `value` is put into the cell `index` of the table's last row. */
function withCell(text: string, index: number, value: string): string {
  const table = readMarkdown(text).tables[0];
  assert.ok(table);
  const row = table.rows.at(-1);
  assert.ok(row);
  return applyEdits(text, [setCell(text, { header: table.header.span, row: row.span }, index, value)]);
}

describe('setCell', () => {
  const head = '| A | B | C |\n| --- | --- | --- |\n';
  const cases: readonly (readonly [string, string, number, string, string])[] = [
    ['an empty cell', `${head}| a |  | c |\n`, 1, 'x', `${head}| a | x | c |\n`],
    ['a cell with nothing between its bars', `${head}| a || c |\n`, 1, 'x', `${head}| a | x | c |\n`],
    ['a filled cell', `${head}| a | old | c |\n`, 1, 'new', `${head}| a | new | c |\n`],
    ['a last cell without a closing bar', `${head}| a | b | c\n`, 2, 'x', `${head}| a | b | x\n`],
    ['a bar in the value', `${head}| a | b | c |\n`, 1, 'x | y', `${head}| a | x \\| y | c |\n`],
    [
      'an escaped bar before the cell',
      `${head}| a \\| a | b | c |\n`,
      1,
      'x',
      `${head}| a \\| a | x | c |\n`,
    ],
    [
      'a comment that is kept',
      `${head}| a | <!-- note --> | c |\n`,
      1,
      'x',
      `${head}| a | x <!-- note --> | c |\n`,
    ],
    [
      'text and comment',
      `${head}| a | old <!-- note --> | c |\n`,
      1,
      'x',
      `${head}| a | x <!-- note --> | c |\n`,
    ],
    ['blanks behind the closing bar', `${head}| a | b |  |  \n`, 2, 'x', `${head}| a | b | x |  \n`],
    ['a ragged row that is not aligned', `${head}| long |\n`, 2, 'x', `${head}| long | | x |\n`],
    [
      'CRLF',
      '| A | B |\r\n| --- | --- |\r\n| a |  |\r\n',
      1,
      'x',
      '| A | B |\r\n| --- | --- |\r\n| a | x |\r\n',
    ],
    ['a ragged row', `${head}| a |\n`, 2, 'x', `${head}| a |   | x |\n`],
    ['a ragged row, next cell', `${head}| a | b |\n`, 2, 'x', `${head}| a | b | x |\n`],
    ['a ragged row without its closing bar', `${head}| a\n`, 2, 'x', `${head}| a | | x |\n`],
    ['a ragged row at the end of the file', `${head}| a |`, 1, 'x', `${head}| a | x |`],
    [
      'a table without outer bars',
      'A | B | C\n--- | --- | ---\na | b\n',
      2,
      'x',
      'A | B | C\n--- | --- | ---\na | b | x\n',
    ],
    ['a compact table', '|A|B|C|\n|-|-|-|\n|a||c|\n', 1, 'x', '|A|B|C|\n|-|-|-|\n|a|x|c|\n'],
    ['a compact ragged row', '|A|B|C|\n|-|-|-|\n|a|\n', 2, 'x', '|A|B|C|\n|-|-|-|\n|a| |x|\n'],
    [
      'an aligned table',
      '| A   | Long head | C  |\n| --- | --------- | -- |\n| a   |           | cc |\n',
      1,
      'x',
      '| A   | Long head | C  |\n| --- | --------- | -- |\n| a   | x         | cc |\n',
    ],
    [
      'an aligned table, a shorter value',
      '| A   | Long head | C  |\n| --- | --------- | -- |\n| a   | something | cc |\n',
      1,
      'x',
      '| A   | Long head | C  |\n| --- | --------- | -- |\n| a   | x         | cc |\n',
    ],
    [
      'an aligned table, a value that does not fit',
      '| A   | B | C  |\n| --- | - | -- |\n| a   |   | cc |\n',
      1,
      'longer',
      '| A   | B | C  |\n| --- | - | -- |\n| a   | longer | cc |\n',
    ],
    [
      'an aligned table, a ragged row',
      '| A   | Long head | Cell |\n| --- | --------- | ---- |\n| a   |\n',
      2,
      'x',
      '| A   | Long head | Cell |\n| --- | --------- | ---- |\n| a   |           | x    |\n',
    ],
    [
      'a quoted table',
      '> | A | B |\n> | - | - |\n> | a |  |\n',
      1,
      'x',
      '> | A | B |\n> | - | - |\n> | a | x |\n',
    ],
  ];
  for (const [name, text, index, value, expected] of cases) {
    it(name, () => assert.equal(withCell(text, index, value), expected));
  }

  it('puts any value where a reader finds it, and changes no other cell', () => {
    const word = fc.stringMatching(/^[a-zäé|\\ ]{0,8}$/);
    const row = fc.tuple(
      fc.array(fc.constantFrom('a', '', 'b \\| b', '`c`'), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(row, fc.nat({ max: 3 }), word, ([cells, closing], index, noise) => {
        const value = `v${noise}v`;
        const text = `| A | B | C | D |\n|---|---|---|---|\n| id | ${cells.join(' | ')}${closing ? ' |' : ''}\n`;
        const before = readMarkdown(text).tables[0]?.rows[0]?.cells.map((cell) => cell.text) ?? [];
        const after =
          readMarkdown(withCell(text, index, value)).tables[0]?.rows[0]?.cells.map((cell) => cell.text) ?? [];
        const visible = value.replace(/\\\\/g, '\\').replace(/\s+/g, ' ');
        if (!value.includes('\\')) assert.equal(after[index], visible);
        for (let other = 0; other < 4; other++) {
          if (other !== index) assert.equal(after[other] ?? '', before[other] ?? '');
        }
      }),
    );
  });
});

describe('escapeCell', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a | b', 'a \\| b'],
    ['C:\\', 'C:\\\\'],
    ['a \\| b', 'a \\\\\\| b'],
    [' two\r\n lines ', 'two lines'],
  ];
  for (const [value, expected] of cases)
    it(JSON.stringify(value), () => assert.equal(escapeCell(value), expected));
});

describe('tableRow and insertRowBelow', () => {
  const insert = (text: string, after: number | 'header', values: readonly string[]): string => {
    const table = readMarkdown(text).tables[0];
    assert.ok(table);
    const header = table.header.span;
    const above = after === 'header' ? delimiterRow(text, header) : table.rows[after]?.span;
    assert.ok(above);
    const row = tableRow(text, header, table.rows[0]?.span, values);
    return applyEdits(text, [insertRowBelow(text, above, row, 1)]);
  };
  const cases: readonly (readonly [string, string, number | 'header', string])[] = [
    [
      'between rows',
      '| A | B |\n|---|---|\n| a | b |\n| c | d |\n',
      0,
      '| A | B |\n|---|---|\n| a | b |\n| x |   |\n| c | d |\n',
    ],
    [
      'as the first row',
      '| A | B |\n|---|---|\n| a | b |\n',
      'header',
      '| A | B |\n|---|---|\n| x |   |\n| a | b |\n',
    ],
    [
      'at the end of the file',
      '| A | B |\n|---|---|\n| a | b |',
      0,
      '| A | B |\n|---|---|\n| a | b |\n| x |   |',
    ],
    [
      'CRLF',
      '| A | B |\r\n|---|---|\r\n| a | b |\r\n',
      0,
      '| A | B |\r\n|---|---|\r\n| a | b |\r\n| x |   |\r\n',
    ],
    [
      'CRLF at the end',
      '| A | B |\r\n|---|---|\r\n| a | b |',
      0,
      '| A | B |\r\n|---|---|\r\n| a | b |\r\n| x |   |',
    ],
    [
      'aligned',
      '| A   | B  |\n|-----|----|\n| aaa | bb |\n',
      0,
      '| A   | B  |\n|-----|----|\n| aaa | bb |\n| x   |    |\n',
    ],
    ['compact', '|A|B|\n|-|-|\n|aa|b|\n', 0, '|A|B|\n|-|-|\n|aa|b|\n|x||\n'],
    ['no outer bars', 'A | B\n--|--\na | b\n', 0, 'A | B\n--|--\na | b\nx |\n'],
    [
      'not aligned',
      '| A | B |\n|---|---|\n| aaa | bb |\n',
      0,
      '| A | B |\n|---|---|\n| aaa | bb |\n| x | |\n',
    ],
    [
      'quoted',
      '> | A | B |\n> |---|---|\n> | a | b |\n',
      0,
      '> | A | B |\n> |---|---|\n> | a | b |\n> | x |   |\n',
    ],
    [
      'the first of all',
      '| Long head | B |\n| --- | --- |\n',
      'header',
      '| Long head | B |\n| --- | --- |\n| x | |\n',
    ],
    [
      'the first of an aligned table',
      '| Long head | B |\n|-----------|---|\n',
      'header',
      '| Long head | B |\n|-----------|---|\n| x         |   |\n',
    ],
    ['in a list', '- | A | B |\n  |---|---|\n', 'header', '- | A | B |\n  |---|---|\n  | x |   |\n'],
  ];
  for (const [name, text, after, expected] of cases) {
    it(name, () => assert.equal(insert(text, after, ['x', '']), expected));
  }

  it('lets rows inserted at one place stand in their order, and only those', () => {
    const text = '| A |\n|---|\n| 1 |\n';
    const place = { start: 12, end: 17 };
    const rows = [insertRowBelow(text, place, '| 3 |', 3), insertRowBelow(text, place, '| 2 |', 2)];
    const groups = rows.map((edit) => ({ edits: [{ path: 'soa.md', ...edit }] }));
    assert.equal(compatible([...groups, ...groups]).length, 2);
    assert.equal(applyEdits(text, rows), '| A |\n|---|\n| 1 |\n| 2 |\n| 3 |\n');
    const plain = { edits: [{ path: 'soa.md', span: rows[0]?.span ?? place, newText: 'x' }] };
    assert.equal(compatible([...groups, plain]).length, 2);
  });
});
