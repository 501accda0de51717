import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete, type Offered } from '../harness/completion';

const SOA = `=== soa.md
| Control | Applicable | Justification | Status | Risks |
| --- | --- | --- | --- | --- |
| A.5.1 | Yes | Because of R-001 | Implemented | R-001 |
| A.5.2 | Yes | Because of R-001 | Implemented | R-00‸ |
ROW
`;
const RISKS = `=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-001 | Theft | Ada | mitigate | A.5.1 |
| R-002 | Fire | | mitigate | CELL |
`;

/** The SoA with a further row, and the risk register. */
function inSoa(row: string): Offered {
  return complete(`${SOA.replace('‸', '').replace('ROW', row)}${RISKS.replace('CELL', '')}`);
}

describe('ids in tables', () => {
  const ROWS: readonly (readonly [string, string, string])[] = [
    ['a new row', '| A.5.‸', '| A.5.3'],
    ['a new row, all cells there', '| ‸ | | | | |', '| A.5.3 | | | | |'],
    ['no blank behind the bar', '|‸| | | | |', '| A.5.3 | | | | |'],
    ['by title', '| segregation of d‸ | | | | |', '| A.5.3 | | | | |'],
    ['in bold', '| **A.5‸** | Yes | | | |', '| **A.5.3** | Yes | | | |'],
  ];
  for (const [name, before, after] of ROWS)
    it(`the SoA: ${name}`, () => assert.equal(inSoa(before).take('A.5.3'), after));

  it('the SoA: controls with a row are not offered again, the one of this row is', () => {
    const ids = inSoa('| A.5.3‸ | Yes | | | |').offers.map((offer) => offer.control);
    assert.ok(!ids.includes('A.5.1') && !ids.includes('A.5.2') && ids.includes('A.5.3'));
    assert.equal(ids.length, 91);
  });

  it('the SoA: an empty table is known by its header', () => {
    const offered = complete(
      '=== soa.md\n---\ntype: soa\n---\n| Control | Applicable? |\n| --- | --- |\n| ‸ |\n',
    );
    assert.equal(offered.take('A.5.15'), '| A.5.15 |');
  });

  it('the SoA: risk ids', () => {
    const offered = complete(SOA.replace('ROW\n', '') + RISKS.replace('CELL', ''));
    assert.deepEqual(
      offered.offers.map((offer) => [offer.label, offer.detail]),
      [
        ['R-001 Theft', 'risk of Ada'],
        ['R-002 Fire', 'risk'],
      ],
    );
    assert.equal(offered.take('R-002'), '| A.5.2 | Yes | Because of R-001 | Implemented | R-002 |');
  });

  it('the SoA: further risk ids, those named excluded', () => {
    const offered = inSoa('| A.5.3 | Yes | x | Implemented | R-001,‸ |');
    assert.deepEqual(
      offered.offers.map((offer) => offer.label),
      ['R-002 Fire'],
    );
    assert.equal(offered.take('R-002'), '| A.5.3 | Yes | x | Implemented | R-001, R-002 |');
  });

  const CELLS: readonly (readonly [string, string])[] = [
    ['‸', '| R-002 | Fire | | mitigate | A.7.5 |'],
    ['A.7.4, A.7.‸', '| R-002 | Fire | | mitigate | A.7.4, A.7.5 |'],
    ['A.7.4; phys‸', '| R-002 | Fire | | mitigate | A.7.4; A.7.5 |'],
    ['A.7.4<br>A‸', '| R-002 | Fire | | mitigate | A.7.4<br>A.7.5 |'],
  ];
  for (const [cell, after] of CELLS) {
    it(`the risk register: ${cell}`, () => {
      const offered = complete(RISKS.replace('CELL', cell));
      assert.equal(offered.take('A.7.5'), after);
      assert.equal(
        offered.offers.some((offer) => offer.control === 'A.7.4'),
        !cell.includes('A.7.4'),
      );
    });
  }

  it('a mapping table offers controls in the rows of ISO 27001 and nowhere else', () => {
    const table = (row: string): Offered =>
      complete(`=== p.md\n---\ntype: policy\n---\n| Framework | Requirement |\n| - | - |\n${row}\n`);
    assert.equal(table('| ISO 27001 | A.5.1, A.‸ |').take('A.5.15'), '| ISO 27001 | A.5.1, A.5.15 |');
    assert.deepEqual(table('| SOC 2 | ‸ |').offers, []);
  });

  const NOTHING: readonly (readonly [string, string])[] = [
    ['in the header', '=== soa.md\n---\ntype: soa\n---\n| Control‸ | Applicable? |\n| --- | --- |\n'],
    ['in the line of dashes', '=== soa.md\n---\ntype: soa\n---\n| Control | Applicable? |\n| --‸- | --- |\n'],
    ['in a justification', SOA.replace('‸', '').replace('ROW', '| A.5.3 | Yes | see ‸ | | |')],
    ['in another table', '=== p.md\n---\ntype: policy\n---\n| Word | Meaning |\n| --- | --- |\n| A‸ | |\n'],
    ['in text', '=== p.md\n---\ntype: policy\n---\nSee A.5.‸\n'],
  ];
  for (const [name, literal] of NOTHING)
    it(`nothing ${name}`, () => assert.deepEqual(complete(literal).offers, []));
});
