import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, HEADER, soaWith } from './soaHarness';

const RULE = 'soa/duplicate-control';
const row = (id: string): string => `| ${id} | x | Yes | Contract | Implemented |`;

describe(RULE, () => {
  const cases: readonly (readonly [string, readonly string[], string[]])[] = [
    ['fires on the later row', ['A.5.1', 'A.5.2', 'A.5.1'], ['A.5.1']],
    ['sees through spellings', ['A.5.1', '**A 5.1**', '5.2'], ['A 5.1']],
    ['fires on each later row', ['A.5.1', 'A.5.1', 'A.5.1'], ['A.5.1', 'A.5.1']],
    ['fires once on a row for several controls', ['A.5.1', 'A.5.2', 'A.5.1–A.5.4'], ['A.5.1–A.5.4']],
    ['is silent on different controls', ['A.5.1', 'A.5.10', 'A.5.11'], []],
    ['is silent on controls of another standard', ['A.5.1', 'A.9.2.1', 'A.9.2.1'], []],
  ];
  for (const [name, ids, marked] of cases) {
    it(name, () => {
      const { findings, textOf } = findingsOf(RULE, soaWith(...ids.map(row)));
      assert.deepEqual(findings.map(textOf), marked);
    });
  }

  it('points to the first row, also in another file of the SoA', () => {
    const file = (name: string): string =>
      `=== ${name}.md\n---\ntype: statement-of-applicability\n---\n${HEADER}\n${row('A.5.1')}\n`;
    const { findings } = findingsOf(RULE, file('soa-1') + file('soa-2'));
    assert.deepEqual(
      findings.map(({ path, related }) => [path, related.map((each) => each.path)]),
      [['soa-2.md', ['soa-1.md']]],
    );
  });

  const single: readonly (readonly [string, string])[] = [
    [
      'a translation',
      `=== de/soa.md\n${HEADER}\n${row('A.5.1')}\n=== en/soa.md\n${HEADER}\n${row('A.5.1')}\n`,
    ],
    [
      'a gap analysis',
      `=== gap-analysis.md\n${HEADER}\n${row('A.5.1')}\n=== soa.md\n${HEADER}\n${row('A.5.1')}\n`,
    ],
    [
      'a file that isms.yaml does not name',
      `=== isms.yaml\nsoa: main.md\n=== main.md\n${HEADER}\n${row('A.5.1')}\n=== soa.md\n${HEADER}\n${row('A.5.1')}\n`,
    ],
    [
      'a retired edition',
      `=== old.md\n---\ntype: soa\nstatus: retired\n---\n${HEADER}\n${row('A.5.1')}\n=== soa.md\n---\ntype: soa\n---\n${HEADER}\n${row('A.5.1')}\n`,
    ],
    [
      'a summary in the same file',
      `=== soa.md\n${HEADER}\n${row('A.5.1')}\n\n| Control | Status |\n|---|---|\n| A.5.1 | Implemented |\n`,
    ],
    [
      'a table of clauses',
      `=== soa.md\n## Clauses\n\n| Clause | Status |\n|---|---|\n| 5.1 | Implemented |\n\n## Annex A\n\n${HEADER}\n${row('A.5.1')}\n`,
    ],
  ];
  for (const [name, literal] of single) {
    it(`does not take ${name} for a second row`, () =>
      assert.deepEqual(findingsOf(RULE, literal).findings, []));
  }
});
