import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FileFacts } from '../../server/src/engine/facts/facts';
import { carriersFor, type Fields } from '../harness/rowCarriers';
import { catalogData, engine } from '../harness/engine';

const words = fc.stringMatching(/^[A-Z][a-zäöü]{2,8}( [a-z]{3,8}){1,3}(, [a-z"|;]{3,6})?$/);
const ids = fc.constantFrom(...catalogData.controls.map(({ id }) => id));
const controls = fc.uniqueArray(ids, { minLength: 1, maxLength: 4 });

interface Register {
  readonly name: string;
  readonly stem: string;
  readonly records: fc.Arbitrary<readonly Fields[]>;
  /** What was read, in the shape of the records. */
  readonly read: (facts: FileFacts) => readonly Fields[];
}

function numbered(prefix: string, record: fc.Arbitrary<Fields>): fc.Arbitrary<readonly Fields[]> {
  return fc
    .array(record, { minLength: 1, maxLength: 6 })
    .map((all) =>
      all.map((each, index) => ({ ID: `${prefix}-${String(index + 1).padStart(3, '0')}`, ...each })),
    );
}

function cells(
  row: { readonly cells: Readonly<Partial<Record<string, { readonly text: string }>>> },
  names: Readonly<Record<string, string>>,
): Fields {
  return Object.fromEntries(
    Object.entries(names).map(([header, name]) => [header, row.cells[name]?.text ?? '(none)']),
  );
}

const REGISTERS: readonly Register[] = [
  {
    name: 'an SoA',
    stem: 'soa',
    records: fc.uniqueArray(
      fc.record({
        Control: ids,
        Title: words,
        Applicable: fc.constantFrom('Yes', 'No', 'TBC'),
        Justification: fc.oneof(words, fc.constant('')),
        Status: fc.constantFrom('Implemented', 'Planned', ''),
      }),
      { minLength: 2, maxLength: 6, selector: ({ Control }) => Control },
    ),
    read: (facts) =>
      facts.soaTables.flatMap((table) =>
        table.rows.map((row) => ({
          Control: row.mention.ids.join(),
          Title: row.title?.text ?? '(none)',
          Applicable: row.applicable?.text ?? '(none)',
          Justification: row.justification?.text ?? '(none)',
          Status: row.statusCell?.text ?? '(none)',
        })),
      ),
  },
  {
    name: 'a risk register',
    stem: 'risks',
    records: numbered(
      'R',
      fc.record({
        Risk: words,
        Owner: words,
        Likelihood: fc.constantFrom('1', '3', '5'),
        Impact: fc.constantFrom('1', '3', '5'),
        Treatment: fc.constantFrom('Mitigate', 'Accept', 'Avoid', 'Transfer'),
        Controls: controls.map((all) => all.join(', ')),
      }),
    ),
    read: (facts) =>
      facts.registers.risk.flatMap((table) =>
        table.rows.map((row) => ({
          ID: row.id,
          Risk: row.title,
          ...cells(row, {
            Owner: 'owner',
            Likelihood: 'likelihood',
            Impact: 'impact',
            Treatment: 'treatment',
          }),
          Controls: row.controls.flatMap((mention) => mention.ids).join(', '),
        })),
      ),
  },
  {
    name: 'an evidence register',
    stem: 'evidence',
    records: numbered(
      'EV',
      fc.record({
        Evidence: words,
        Controls: controls.map((all) => all.join(', ')),
        Frequency: fc.constantFrom('annual', 'P3M', '12'),
        'Last collected': fc.constantFrom('2026-10-01', '1 June 2026', ''),
        Location: words,
      }),
    ),
    read: (facts) =>
      facts.registers.evidence.flatMap((table) =>
        table.rows.map((row) => ({
          ID: row.id,
          Evidence: row.title,
          Controls: row.controls.flatMap((mention) => mention.ids).join(', '),
          ...cells(row, { Frequency: 'frequency', 'Last collected': 'collected', Location: 'location' }),
        })),
      ),
  },
];

for (const { name, stem, records, read } of REGISTERS)
  describe(`${name}, whatever it says,`, () => {
    for (const carrier of carriersFor(stem)) {
      // A section of its own is for controls and risks; nobody keeps evidence so.
      if (stem === 'evidence' && carrier.name.startsWith('sections')) continue;
      it(`is read back from ${carrier.name}`, () => {
        fc.assert(
          fc.property(records, (written) => {
            const text = carrier.write(written);
            const { facts } = engine.read(carrier.path, text, undefined);
            const found = [...read(facts)];
            assert.deepEqual(
              found,
              [...written].map((each) => ({ ...each })),
              text,
            );
          }),
          { numRuns: 40 },
        );
      });
    }
  });
