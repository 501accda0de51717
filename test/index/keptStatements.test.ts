import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createStatementReader } from '../../server/src/engine/index/keptStatements';
import { normativeStatements } from '../../server/src/engine/normative/statements';
import { engine } from '../harness/engine';

it('reads the rules of a document once, and anew when its text is another', () => {
  const asked: string[] = [];
  const modality = (sentence: string): ReturnType<typeof engine.vocabulary.modality> => {
    asked.push(sentence);
    return engine.vocabulary.modality(sentence);
  };
  const statements = createStatementReader({ ...engine.vocabulary, modality });
  const first = engine.read('policies/a.md', 'Staff must lock their screens.\n', undefined);
  const other = engine.read('policies/a.md', 'Staff may lock their screens.\n', undefined);

  assert.deepEqual(statements(first), normativeStatements(first, engine.vocabulary));
  assert.equal(statements(first), statements(first));
  assert.deepEqual(asked, ['Staff must lock their screens.']);

  assert.deepEqual(
    statements(other).map((statement) => statement.modality),
    ['may'],
  );
  assert.deepEqual(statements({ ...first, source: other.source }), statements(other));
});
