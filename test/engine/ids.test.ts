import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IdMention } from '../../server/src/engine/ids/mention';
import { scanIds, type ScanOptions } from '../../server/src/engine/ids/scan';

type Bare = ScanOptions['bare'];

/** What a mention is, on one line: `text => ids (namespace)`, with the form where it is no single id. */
function shown(mention: IdMention): string {
  const form = mention.form === 'single' ? '' : ` ${mention.form}`;
  return `${mention.text} => ${mention.ids.join(' ')} (${mention.namespace}${form})`;
}

function scan(text: string, bare: Bare = 'control', namespace?: ScanOptions['namespace']): string[] {
  return scanIds(text, { bare, namespace }).map(shown);
}

const NEW = 'iso27001:2022';
const OLD = 'iso27001:2013';

describe('spellings of one control', () => {
  // Those of the conventions; the last column says whether prose is understood too, where a bare number is none.
  const spellings: readonly (readonly [text: string, spelled: string, inProse: boolean])[] = [
    ['A.5.15', 'A.5.15', true],
    ['A 5.15', 'A 5.15', true],
    ['A5.15', 'A5.15', true],
    ['a.5.15', 'a.5.15', true],
    ['5.15', '5.15', false],
    ['**A.5.15**', 'A.5.15', true],
    ['**5.15**', '5.15', false],
    ['`A.5.15`', 'A.5.15', true],
    ['_A.5.15_', 'A.5.15', true],
    ['__A.5.15__', 'A.5.15', true],
    ['"A.5.15"', 'A.5.15', true],
    ['"5.15"', '5.15', false],
    ["'5.15'", '5.15', false],
    ['[A.5.15](annex.md)', 'A.5.15', true],
    ['(A.5.15)', 'A.5.15', true],
    ['A.5.15.', 'A.5.15', true],
    ['A.5.15 Access control', 'A.5.15', true],
    ['A.5.15 — Access control', 'A.5.15', true],
    ['A.5.15 - Access control', 'A.5.15', true],
    ['A.5.15: Access control', 'A.5.15', true],
    ['Annex A 5.15', 'Annex A 5.15', true],
    ['Annex A.5.15', 'Annex A.5.15', true],
    ['Annex A control 5.15', 'Annex A control 5.15', true],
    ['ISO 27001 A.5.15', 'ISO 27001 A.5.15', true],
    ['ISO/IEC 27001:2022 A.5.15', 'ISO/IEC 27001:2022 A.5.15', true],
    ['ISO27001-A.5.15', 'ISO27001-A.5.15', true],
    ['ISO27001:2022/A.5.15', 'ISO27001:2022/A.5.15', true],
    ['ISO27002:2022/5.15', 'ISO27002:2022/5.15', true],
    ['27001:5.15', '27001:5.15', true],
    ['a.05.15', 'a.05.15', true],
    ['a05_15', 'a05_15', true],
    ['A_5_15', 'A_5_15', true],
    ['🔒 A.5.15', 'A.5.15', true],
  ];
  for (const [text, spelled, inProse] of spellings) {
    it(`reads ${text}`, () => {
      assert.deepEqual(scan(text), [`${spelled} => A.5.15 (${NEW})`]);
      assert.deepEqual(scan(text, 'none'), inProse ? [`${spelled} => A.5.15 (${NEW})`] : []);
    });
  }

  it('calls exactly one spelling canonical', () => {
    const canonical = spellings
      .filter(([text]) => scanIds(text, { bare: 'control' })[0]?.canonical)
      .map(([, spelled]) => spelled);
    assert.deepEqual(new Set(canonical), new Set(['A.5.15']));
    assert.ok(canonical.length > 5);
  });
});

describe('lists and ranges', () => {
  const singles = (...ids: string[]): string[] => ids.map((id) => `${id} => ${id} (${NEW})`);
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['A.5.15, A.5.16', singles('A.5.15', 'A.5.16')],
    ['A.5.15; A.5.16 and A.8.2', singles('A.5.15', 'A.5.16', 'A.8.2')],
    ['A.5.15/A.5.16', singles('A.5.15', 'A.5.16')],
    ['A 5.17 A 8.5', [`A 5.17 => A.5.17 (${NEW})`, `A 8.5 => A.8.5 (${NEW})`]],
    ['5.15, 5.16', [`5.15 => A.5.15 (${NEW})`, `5.16 => A.5.16 (${NEW})`]],
    ['"5.15", "5.16"', [`5.15 => A.5.15 (${NEW})`, `5.16 => A.5.16 (${NEW})`]],
    ['A.5.29-30', [`A.5.29-30 => A.5.29 A.5.30 (${NEW} range)`]],
    ['A.5.29–30', [`A.5.29–30 => A.5.29 A.5.30 (${NEW} range)`]],
    ['A.5.24–A.5.26', [`A.5.24–A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24 – A.5.26', [`A.5.24 – A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24—A.5.26', [`A.5.24—A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24 to A.5.26', [`A.5.24 to A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24 to 26', [`A.5.24 to 26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24 through A.5.26', [`A.5.24 through A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24 bis A.5.26', [`A.5.24 bis A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24..A.5.26', [`A.5.24..A.5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.24...26', [`A.5.24...26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.36–A.6.2', [`A.5.36–A.6.2 => A.5.36 A.5.37 A.6.1 A.6.2 (${NEW} range)`]],
    ['5.24-5.26', [`5.24-5.26 => A.5.24 A.5.25 A.5.26 (${NEW} range)`]],
    ['A.5.15-16-18', [`A.5.15 => A.5.15 (${NEW})`, `16 => A.5.16 (${NEW})`, `18 => A.5.18 (${NEW})`]],
    ['A.5.19-23', [`A.5.19-23 => A.5.19 A.5.20 A.5.21 A.5.22 A.5.23 (${NEW} range)`]],
    ['A.5.24 –\nA.5.25', [`A.5.24 –\nA.5.25 => A.5.24 A.5.25 (${NEW} range)`]],
    ['A.5.24\n- A.5.28', singles('A.5.24', 'A.5.28')],
    ['A.5.26–A.5.24', singles('A.5.26', 'A.5.24')],
    ['A.8.24-03', singles('A.8.24')],
    ['A.5.17 - 2 factors', singles('A.5.17')],
    ['A.5.x', [`A.5.x =>  (${NEW} coarse)`]],
    ['A.5', [`A.5 =>  (${NEW} coarse)`]],
    ['A.5–A.8', [`A.5 =>  (${NEW} coarse)`, `A.8 =>  (${NEW} coarse)`]],
  ];
  for (const [text, expected] of cases) it(`reads ${text}`, () => assert.deepEqual(scan(text), expected));

  it('reads short ranges in prose, where they touch the id', () => {
    assert.deepEqual(scan('covered by A.5.29-30 and A.8.14', 'none'), [
      `A.5.29-30 => A.5.29 A.5.30 (${NEW} range)`,
      `A.8.14 => A.8.14 (${NEW})`,
    ]);
    assert.deepEqual(scan('A.5.24 to 26 days', 'none'), [`A.5.24 => A.5.24 (${NEW})`]);
    assert.deepEqual(scan('A.8.8 – 30 days', 'none'), [`A.8.8 => A.8.8 (${NEW})`]);
  });
});

describe('the edition of 2013', () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['A.9.2.1', [`A.9.2.1 => A.9.2.1 (${OLD})`]],
    ['9.2.1', [`9.2.1 => A.9.2.1 (${OLD})`]],
    ['A.6.1.2', [`A.6.1.2 => A.6.1.2 (${OLD})`]],
    ['A.9.2', [`A.9.2 => A.9.2 (${OLD})`]],
    ['A.9', [`A.9 => A.9 (${OLD})`]],
    ['A.18', [`A.18 => A.18 (${OLD})`]],
    ['A.12.x', [`A.12.x => A.12 (${OLD})`]],
    ['A.9.2.x', [`A.9.2.x => A.9.2 (${OLD})`]],
    ['A.9.2.1–A.9.2.3', [`A.9.2.1–A.9.2.3 => A.9.2.1 A.9.2.2 A.9.2.3 (${OLD} range)`]],
    ['A.9.2.1-3', [`A.9.2.1-3 => A.9.2.1 A.9.2.2 A.9.2.3 (${OLD} range)`]],
    ['A.9–A.12', [`A.9–A.12 => A.9 A.10 A.11 A.12 (${OLD} range)`]],
    [
      'A.5 to A.18',
      [
        `A.5 to A.18 => ${Array.from({ length: 14 }, (_, index) => `A.${index + 5}`).join(' ')} (${OLD} range)`,
      ],
    ],
    ['ISO 27001:2013 A.6.2', [`ISO 27001:2013 A.6.2 => A.6.2 (${OLD})`]],
    ['A.5.15.1', [`A.5.15.1 => A.5.15.1 (${OLD})`]],
    ['A.19', ['A.19 =>  (other coarse)']],
  ];
  for (const [text, expected] of cases) it(`reads ${text}`, () => assert.deepEqual(scan(text), expected));

  it('is what a framework cell says', () => {
    assert.deepEqual(scan('A.6.2', 'mixed', 'iso27001:2013'), [`A.6.2 => A.6.2 (${OLD})`]);
  });
});

describe('namespaces', () => {
  const cases: readonly (readonly [text: string, bare: Bare, expected: readonly string[]])[] = [
    ['ISO 42001 A.6.2.4', 'none', ['A.6.2.4 => A.6.2.4 (other)']],
    ['ISO 42001 A.6.2.4', 'control', ['A.6.2.4 => A.6.2.4 (other)']],
    [
      'ISO/IEC 42001:2023 A.6.2.4, A.6.2.5 and A.9.3',
      'control',
      ['A.6.2.4 => A.6.2.4 (other)', 'A.6.2.5 => A.6.2.5 (other)', 'A.9.3 => A.9.3 (other)'],
    ],
    ['ISO 27701 A.7.2.1', 'none', ['A.7.2.1 => A.7.2.1 (other)']],
    ['A.1.2.2', 'none', ['A.1.2.2 => A.1.2.2 (other)']],
    ['NEN 7510 A.5.38', 'none', ['A.5.38 => A.5.38 (other)']],
    ['A.5.38', 'none', [`A.5.38 => A.5.38 (${NEW})`]],
    ['A.4.2', 'control', ['A.4.2 => A.4.2 (other)']],
    [
      'ISO 42001 A.6.2.4, ISO 27001 A.5.15',
      'none',
      ['A.6.2.4 => A.6.2.4 (other)', `ISO 27001 A.5.15 => A.5.15 (${NEW})`],
    ],
    ['NIST PR.AC-1, A.5.15', 'control', [`A.5.15 => A.5.15 (${NEW})`]],
    ['PR.AA-05', 'control', []],
    ['CC6.1', 'control', []],
    ['1.2.3.4', 'control', []],
    ['v5.15-beta', 'none', []],
    ['a 5.15 release', 'none', []],
    ['Appendix B.5.15', 'none', []],
    ['x.A.5.15', 'none', []],
  ];
  for (const [text, bare, expected] of cases)
    it(`reads ${text} (${bare})`, () => assert.deepEqual(scan(text, bare), expected));

  it('takes what a cell or key has decided over the looks of an id', () => {
    assert.deepEqual(scan('A.5.15', 'control', 'other'), ['A.5.15 => A.5.15 (other)']);
    assert.deepEqual(scan('A.6.2', 'mixed', 'iso27001:2022'), [`A.6.2 => A.6.2 (${NEW})`]);
  });
});

describe('bare numbers that are a clause or a control', () => {
  const collisions = [
    '5.1',
    '5.2',
    '5.3',
    '6.1',
    '6.2',
    '6.3',
    '7.1',
    '7.2',
    '7.3',
    '7.4',
    '7.5',
    '8.1',
    '8.2',
    '8.3',
  ];
  for (const id of collisions) {
    it(`${id}: the key decides`, () => {
      assert.deepEqual(scan(id, 'control'), [`${id} => A.${id} (${NEW})`]);
      assert.deepEqual(scan(id, 'clause'), [`${id} => ${id} (clause)`]);
      assert.deepEqual(scan(id, 'mixed'), [`${id} => ${id} (clause)`]);
      assert.deepEqual(scan(id, 'none'), []);
    });
  }

  it('reads what only a clause can be as a clause, and what only a control can be as a control', () => {
    assert.deepEqual(scan('4.1, 9.2, 10.1', 'control'), [
      '4.1 => 4.1 (clause)',
      '9.2 => 9.2 (clause)',
      '10.1 => 10.1 (clause)',
    ]);
    assert.deepEqual(scan('5.15, 8.34', 'mixed'), [`5.15 => A.5.15 (${NEW})`, `8.34 => A.8.34 (${NEW})`]);
    assert.deepEqual(scan('6.1.3', 'mixed'), ['6.1.3 => 6.1.3 (clause)']);
    assert.deepEqual(scan('4, 5.1-5.3', 'clause'), [
      '4 => 4 (clause)',
      '5.1-5.3 => 5.1 5.2 5.3 (clause range)',
    ]);
  });

  it('keeps the letter above the key: A.6.1 under a clause key is a control', () => {
    assert.deepEqual(scan('A.6.1', 'clause'), [`A.6.1 => A.6.1 (${NEW})`]);
  });
});
