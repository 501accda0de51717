import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, readCsv, separatorOf, type CsvSeparator } from '../../server/src/engine/syntax/csv';

/** The cells of a CSV text as our reader sees them, the header first. */
function cells(text: string): string[][] {
  const table = readCsv(text);
  return table === undefined
    ? []
    : [table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text));
}

describe('comma-separated values', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly (readonly string[])[]])[] =
    [
      [
        'commas',
        'a,b\n1,2\n',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        'semicolons',
        'a;b\r\n1,5;2\r\n',
        [
          ['a', 'b'],
          ['1,5', '2'],
        ],
      ],
      [
        'tabs',
        'a\tb\n1\t2',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        'quotes, doubled quotes and line breaks',
        '"a, b","c"\n"say ""yes""","x\ny"\n',
        [
          ['a, b', 'c'],
          ['say "yes"', 'x y'],
        ],
      ],
      ['empty cells and short rows', 'a,b,c\n,,\n1\n', [['a', 'b', 'c'], ['', '', ''], ['1']]],
      [
        'blank lines',
        'a,b\n\n1,2\n\n',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      ['a quote that is never closed', 'a,b\n"1,2\n', [['a', 'b'], ['1,2']]],
      ['nothing', '', []],
    ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(cells(text), expected));

  it('knows the place of every cell', () => {
    const text = 'Control;Anwendbar\n"A.5.1"; Ja \n';
    const row = readCsv(text)?.rows[0];
    assert.deepEqual(
      row?.cells.map((cell) => text.slice(cell.span.start, cell.span.end)),
      ['A.5.1', 'Ja'],
    );
    assert.deepEqual(
      row?.cells.map((cell) => text.slice(cell.outer.start, cell.outer.end)),
      ['"A.5.1"', ' Ja '],
    );
  });

  it('reads what it writes, exactly as csv-parse does', () => {
    const separators = fc.constantFrom<CsvSeparator>(',', ';', '\t');
    const value = fc.oneof(
      fc.constantFrom('Yes', 'R-001', 'A.5.1', '', 'a "quote"', 'x;y', 'x,y', 'ü🔐', 'two\nlines'),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n\t]/g, '')),
    );
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(separators, table, (separator, rows) => {
        const header = rows[0]?.map((_, index) => `column ${index}`) ?? [];
        const text = [header, ...rows]
          .map((row) => row.map((cell) => csvCell(cell, separator)).join(separator))
          .join('\n');
        fc.pre(
          !rows.some((row) => row.some((cell) => !cell.startsWith('"') && cell.trimStart().startsWith('"'))),
        );
        assert.equal(separatorOf(text), separator);
        const expected = parse(text, {
          delimiter: separator,
          relax_column_count: true,
          relax_quotes: true,
          skip_empty_lines: true,
        }) as string[][];
        assert.deepEqual(
          cells(text),
          expected.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim())),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and every cell lies within the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 80,
          unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', '\t', '\uFEFF', 'é'),
        }),
        (text) => {
          for (const row of readCsv(text)?.rows ?? []) {
            for (const cell of row.cells)
              assert.ok(
                0 <= cell.outer.start &&
                  cell.outer.start <= cell.span.start &&
                  cell.span.end <= cell.outer.end &&
                  cell.outer.end <= text.length,
              );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
