import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { scanIds, type ScanOptions } from '../../server/src/engine/ids/scan';

type Bare = ScanOptions['bare'];

describe('any text', () => {
  const pieces = fc.constantFrom(
    'A.',
    'A',
    'a',
    '5',
    '15',
    '9',
    '.',
    '_',
    ' ',
    '-',
    '–',
    '..',
    ',',
    '\n',
    'x',
    'to ',
    'ISO',
    '27001',
    ':2013',
    'Annex A ',
    'control',
    '42001',
    '"',
    '**',
    '🔒',
    'é',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  const bares = fc.constantFrom<Bare>('control', 'clause', 'mixed', 'none');
  const forms = ['single', 'range', 'coarse'];

  it('never throws; spans lie in the text, in order, apart from each other, around the text they claim', () => {
    fc.assert(
      fc.property(texts, bares, fc.nat({ max: 1000 }), (text, bare, offset) => {
        let last = offset;
        for (const mention of scanIds(text, { bare, offset })) {
          assert.ok(last <= mention.span.start && mention.span.start < mention.span.end);
          assert.ok(mention.span.end <= offset + text.length);
          assert.equal(mention.text, text.slice(mention.span.start - offset, mention.span.end - offset));
          assert.ok(forms.includes(mention.form));
          assert.equal(mention.ids.length === 0, mention.form === 'coarse');
          if (mention.form === 'single') assert.equal(mention.ids.length, 1);
          if (mention.form === 'range') assert.ok(mention.ids.length > 1 && mention.ids.length <= 120);
          last = mention.span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds each canonical id of a list again, whatever separates them', () => {
    const id = fc
      .tuple(fc.integer({ min: 5, max: 8 }), fc.integer({ min: 1, max: 37 }))
      .map(([theme, number]) => `A.${theme}.${number}`);
    const separator = fc.constantFrom(', ', '; ', ' ', '\n', ' and ', ' / ', '\r\n- ');
    fc.assert(
      fc.property(fc.array(id, { maxLength: 12 }), separator, bares, (ids, between, bare) => {
        const mentions = scanIds(ids.join(between), { bare });
        assert.deepEqual(
          mentions.map((mention) => mention.ids.join()),
          ids,
        );
        assert.ok(mentions.every((mention) => mention.canonical));
      }),
    );
  });

  it('reads a long hostile text to its end', () => {
    const long = 'iso iec 2700 annex a A.5.1 - '.repeat(4000);
    const mentions = scanIds(`${long}, A.8.34`, { bare: 'control' });
    assert.equal(mentions.at(-1)?.ids.join(), 'A.8.34');
    assert.equal(mentions.length, 4001);
  });
});
