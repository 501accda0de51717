import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressedElements, createTermIndex } from '../../server/src/engine/catalog/terms';
import { LANGUAGE_WORDS } from '../../server/src/engine/text/language';
import { classOfWord, wordsOfClass } from '../../server/src/engine/text/wordTree';
import { wordsOf } from '../../server/src/engine/text/words';
import type { WrittenControl } from '../../server/tools/catalog/compile';
import { compileTerms } from '../../server/tools/catalog/compileTerms';
import { patternsOf, phrasesOf, readPhrase, type PatternWord } from '../../server/tools/catalog/termSyntax';
import { catalogData } from '../harness/engine';
import { writtenCards } from './writtenCards';

const { terms } = catalogData;
const { controls, termGroups } = writtenCards;
const index = createTermIndex(terms);

/** As many places of one pattern are looked at. */
const MOST_PLACES = 4;

function termsOf({ card }: WrittenControl): { readonly element: string; readonly term: string }[] {
  return card.elements.flatMap(({ id, terms: lists }) =>
    Object.values(lists).flatMap((list) => list.map((term) => ({ element: id, term }))),
  );
}

function spellingsOf(pattern: string): readonly (readonly PatternWord[])[] {
  return phrasesOf(pattern, termGroups).flatMap(readPhrase);
}

/** Whether a sentence holds a term, word by word and phrase by phrase as the card writes it. */
function plainlyHolds(words: readonly string[], term: string): boolean {
  const isAt = (spelling: readonly PatternWord[], at: number): boolean =>
    spelling.every(({ text, stem }, number) => {
      const word = words[at + number];
      return word !== undefined && (stem ? word.startsWith(text) : word === text);
    });
  const places = [...new Set(patternsOf(term))].map((pattern) => {
    const spellings = spellingsOf(pattern);
    return [...words.keys()]
      .filter((at) => spellings.some((spelling) => isAt(spelling, at)))
      .slice(0, MOST_PLACES);
  });
  const canTake = ([own, ...others]: readonly (readonly number[])[], taken: readonly number[]): boolean =>
    own === undefined || own.some((place) => !taken.includes(place) && canTake(others, [...taken, place]));
  return canTake(places, []);
}

function found(sentence: string, id: string): string[] {
  return [...(addressedElements(index, [sentence], [id]).get(id) ?? [])].sort();
}

function plainlyFound(sentence: string, control: WrittenControl): string[] {
  const words = wordsOf(sentence);
  const held = termsOf(control).filter(({ term }) => plainlyHolds(words, term));
  return [...new Set(held.map(({ element }) => element))].sort();
}

const said = (spelling: readonly PatternWord[], ending: string): string =>
  spelling.map(({ text, stem }) => (stem ? `${text}${ending}` : text)).join(' ');

describe('the compiled terms', () => {
  it('are those of the cards', () => {
    assert.deepEqual(terms, compileTerms(writtenCards, LANGUAGE_WORDS));
  });

  it('find each element by the words of each of its terms', () => {
    for (const control of controls) {
      for (const { element, term } of termsOf(control)) {
        const phrases = patternsOf(term).map((pattern) => said(spellingsOf(pattern)[0] ?? [], 'en'));
        const sentence = phrases.join(' · ');
        if (plainlyHolds(wordsOf(sentence), term))
          assert.ok(found(sentence, control.id).includes(element), `${control.id} ${element}: ${term}`);
      }
    }
  });

  it('find in the wording of every card what the terms find as they are written', () => {
    for (const control of controls) {
      for (const sentence of control.card.wording)
        assert.deepEqual(found(sentence, control.id), plainlyFound(sentence, control), sentence);
    }
  });

  it('find in any words what the terms find as they are written', () => {
    let elements = 0;
    const words = fc.constantFrom(...controls).chain((control) => {
      const spellings = termsOf(control).flatMap(({ term }) => patternsOf(term).flatMap(spellingsOf));
      const phrase = fc
        .tuple(fc.constantFrom(...spellings), fc.constantFrom('', 's', 'ung'))
        .map(([spelling, ending]) => said(spelling, ending));
      return fc.tuple(fc.constant(control), fc.array(phrase, { minLength: 2, maxLength: 12 }));
    });
    fc.assert(
      fc.property(words, ([control, phrases]) => {
        const sentence = phrases.join(' ');
        const expected = plainlyFound(sentence, control);
        elements += expected.length;
        assert.deepEqual(found(sentence, control.id), expected);
      }),
      { numRuns: 500, seed: 7 },
    );
    assert.ok(elements > 500, String(elements));
  });

  it('know the words that tell a language', () => {
    const { tree, others } = index;
    const known = LANGUAGE_WORDS.map((word) => wordsOfClass(tree, classOfWord(tree, word))[0]);
    assert.deepEqual(others, known);
  });
});
