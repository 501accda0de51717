import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createPhraseSearch } from '../../server/src/engine/text/phrase';
import { wordsOf } from '../../server/src/engine/text/words';

const piece = fc.constantFrom(
  ...[
    'access',
    'Access',
    'ACCESS',
    'right',
    'rights',
    'a',
    'Maßnahme',
    'massnahme',
    'A\u0308',
    'ä',
    '日本',
    '𝐀',
    '①',
  ],
  ...[' ', ' ', '-', '\n', '. ', '_', '→', '✅', '\u0308', '\ud800', '5', '27'],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

it('finds the words of a phrase one after the other', () => {
  let held = 0;
  fc.assert(
    fc.property(
      text,
      fc.oneof(
        text,
        fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')),
      ),
      (body, phrase) => {
        const expected = ` ${wordsOf(body).join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `);
        if (expected) held++;
        assert.equal(createPhraseSearch(body)(phrase), expected);
      },
    ),
    { numRuns: 5000, seed: 2 },
  );
  assert.ok(held > 200, String(held));
});
