import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressedElements, createTermIndex } from '../../server/src/engine/catalog/terms';
import { createSectionReader } from '../../server/src/engine/index/sectionWords';
import { createTextReader } from '../../server/src/engine/index/settledText';
import { sentencesOf } from '../../server/src/engine/text/sentences';
import { wordsOf } from '../../server/src/engine/text/words';
import { createWordTree, wordsOfClass } from '../../server/src/engine/text/wordTree';
import { catalogData, engine } from '../harness/engine';

const wording = catalogData.controls.flatMap(({ card, title }) => [title, ...card.wording]);
const cardWords = [...new Set(wording.flatMap((sentence) => sentence.split(/\s+/)))];

const mark = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '- ',
    '1. ',
    '| ',
    ' |',
    '\n| a | b |\n|---|---|\n',
    '```\n',
    '\n# ',
    '\n## ',
    '===\n',
  ],
  ...[
    '> ',
    '- # ',
    '<!--',
    '-->',
    '](',
    '[a](b.md)',
    '. ',
    '! ',
    'e.g. ',
    ':\n\n',
    'x\u0308',
    '\u00a0',
    '→',
    '日',
  ],
  ...['✅\ufe0f ', '\0', 'a<!-- b -->c ', 'Maßnahmen ', 'the ', 'must ', 'and ', 'der ', 'und ', 'ist '],
);
const markdown = fc
  .array(
    fc.oneof(
      mark,
      fc.constantFrom(...cardWords).map((word) => `${word} `),
      fc.constantFrom(...wording).map((sentence) => `${sentence} `),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

/** The sections of a document: the words of the heading, and the sentences below it with their introductions. */
function sectionsOf(text: string): { readonly heading: string; readonly sentences: readonly string[] }[] {
  const { headings } = engine.read('policies/a.md', text, undefined).facts.body;
  return ['', ...headings.map((heading) => heading.text)].map((heading, number) => ({
    heading,
    sentences: sentencesOf(text.slice(headings[number - 1]?.span.start ?? 0, headings[number]?.span.start)),
  }));
}

function bodyOf(text: string): Parameters<ReturnType<typeof createTextReader>>[0] {
  return { text, start: 0, headings: engine.read('policies/a.md', text, undefined).facts.body.headings };
}

describe('the words of sections', () => {
  it('are those of their sentences', () => {
    const known = [...new Set([...cardWords.flatMap(wordsOf), 'x', 'a', 'ac', '日'])];
    const tree = createWordTree(known.map((text) => ({ text, stem: false })));
    const readSections = createSectionReader(tree);
    const numberOf = (word: string): number => known.indexOf(word);
    fc.assert(
      fc.property(markdown, (text) => {
        const found: unknown[] = [];
        readSections(bodyOf(text), ({ title, words, starts }) => {
          const numbers = [...words.classes.subarray(0, words.length)].map(
            (each) => wordsOfClass(tree, each)[0] ?? -1,
          );
          found.push({
            heading: title.length,
            sentences: starts.slice(0, -1).map((start, at) => numbers.slice(start, starts[at + 1])),
          });
        });
        const expected = sectionsOf(text).map(({ heading, sentences }) => ({
          heading: wordsOf(heading).length,
          sentences: sentences.map((sentence) => wordsOf(sentence).map(numberOf)),
        }));
        assert.deepEqual(found, expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('createTextReader', () => {
  const ids = catalogData.controls.map(({ id }) => id);
  const index = createTermIndex(catalogData.terms);
  const read = createTextReader(index);

  /** Eight sentences in a row with the heading above them, each time four further. */
  function passagesOf(text: string): string[] {
    return sectionsOf(text).flatMap(({ heading, sentences }) => {
      const passages: string[] = [];
      for (let at = 0; at === 0 || at + 4 < sentences.length; at += 4)
        passages.push([heading, ...sentences.slice(at, at + 8)].join(' '));
      return passages;
    });
  }

  it('finds what stands in a passage', () => {
    let found = 0;
    fc.assert(
      fc.property(markdown, fc.subarray(ids, { minLength: 1 }), (text, controls) => {
        const { language, elements } = read(bodyOf(text), controls);
        const expected = addressedElements(index, passagesOf(text), controls);
        found += elements.size;
        assert.deepEqual(elements, language === undefined ? new Map() : expected);
      }),
      { numRuns: 1000, seed: 4 },
    );
    assert.ok(found > 1000, String(found));
  });

  it('tells the language by the words that nearly every sentence needs', () => {
    const languageOf = (text: string): string | undefined => read(bodyOf(text), []).language;
    assert.equal(languageOf('# The rules\n\nThe owner of a system approves access to it.\n'), 'en');
    assert.equal(languageOf('# Regeln\n\nDer Eigentümer ist verantwortlich und wird gefragt.\n'), 'de');
    assert.equal(languageOf('# Rules\n\nThe the the.\n'), undefined);
    assert.equal(languageOf(`The access of ${'utilisateurs '.repeat(60)}.`), undefined);
    assert.equal(languageOf(''), undefined);
  });
});
