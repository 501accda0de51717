import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  createWordRun,
  readPlacedWords,
  readPlainWords,
  readWords,
} from '../../server/src/engine/text/wordRun';
import { createWordTree, wordsOfClass, type TreeWord } from '../../server/src/engine/text/wordTree';
import { foldText, wordsOf } from '../../server/src/engine/text/words';

const KNOWN: readonly TreeWord[] = [
  { text: 'access', stem: false },
  { text: 'access', stem: true },
  { text: 'acc', stem: true },
  { text: 'accessory', stem: false },
  { text: 'massnahme', stem: true },
  { text: 'ä', stem: false },
  { text: 'über', stem: true },
  { text: '27001', stem: false },
  { text: 'čas', stem: true },
  { text: '日本', stem: false },
];
const tree = createWordTree(KNOWN);

function matching(word: string): number[] {
  return KNOWN.flatMap(({ text, stem }, number) =>
    (stem ? word.startsWith(text) : word === text) ? [number] : [],
  );
}

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'access',
        'ACCESS',
        'accessory',
        'acces',
        'Maßnahmen',
        'MASSNAHME',
        'A\u0308',
        'Über',
        'ÜBER',
      ),
      fc.constantFrom(
        '27001',
        'Čas',
        '日本',
        '日本語',
        ' ',
        '-',
        '\n',
        '–',
        '→',
        '✅\ufe0f',
        '🔒',
        '\u00b2',
        '½',
      ),
      fc.constantFrom('\u212a', '\u0130', 'ς', '\u0308', '\0', '≠', '=\u0338', '\ud800', '𝐀', '①', '’'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('the words of a text by their class', () => {
  it('are those of wordsOf', () => {
    fc.assert(
      fc.property(text, (each) => {
        const run = createWordRun();
        readWords(tree, each, run);
        const found = [...run.classes.subarray(0, run.length)].map((word) => wordsOfClass(tree, word).sort());
        assert.deepEqual(found, wordsOf(each).map(matching));
      }),
      { numRuns: 3000 },
    );
  });

  it('stand where they were written', () => {
    fc.assert(
      fc.property(text, (each) => {
        const run = createWordRun();
        readPlacedWords(tree, each, 0, run);
        const expected = [...each.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          matches: matching(foldText(match[0])),
        }));
        const found = expected.map((_, at) => ({
          start: run.starts[at],
          end: run.ends[at],
          matches: wordsOfClass(tree, run.classes[at] ?? 0).sort(),
        }));
        assert.equal(run.length, expected.length);
        assert.deepEqual(found, expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('are added to those that are there, or none of them', () => {
    const run = createWordRun();
    assert.ok(readPlainWords(tree, 'x access y', 1, 8, run));
    assert.equal(readPlainWords(tree, 'access e\u0301', 0, 9, run), false);
    assert.equal(run.length, 1);
  });

  it('are without number', () => {
    const run = createWordRun();
    readWords(tree, 'access '.repeat(5000), run);
    assert.equal(run.length, 5000);
    assert.ok([...run.classes.subarray(0, 5000)].every((word) => word === run.classes[0]));
  });
});
