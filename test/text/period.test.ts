import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, addPeriod, readPeriod } from '../../server/src/engine/text/period';
import { engine } from '../harness/engine';

const read = (value: string | number): string => {
  const reading = readPeriod(value, engine.vocabulary.dates);
  return reading.kind === 'period' ? `${reading.period.months}m ${reading.period.days}d` : reading.kind;
};

const CASES: readonly (readonly [string | number, string])[] = [
  ['annual', '12m 0d'],
  ['Annually', '12m 0d'],
  ['yearly', '12m 0d'],
  ['once a year', '12m 0d'],
  ['at least annually', '12m 0d'],
  ['Every year', '12m 0d'],
  ['every two years', '24m 0d'],
  ['every other year', '24m 0d'],
  ['every 6 months', '6m 0d'],
  ['6-monthly', '6m 0d'],
  ['12 calendar months', '12m 0d'],
  ['12', '12m 0d'],
  [12, '12m 0d'],
  ['12M', '12m 0d'],
  ['P1Y', '12m 0d'],
  ['P1Y6M', '18m 0d'],
  ['P90D', '0m 90d'],
  ['P2W', '0m 14d'],
  ['90 days', '0m 90d'],
  ['2 weeks', '0m 14d'],
  ['quarterly', '3m 0d'],
  ['every quarter', '3m 0d'],
  ['per quarter', '3m 0d'],
  ['semi-annual', '6m 0d'],
  ['twice a year', '6m 0d'],
  ['biennial', '24m 0d'],
  ['monthly', '1m 0d'],
  ['weekly', '0m 7d'],
  ['daily', '0m 1d'],
  ['jährlich', '12m 0d'],
  ['mindestens jährlich', '12m 0d'],
  ['mindestens einmal pro Jahr', '12m 0d'],
  ['alle zwei Jahre', '24m 0d'],
  ['alle 6 Monate', '6m 0d'],
  ['halbjährlich', '6m 0d'],
  ['vierteljährlich', '3m 0d'],
  ['anual', '12m 0d'],
  ['jaarlijks', '12m 0d'],
  ['tous les deux ans', '24m 0d'],
  ['Annual, or upon significant change', '12m 0d'],
  ['quarterly for critical systems, annually otherwise', '12m 0d'],
  ['jährlich oder bei Änderungen', '12m 0d'],
  ['continuous', 'event'],
  ['as needed', 'event'],
  ['bei Bedarf', 'event'],
  ['biannual', 'ambiguous'],
  ['bi-monthly', 'ambiguous'],
  ['regularly', 'ambiguous'],
  ['[frequency]', 'placeholder'],
  ['TBD', 'placeholder'],
  ['', 'nothing'],
  ['n/a', 'nothing'],
  ['0', 'not-understood'],
  ['999', 'not-understood'],
  ['see chapter 4', 'not-understood'],
  ['P', 'not-understood'],
  ['a', 'not-understood'],
];

describe('readPeriod', () => {
  for (const [value, expected] of CASES) {
    it(`"${value}" → ${expected}`, () => {
      assert.equal(read(value), expected);
    });
  }
});

describe('addPeriod', () => {
  for (const [date, months, days, expected] of [
    ['2026-01-31', 1, 0, '2026-02-28'],
    ['2028-01-31', 1, 0, '2028-02-29'],
    ['2024-02-29', 12, 0, '2025-02-28'],
    ['2026-11-22', 2, 0, '2027-01-22'],
    ['2026-12-01', 12, 0, '2027-12-01'],
    ['2026-12-25', 0, 7, '2027-01-01'],
    ['2026-01-01', 0, 730, '2028-01-01'],
  ] as const) {
    it(`${date} + ${months} months ${days} days = ${expected}`, () => {
      assert.equal(addPeriod(date, { months, days }), expected);
    });
  }

  it('goes back over the end of a year', () => {
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(addDays('2028-03-01', -1), '2028-02-29');
  });
});
