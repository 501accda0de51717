import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressedElements, createTermIndex } from '../../server/src/engine/catalog/terms';
import { compileTerms } from '../../server/tools/catalog/compileTerms';
import { termProblems, type TermGroups } from '../../server/tools/catalog/termSyntax';
import { catalogData } from '../harness/engine';

const GROUPS: TermGroups = {
  approve: ['approv*', 'sign* off', 'genehmig*'],
  owner: ['owner*', 'Eigentümer*'],
};

/** Whether a sentence holds a term, tried as the only term of the only element of a control. */
function holds(term: string, sentence: string): boolean {
  const elements = [{ id: 'tried', question: '', terms: { any: [term] } }];
  const tried = { id: 'A.1.1', card: { elements } };
  return addressedElements(
    createTermIndex(compileTerms({ controls: [tried], termGroups: GROUPS })),
    [sentence],
    ['A.1.1'],
  ).has('A.1.1');
}

describe('terms', () => {
  const matches: readonly (readonly [term: string, sentence: string, expected: boolean])[] = [
    ['key rotation', 'Key rotation takes place yearly.', true],
    ['key rotation', 'Rotation of the key takes place yearly.', false],
    ['key', 'The monkey eats.', false],
    ['key', 'Keys are sorted.', false],
    ['key*', 'Keys are sorted.', true],
    ['rotat*', 'We autorotate tyres.', false],
    ['access right* + review*', 'Reviews cover each access right.', true],
    ['access right* + review*', 'Each access right expires.', false],
    ['need-to-know', 'Access follows need to know.', true],
    ['need-to-know', 'Access follows the Need-to-Know principle.', true],
    ['multi-factor', 'Multifactor sign-in is on.', true],
    ['re-screen*', 'HR rescreens managers.', true],
    ['rescreen*', 'HR re-screens managers.', false],
    ['Zutritts- und Zugangs*', 'Die Zutritts- und Zugangsregeln gelten.', true],
    ['TLS 1.2', 'At least TLS 1.2 is on.', true],
    ['TLS 1.2', 'At least TLS 1.3 is on.', false],
    ['Schließanlage*', 'Die Schliessanlagen prüft der Hausmeister.', true],
    ['Prüfung*', 'Die Pru\u0308fungen sind j\u00e4hrlich.', true],
    ['PRÜFUNG', 'die prüfung', true],
    ['passw*|Kennw* + reset*', 'Das Kennwort: reset durch den Helpdesk.', true],
    ['@owner + @approve', 'Der Eigentümer genehmigt den Antrag.', true],
    ['@owner + @approve', 'The owner must sign it off.', false],
    ['@owner + @approve', 'The owner must sign off each request.', true],
    ['access* + access right*', 'Each access right is listed.', false],
    ['access* + access right*', 'Access follows from an access right.', true],
    ['review* + review*', 'A review is due.', true],
  ];
  for (const [term, sentence, expected] of matches) {
    it(`"${term}" ${expected ? 'matches' : 'does not match'} "${sentence}"`, () => {
      assert.equal(holds(term, sentence), expected);
    });
  }

  it('needs all patterns in one sentence', () => {
    const index = createTermIndex(catalogData.terms);
    const together = addressedElements(index, ['Least privilege and need to know apply.'], ['A.5.15']);
    assert.deepEqual([...(together.get('A.5.15') ?? [])], ['access-principles']);
    assert.deepEqual(addressedElements(index, ['The owner decides.', 'Access is free.'], ['A.5.15']).size, 0);
  });

  it('looks only at the controls that are asked for', () => {
    const index = createTermIndex(catalogData.terms);
    const sentences = ['Multi-factor authentication is mandatory for remote access.'];
    assert.deepEqual([...addressedElements(index, sentences, ['A.8.5']).keys()], ['A.8.5']);
    assert.equal(addressedElements(index, sentences, []).size, 0);
    assert.equal(addressedElements(index, sentences, ['A.99.1']).size, 0);
  });

  it('finds with all controls at once what it finds with each alone', () => {
    const index = createTermIndex(catalogData.terms);
    const ids = catalogData.controls.map((control) => control.id);
    const sentence = catalogData.controls.map((control) => control.card.wording[0] ?? '').join(' ');
    const together = addressedElements(index, [sentence], ids);
    for (const id of ids)
      assert.deepEqual(addressedElements(index, [sentence], [id]).get(id), together.get(id));
  });

  it('never finds less when words are added to a sentence at its end', () => {
    const index = createTermIndex(catalogData.terms);
    const vocabulary = [
      'access',
      'rights',
      'owner',
      'approves',
      'review',
      'quarterly',
      'each',
      'Konto',
      'sperren',
      'backup',
    ];
    const sentence = fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 });
    fc.assert(
      fc.property(sentence, sentence, (some, more) => {
        const found = (words: readonly string[]): ReadonlySet<string> =>
          addressedElements(index, [words.join(' ')], ['A.5.18']).get('A.5.18') ?? new Set<string>();
        const all = found([...some, ...more]);
        for (const element of found(some)) assert.ok(all.has(element), element);
      }),
    );
  });

  it('takes time that grows with the text alone, also where one sentence repeats the words of terms', () => {
    const index = createTermIndex(catalogData.terms);
    const ids = catalogData.controls.map((control) => control.id);
    const time = (words: number): number => {
      const text = 'access owner approv review quarterly '.repeat(words);
      const start = process.cpuUsage();
      addressedElements(index, [text], ids);
      return process.cpuUsage(start).user;
    };
    time(1000);
    const [short, long] = [
      Math.min(time(2000), time(2000), time(2000)),
      Math.min(time(16000), time(16000), time(16000)),
    ];
    assert.ok(long < short * 8 * 4, `8 times the text took ${(long / short).toFixed(1)} times as long`);
  });
});

describe('termProblems', () => {
  const malformed: readonly (readonly [term: string, problem: RegExp])[] = [
    ['access+owner', /a "\+" that does not stand between/],
    ['+ owner', /a "\+" that does not stand between/],
    ['owner +', /a "\+" that does not stand between/],
    ['own*er', /a "\*" that does not end a word/],
    ['* owner', /a "\*" that does not end a word/],
    ['owner | ', /a pattern without words/],
    ['owner (system)', /a sign that is neither letter/],
    ['o*', /the stem "o\*", which begins too many words/],
    ['@nobody + owner', /the group "@nobody", which does not exist/],
    ['', /a pattern without words/],
  ];
  for (const [term, problem] of malformed) {
    it(`reports "${term}"`, () => {
      assert.match(termProblems(term, GROUPS).join('\n'), problem);
    });
  }

  it('accepts what the language has', () => {
    for (const term of [
      'need-to-know',
      'sign* off + @owner|CISO',
      'S/MIME',
      'security.txt',
      'sign-in*',
      'Zutritts-, Zugangs- und Zugriff*',
    ]) {
      assert.deepEqual(termProblems(term, GROUPS), [], term);
    }
  });
});
