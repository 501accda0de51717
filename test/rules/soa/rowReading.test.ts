import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SoaEntry } from '../../../server/src/engine/index/model';
import { createRowReader } from '../../../server/src/engine/rules/soa/rowReading';
import { engine, ismsOf } from '../../harness/engine';
import { parseFixture } from '../../harness/fixture';
import { soaWith } from './soaHarness';

const { catalog } = engine;

/** The first row of an SoA, read anew. */
function entryOf(row: string): SoaEntry {
  const [entry] = ismsOf(parseFixture(soaWith(row))).soa?.rows.get('A.5.15') ?? [];
  assert.ok(entry);
  return entry;
}

describe('createRowReader', () => {
  const row = '| A.5.15 | Access control | Yes | Treats R-001; GDPR Art. 32 | Implemented |';

  it('reads what a row says by itself', () => {
    const reading = createRowReader()(catalog, entryOf(row));
    assert.equal(reading.justifying?.text, 'Treats R-001; GDPR Art. 32');
    assert.equal(reading.weakness(), undefined);
    assert.deepEqual([...reading.named()].sort(), ['legal', 'risk']);
    assert.deepEqual(reading.riskIds(), ['R1']);
    assert.equal(reading.riskCell(), reading.justifying);
  });

  it('judges a justification once for all that ask', () => {
    let judged = 0;
    const reasonWords = {
      ...catalog.reasonWords,
      namedIn: (text: string) => (judged++, catalog.reasonWords.namedIn(text)),
    };
    const counting = { ...catalog, reasonWords };
    const read = createRowReader();
    const entry = entryOf(row);
    for (let times = 0; times < 3; times++) read(counting, entry).named();
    assert.equal(judged, 1);
  });

  it('reads a row anew with another catalogue, and an edited row', () => {
    const read = createRowReader();
    const entry = entryOf(row);
    assert.notEqual(read({ ...catalog }, entry), read(catalog, entry));
    assert.deepEqual(read(catalog, entryOf(row.replace('R-001', 'R-002'))).riskIds(), ['R2']);
  });
});
