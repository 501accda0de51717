import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyFix, checkFixture } from '../../harness/engine';

const RULE = 'suppression/breaks-table';
const WEAK = 'soa/weak-justification -- agreed with the client';
const HEADER = '| Control | Applicable | Justification |\n| --- | --- | --- |\n';
const FIRST = '| A.5.1 | Yes | Contract with Nordbank |\n';
const SECOND = '| A.5.2 | Yes | Contract with Nordbank |\n';

/** The file after the fixes have been applied one by one until none is left. */
function mended(text: string): string {
  let current = text;
  for (let round = 0; round < 5; round++) {
    const { findings, fixture } = checkFixture(`=== isms.yaml\nsoa: soa.md\n=== soa.md\n${current}`);
    const [fix] = findings.filter((finding) => finding.ruleId === RULE).flatMap((finding) => finding.fixes);
    if (fix === undefined) return current;
    assert.equal(fix.kind, 'safe');
    current = applyFix(fixture, fix).get('soa.md') ?? '';
  }
  return current;
}

const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'next-line goes into the row below',
    `${HEADER}${FIRST}<!-- isms-disable-next-line ${WEAK} -->\n${SECOND}`,
    `${HEADER}${FIRST}| A.5.2 | Yes | Contract with Nordbank <!-- isms-disable-line ${WEAK} --> |\n`,
  ],
  [
    'next-line above the first row',
    `${HEADER}<!-- isms-disable-next-line ${WEAK} -->\n${FIRST}`,
    `${HEADER}| A.5.1 | Yes | Contract with Nordbank <!-- isms-disable-line ${WEAK} --> |\n`,
  ],
  [
    'line goes into the row above',
    `${HEADER}${FIRST}<!-- isms-disable-line ${WEAK} -->\n${SECOND}`,
    `${HEADER}| A.5.1 | Yes | Contract with Nordbank <!-- isms-disable-line ${WEAK} --> |\n${SECOND}`,
  ],
  [
    'a block keeps its meaning: its ends go into the rows above them',
    `${HEADER}${FIRST}<!-- isms-disable ${WEAK} -->\n${SECOND}<!-- isms-enable soa/weak-justification -->\n| A.5.3 | Yes | Law |\n`,
    `${HEADER}| A.5.1 | Yes | Contract with Nordbank <!-- isms-disable ${WEAK} --> |\n| A.5.2 | Yes | Contract with Nordbank <!-- isms-enable soa/weak-justification --> |\n| A.5.3 | Yes | Law |\n`,
  ],
  [
    'a block above the first row goes into the header, never into the dashes',
    `${HEADER}<!-- isms-disable ${WEAK} -->\n${FIRST}`,
    `| Control | Applicable | Justification <!-- isms-disable ${WEAK} --> |\n| --- | --- | --- |\n${FIRST}`,
  ],
  [
    'two comments one below the other',
    `${HEADER}${FIRST}<!-- isms-disable-next-line soa/missing-status -- a -->\n<!-- isms-disable-next-line ${WEAK} -->\n${SECOND}`,
    `${HEADER}${FIRST}| A.5.2 | Yes | Contract with Nordbank <!-- isms-disable-line soa/missing-status -- a --> <!-- isms-disable-line ${WEAK} --> |\n`,
  ],
  [
    'a comment on several lines becomes one line',
    `${HEADER}${FIRST}<!-- isms-disable-next-line soa/weak-justification\n  -- agreed | with the client -->\n${SECOND}`,
    `${HEADER}${FIRST}| A.5.2 | Yes | Contract with Nordbank <!-- isms-disable-line soa/weak-justification -- agreed \\| with the client --> |\n`,
  ],
  [
    'rows without outer bars',
    `Control | Applicable | Justification\n--- | --- | ---\nA.5.1 | Yes | Law\n<!-- isms-disable-next-line ${WEAK} -->\nA.5.2 | Yes | Law\n`,
    `Control | Applicable | Justification\n--- | --- | ---\nA.5.1 | Yes | Law\nA.5.2 | Yes | Law <!-- isms-disable-line ${WEAK} -->\n`,
  ],
  [
    'an aligned table, CRLF and an escaped bar',
    `| Control | Applicable | Justification |\r\n| --- | --- | --- |\r\n| A.5.1 | Yes | Law |\r\n<!-- isms-disable-next-line ${WEAK} -->\r\n| A.5.2 | Yes | Law a\\|b      |\r\n`,
    `| Control | Applicable | Justification |\r\n| --- | --- | --- |\r\n| A.5.1 | Yes | Law |\r\n| A.5.2 | Yes | Law a\\|b <!-- isms-disable-line ${WEAK} -->      |\r\n`,
  ],
];

const SILENT: readonly (readonly [name: string, text: string])[] = [
  ['in a cell', `${HEADER}| A.5.1 | Yes | Law <!-- isms-disable-line ${WEAK} --> |\n${SECOND}`],
  ['above a table', `<!-- isms-disable-next-line ${WEAK} -->\n${HEADER}${FIRST}`],
  ['below a table', `${HEADER}${FIRST}<!-- isms-disable-next-line ${WEAK} -->\n\nText.\n`],
  [
    'between two tables with a blank line',
    `${HEADER}${FIRST}\n<!-- isms-disable-next-line ${WEAK} -->\n\n${HEADER}${SECOND}`,
  ],
  ['a comment that is no suppression', `${HEADER}${FIRST}<!-- to be discussed -->\n${SECOND}`],
];

describe(RULE, () => {
  for (const [name, before, after] of CASES) {
    it(name, () => {
      assert.equal(mended(before), after);
    });
  }

  for (const [name, text] of SILENT) {
    it(`is silent: ${name}`, () => {
      const { findings } = checkFixture(`=== isms.yaml\nsoa: soa.md\n=== soa.md\n${text}`);
      assert.deepEqual(
        findings.filter((finding) => finding.ruleId === RULE),
        [],
      );
    });
  }

  it('reports nothing else about that comment, and no missing row below it', () => {
    const { findings } = checkFixture(
      `=== isms.yaml\nsoa: soa.md\n=== soa.md\n${HEADER}${FIRST}<!-- isms-disable-next-line ${WEAK} -->\n${SECOND}`,
    );
    const ids = findings.map((finding) => finding.ruleId);
    assert.equal(ids.filter((id) => id === RULE).length, 1);
    assert.ok(!ids.includes('suppression/unused') && !ids.includes('soa/missing-control'));
  });
});
