import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasDigit, mayBeginId, prefixIn } from '../../server/src/engine/ids/idStart';
import { mayBeginRiskId, riskIdAt } from '../../server/src/engine/ids/riskIds';
import { scanIds } from '../../server/src/engine/ids/scan';
import { idAt } from '../../server/src/engine/ids/tokens';

/** What ids are made of, and characters that another case makes of theirs: a long s is an s, the sign for kelvin a k. */
const PIECES = [
  ...[
    'A',
    'a',
    '.',
    '_',
    ' ',
    '-',
    '/',
    '5',
    '15',
    '9',
    'x',
    'ISO',
    'iſo',
    'IEC',
    '27001',
    '27002',
    ':2013',
    '\n',
  ],
  ...[
    'Annex',
    'aNNEX',
    'annex a ',
    'controls',
    '\u00a0',
    '\t',
    '\u2003',
    'É',
    '٣',
    '𝟑',
    'i',
    'ı',
    'İ',
    'n',
    '🔒',
    '(',
  ],
  ...['R', 'r', 'RSK', 'Rſk', 'RS\u212a', 'RISK', 'risiko', 'RI', '001', '-CYBER-', 'ü', '²'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

describe('where an id may begin', () => {
  it('is wherever one begins', () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (let at = 0; at < whole.length; at++) {
          if (idAt(whole, at) !== null) assert.ok(mayBeginId(whole, at) && hasDigit(whole), whole.slice(at));
          if (riskIdAt(whole, at) !== undefined) assert.ok(mayBeginRiskId(whole, at), whole.slice(at));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('has a prefix in every piece of prose with an id, in whatever order the pieces are asked for', () => {
    const pieces = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { maxLength: 6 });
    fc.assert(
      fc.property(text, pieces, (whole, spans) => {
        const mayHoldId = prefixIn(whole);
        for (const [from, length] of spans) {
          const span = { start: from, end: Math.min(whole.length, from + length) };
          const ids = scanIds(whole.slice(span.start, span.end), { bare: 'none' });
          assert.ok(mayHoldId(span) || ids.length === 0, JSON.stringify({ whole, span }));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('is hardly anywhere in prose', () => {
    const prose = 'A risk is an uncertainty; its reader, in a first review, is asked in an annual audit.';
    const places = Array.from(prose, (_, at) => at).filter((at) => mayBeginId(prose, at));
    assert.deepEqual(
      places.map((at) => prose.slice(at, at + 2)),
      ['is', 'an', 'is', 'an', 'an'],
    );
    assert.ok(!Array.from(prose, (_, at) => riskIdAt(prose, at)).some((id) => id !== undefined));
  });
});
