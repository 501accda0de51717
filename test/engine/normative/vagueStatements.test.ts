import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normativeStatements } from '../../../server/src/engine/normative/statements';
import { vagueStatements } from '../../../server/src/engine/normative/vagueStatements';
import { engine } from '../../harness/engine';

const { vocabulary } = engine;
type Read = ReturnType<typeof engine.read>;

const ASKS: ReadonlySet<string> = new Set(['must', 'must-not', 'should', 'should-not']);

/** The rules that ask and hold vague words, found by reading every sentence of a document. */
function rulesWithVagueWords(document: Read): string[] {
  return normativeStatements(document, vocabulary)
    .filter(({ modality, text, plain }) => {
      const item = plain.split(' ').length <= 12 && !/[.;:]\s/.test(text);
      return ASKS.has(modality) && (vocabulary.modality(text) !== undefined || item);
    })
    .flatMap(({ span }) =>
      vocabulary.vagueWords
        .find(document.source.text.slice(span.start, span.end))
        .slice(0, 1)
        .map((words) => `${span.start + words.span.start} ${words.text}`),
    );
}

/** The same by reading only the blocks in which vague words stand. */
function foundDirectly(document: Read): string[] {
  return vagueStatements(document, vocabulary).flatMap((passages) =>
    passages.slice(0, 1).map(({ span, text }) => `${span.start} ${text}`),
  );
}

/** What every sentence of these texts may hold: words that are vague in any clause, so that the clause does not matter. */
const piece = fc.constantFrom(
  ...['\n', '\n\n', '\r\n', '- ', '2. ', '| ', ' |', '\n| a | b |\n| --- | --- |\n', '> ', '# ', '\n```\n'],
  ...['Staff must ', 'Staff must:\n\n', 'darf nicht ', 'may ', 'etc', ' usw', ' und so weiter', ' and so on'],
  ...[
    'and ',
    'so\non ',
    '<!-- etc -->',
    '](etc)',
    '[etc](must)',
    '. ',
    'Ä',
    'a\u0308',
    '\u00a0',
    '<b etc>',
    'or ',
  ],
  ...[
    '\n## References\n\n',
    '**Owner:** ',
    'A.5.15 ',
    '\n\nRelated controls:\n\n',
    'ETC',
    'etc\u0308',
    'Bücher, ',
  ],
);

describe('vagueStatements', () => {
  it('finds what reading every sentence finds', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }).map((pieces) => `# Rules\n\n${pieces.join('')}`),
        (text) => {
          const document = engine.read('policies/a.md', text, undefined);
          const expected = rulesWithVagueWords(document);
          found += expected.length;
          assert.deepEqual(foundDirectly(document), expected);
        },
      ),
      { numRuns: 1500, seed: 6 },
    );
    assert.ok(found > 100, String(found));
  });

  it('leaves a row of a table of metadata alone', () => {
    const text =
      '# A\n\n| Field | Value |\n| --- | --- |\n| Owner | CISO |\n| Note | Staff must lock doors etc. |\n';
    assert.deepEqual(foundDirectly(engine.read('policies/a.md', text, undefined)), []);
  });
});
