import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createVagueMemory } from '../../server/src/engine/index/vagueReader';
import { vagueStatements } from '../../server/src/engine/normative/vagueStatements';
import { engine } from '../harness/engine';

it('reads the vague words of a document once, and anew when its text is another', () => {
  const asked: string[] = [];
  const modality = (sentence: string): ReturnType<typeof engine.vocabulary.modality> => {
    asked.push(sentence);
    return engine.vocabulary.modality(sentence);
  };
  const read = createVagueMemory({ ...engine.vocabulary, modality }).read;
  const sentence = 'Staff must change passwords regularly.';
  const first = engine.read('policies/a.md', `${sentence}\n\nGuests must not enter.\n`, undefined);
  const other = engine.read('policies/a.md', 'Staff may change passwords regularly.\n', undefined);

  assert.deepEqual(read(first), vagueStatements(first, engine.vocabulary));
  assert.deepEqual(
    read(first).map((words) => words.map(({ text }) => text)),
    [['regularly']],
  );
  assert.equal(read(first), read(first));
  // Sentences without vague words are not looked at.
  assert.ok(asked.every((text) => sentence.startsWith(text)));

  assert.deepEqual(read(other), []);
  assert.deepEqual(read({ ...first, source: other.source }), read(other));
});

it('reads nothing where it is told what was found in the text before', () => {
  const modality = (): never => assert.fail('read anew');
  const memory = createVagueMemory({ ...engine.vocabulary, modality });
  const document = engine.read('policies/a.md', 'Staff must change passwords regularly.\n', undefined);
  const found = vagueStatements(document, engine.vocabulary);
  assert.equal(memory.known(document.source), undefined);
  memory.recall(document.source, found);
  assert.equal(memory.read(document), found);
  assert.equal(memory.known(document.source), found);
});
