import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseYaml } from '../../server/src/engine/syntax/yaml';
import { yamlTables } from '../../server/src/engine/syntax/yamlTable';

function tables(text: string): string[][][] {
  return yamlTables(parseYaml(text).root).map((table) =>
    [table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text)),
  );
}

describe('YAML and JSON as tables', () => {
  const cases: readonly (readonly [
    name: string,
    text: string,
    expected: readonly (readonly (readonly string[])[])[],
  ])[] = [
    [
      'a list',
      '- id: A.5.1\n  applicable: yes\n- id: A.5.2\n  applicable: no\n',
      [
        [
          ['id', 'applicable'],
          ['A.5.1', 'yes'],
          ['A.5.2', 'no'],
        ],
      ],
    ],
    [
      'a list below a key',
      'title: SoA\ncontrols:\n  - id: 5.10\n    status: planned\n',
      [
        [
          ['id', 'status'],
          ['5.10', 'planned'],
        ],
      ],
    ],
    [
      'groups by id',
      'A.5.1:\n  applicable: true\nA.5.2:\n  applicable: false\n',
      [
        [
          ['id', 'applicable'],
          ['A.5.1', 'true'],
          ['A.5.2', 'false'],
        ],
      ],
    ],
    [
      'one group',
      'id: A.5.1\napplicable: yes\nrisks: [R-001, R-002]\n',
      [
        [
          ['id', 'applicable', 'risks'],
          ['A.5.1', 'yes', 'R-001, R-002'],
        ],
      ],
    ],
    [
      'JSON',
      '[{"id": "A.5.1", "applicable": true}, {"id": "A.5.2"}]',
      [
        [
          ['id', 'applicable'],
          ['A.5.1', 'true'],
          ['A.5.2', ''],
        ],
      ],
    ],
    [
      'keys in another order',
      '- {id: A.5.1, b: x}\n- {b: y, id: A.5.2, c: z}\n',
      [
        [
          ['id', 'b', 'c'],
          ['A.5.1', 'x', ''],
          ['A.5.2', 'y', 'z'],
        ],
      ],
    ],
    ['plain values are none', 'a: 1\n', []],
    ['nothing', '', []],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(tables(text), expected));

  it('knows the place of a value without its quotes', () => {
    const text = '- id: "A.5.1"\n  why: \'law\'\n';
    const row = yamlTables(parseYaml(text).root)[0]?.rows[0];
    assert.deepEqual(
      row?.cells.map((cell) => text.slice(cell.span.start, cell.span.end)),
      ['A.5.1', 'law'],
    );
  });
});
