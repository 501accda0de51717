import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SoaRow } from '../../server/src/engine/facts/soaFacts';
import { rowOf } from './soa/readSoa';

describe('values', () => {
  const applicability: readonly (readonly [string, SoaRow['applicability']])[] = [
    ['Yes', 'applicable'],
    ['**Yes**', 'applicable'],
    ['`y`', 'applicable'],
    ['✅', 'applicable'],
    ['✅ Applicable', 'applicable'],
    ['true', 'applicable'],
    ['Sim', 'applicable'],
    ['Ja (nur Bremen)', 'applicable'],
    ['Yes[^1]', 'applicable'],
    ['Yes¹', 'applicable'],
    ['☒ Yes ☐ No', 'applicable'],
    ['![Applicable: Yes](https://img.example/yes.svg)', 'applicable'],
    ['No', 'not-applicable'],
    ['No – hosted by AWS', 'not-applicable'],
    ['❌', 'not-applicable'],
    ['Não', 'not-applicable'],
    ['N/A', 'not-applicable'],
    ['n.a.', 'not-applicable'],
    ['Not applicable', 'not-applicable'],
    ['Nicht anwendbar', 'not-applicable'],
    ['☐ Ja ☑ Nein', 'not-applicable'],
    ['TBC', 'not-assessed'],
    ['❓ TBC', 'not-assessed'],
    ['[Yes/No]', 'not-assessed'],
    ['[Yes / No / N/A]', 'not-assessed'],
    ['{{Y/N}}', 'not-assessed'],
    ['To be assessed', 'not-assessed'],
    ['', 'missing'],
    ['—', 'missing'],
    ['…', 'missing'],
    ['☐ Yes ☐ No', 'missing'],
    ['Partially', 'invalid'],
    ['Somewhat', 'invalid'],
  ];
  for (const [cell, expected] of applicability) {
    it(`reads "${cell}" as ${expected}`, () =>
      assert.equal(rowOf('| Control | Applicable |', `| A.5.1 | ${cell} |`).applicability, expected));
  }

  const statuses: readonly (readonly [string, SoaRow['status']])[] = [
    ['Implemented', 'implemented'],
    ['Fully implemented (2025)', 'implemented'],
    ['![Implemented](https://img.example/x.svg)', 'implemented'],
    ['[![Implemented](https://img.example/x.svg)](evidence.md)', 'implemented'],
    ['100 %', 'implemented'],
    ['4 – Managed', 'implemented'],
    ['Umgesetzt', 'implemented'],
    ['Partially implemented', 'partial'],
    ['🟡 Partial', 'partial'],
    ['60%', 'partial'],
    ['Level 1', 'partial'],
    ['Teilweise umgesetzt', 'partial'],
    ['Planned Q3', 'planned'],
    ['In progress', 'planned'],
    ['Not implemented', 'not-started'],
    ['0 %', 'not-started'],
    ['To be assessed', 'not-assessed'],
    ['Excluded', 'not-applicable'],
    ['—', 'not-applicable'],
    ['Inherited from AWS', 'covered-elsewhere'],
    ['', 'missing'],
    ['Blue', 'invalid'],
  ];
  for (const [cell, expected] of statuses) {
    it(`reads the status "${cell}" as ${expected}`, () =>
      assert.equal(rowOf('| Control | Applicable | Status |', `| A.5.1 | Yes | ${cell} |`).status, expected));
  }

  it('keeps the text as a reader sees it, and its links', () => {
    const row = rowOf(
      '| Control | Applicable | Justification | Documents |',
      '| A.5.1 | Yes | **Port** contract \\| `§ 3` <!-- ask --> | [Policy](a.md), [Other](b.md) |',
    );
    assert.equal(row.justification?.text, 'Port contract | § 3');
    assert.deepEqual(
      row.documents?.links.map(({ url }) => url),
      ['a.md', 'b.md'],
    );
  });

  it('says of a row that is too short which cells it lacks', () => {
    const row = rowOf('| Control | Applicable | Justification | Status |', '| A.5.1 | Yes |');
    assert.deepEqual(
      [row.applicable?.present, row.justification?.present, row.statusCell?.present],
      [true, false, false],
    );
    assert.deepEqual([row.justification?.text, row.status], ['', 'missing']);
  });

  it('takes the column that is filled where two have one meaning', () => {
    const row = rowOf(
      '| Control | Applicable | Justification | Reason |',
      '| A.5.1 | Yes | | Port contract |',
    );
    assert.equal(row.justification?.text, 'Port contract');
  });
});
