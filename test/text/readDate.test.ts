import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDate } from '../../server/src/engine/text/date';
import { engine } from '../harness/engine';

const read = (value: string): string => {
  const reading = readDate(value, engine.vocabulary.dates);
  if (reading.kind === 'date')
    return reading.first === reading.last ? reading.first : `${reading.first}..${reading.last}`;
  return reading.kind === 'ambiguous' ? `ambiguous ${reading.readings.join(' or ')}` : reading.kind;
};

const CASES: readonly (readonly [string, string])[] = [
  ['2018-06-01', '2018-06-01'],
  ['2018-6-1', '2018-06-01'],
  ['2018/06/01', '2018-06-01'],
  ['2018.06.01', '2018-06-01'],
  ['20180601', '2018-06-01'],
  ['2018-06-01T09:30:00Z', '2018-06-01'],
  ['2018-06-01 09:30:00 +02:00', '2018-06-01'],
  ['**2018-06-01**', '2018-06-01'],
  ['01.06.2018', '2018-06-01'],
  ['1. 6. 2018', '2018-06-01'],
  ['1.6.18', '2018-06-01'],
  ['13/06/2018', '2018-06-13'],
  ['06/13/2018', '2018-06-13'],
  ['05/05/2018', '2018-05-05'],
  ['03/04/2018', 'ambiguous 2018-04-03 or 2018-03-04'],
  ['03-04-2018', 'ambiguous 2018-04-03 or 2018-03-04'],
  ['Jun 1 2018', '2018-06-01'],
  ['June 1, 2018', '2018-06-01'],
  ['June 1st, 2018', '2018-06-01'],
  ['Monday, 1st of June 2018', '2018-06-01'],
  ['1-Jun-2018', '2018-06-01'],
  ['2018 June 1', '2018-06-01'],
  ['1. Juni 2018', '2018-06-01'],
  ['den 1. März 2018', '2018-03-01'],
  ['1 de junho de 2018', '2018-06-01'],
  ['1er juin 2018', '2018-06-01'],
  ['15 maart 2018', '2018-03-15'],
  ['June 2018', '2018-06-01..2018-06-30'],
  ['2018-02', '2018-02-01..2018-02-28'],
  ['02/2020', '2020-02-01..2020-02-29'],
  ['Q3 2026', '2026-07-01..2026-09-30'],
  ['2026-Q4', '2026-10-01..2026-12-31'],
  ['2026', '2026-01-01..2026-12-31'],
  ['2026-05-01 (annual)', '2026-05-01'],
  ['1 June 2026, CISO', '2026-06-01'],
  ['2026-05-01 by the board', '2026-05-01'],
  ['2026-05-01 – management board', '2026-05-01'],
  ['[Date]', 'placeholder'],
  ['<date of approval>', 'placeholder'],
  ['{{ next_review }}', 'placeholder'],
  ['TBD', 'placeholder'],
  ['to be determined', 'placeholder'],
  ['noch offen', 'placeholder'],
  ['YYYY-MM-DD', 'placeholder'],
  ['TT.MM.JJJJ', 'placeholder'],
  ['2026-XX-XX', 'placeholder'],
  ['__.__.____', 'placeholder'],
  ['', 'nothing'],
  ['null', 'nothing'],
  ['~', 'nothing'],
  ['—', 'nothing'],
  ['n/a', 'nothing'],
  ['2026-02-30', 'not-understood'],
  ['31 June 2018', 'not-understood'],
  ['2018-13-01', 'not-understood'],
  ['13/13/2018', 'not-understood'],
  ['next spring', 'not-understood'],
  ['annually', 'not-understood'],
  ['May', 'not-understood'],
  ['1 June', 'not-understood'],
  ['between 1 May and 3 June 2018', 'not-understood'],
  ['2025-05-01 plus twelve months', 'not-understood'],
];

describe('readDate', () => {
  for (const [value, expected] of CASES) {
    it(`"${value}" → ${expected}`, () => {
      assert.equal(read(value), expected);
    });
  }

  it('takes long texts in its stride', () => {
    assert.equal(read('2026 '.repeat(20_000)), 'not-understood');
  });
});
