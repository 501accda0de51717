import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureTerms } from '../../server/tools/catalog/measure';
import { readPassages, type Passage } from '../../server/tools/catalog/readPassages';
import { writtenCards } from './writtenCards';
import { HELD_OUT_PASSAGES, PASSAGES } from './passages';

const SETS: readonly (readonly [name: string, passages: readonly Passage[], fewest: number])[] = [
  ['labelled passages', PASSAGES, 80],
  ['held-out passages', HELD_OUT_PASSAGES, 60],
];

for (const [name, passages, fewest] of SETS) {
  describe(name, () => {
    it('are many, half of them traps, in both languages', () => {
      const traps = passages.filter((passage) => passage.elements.length === 0).length;
      const german = passages.filter((passage) => passage.language === 'de').length;
      assert.ok(passages.length >= fewest);
      assert.ok(traps >= passages.length / 2, `${traps} of ${passages.length} are traps`);
      assert.ok(german >= passages.length / 4, `${german} of ${passages.length} are German`);
    });

    it('name controls and elements that exist, and have a text', () => {
      for (const { control, elements, text } of passages) {
        const known = writtenCards.controls
          .find((each) => each.id === control)
          ?.card.elements.map((element) => element.id);
        assert.ok(known !== undefined, control);
        assert.deepEqual(
          elements.filter((element) => !known.includes(element)),
          [],
          control,
        );
        assert.ok(text.length > 40, text);
      }
    });

    it('are told apart by the terms: precision and recall are at least 0.9', () => {
      const { precision, recall, errors } = measureTerms(writtenCards, passages);
      assert.ok(
        precision >= 0.9 && recall >= 0.9,
        `precision ${precision}, recall ${recall}\n${errors.join('\n')}`,
      );
    });
  });
}

describe('labelled passages', () => {
  it('have one of each kind for every control', () => {
    for (const { id } of writtenCards.controls) {
      const own = PASSAGES.filter((passage) => passage.control === id);
      assert.ok(
        own.some((passage) => passage.elements.length > 0) &&
          own.some((passage) => passage.elements.length === 0),
        id,
      );
    }
  });
});

describe('measureTerms', () => {
  it('counts what is missed and what is wrongly found', () => {
    const texts = [
      { control: 'A.5.15', elements: ['access-principles', 'role-model'], text: 'Least privilege applies.' },
      { control: 'A.5.15', elements: [], text: 'Need to know applies.' },
    ];
    const { errors, ...counts } = measureTerms(writtenCards, texts);
    assert.deepEqual(counts, {
      passages: 2,
      traps: 1,
      labelled: 2,
      found: 1,
      wrong: 1,
      precision: 0.5,
      recall: 0.5,
    });
    assert.deepEqual(errors, [
      'missed A.5.15 role-model: Least privilege applies.',
      'wrong A.5.15 access-principles: Need to know applies.',
    ]);
  });
});

describe('readPassages', () => {
  it('rejects a text without a head', () => {
    assert.throws(
      () => readPassages('# comment\nA text.\nA.5.1 en: -\nMore.'),
      /A passage has no head: A text\./,
    );
  });
});
