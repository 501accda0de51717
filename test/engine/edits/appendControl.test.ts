import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendControl, losesWords } from '../../../server/src/engine/edits/controlList';
import { applyEdits } from '../../../server/src/engine/text/edits';
import { listIn, wrapped } from '../../harness/controlList';

describe('appendControl', () => {
  const appended = (text: string): string | undefined => {
    const edits = appendControl(listIn(text), 'A.8.1');
    return edits === undefined ? undefined : applyEdits(text, edits);
  };
  const cases: readonly (readonly [before: string, after: string | undefined])[] = [
    ['controls: ["A.5.1"]', 'controls: ["A.5.1", "A.8.1"]'],
    ["controls: ['A.5.1', 'A.5.2']", "controls: ['A.5.1', 'A.5.2', 'A.8.1']"],
    ['controls: [A.5.1, ]', 'controls: [A.5.1, A.8.1, ]'],
    ['controls: []', 'controls: ["A.8.1"]'],
    ['controls: [ ]', 'controls: ["A.8.1"]'],
    [
      'controls: [\n  "A.5.1",\n  "A.5.2" # two\n]',
      'controls: [\n  "A.5.1",\n  "A.5.2", # two\n  "A.8.1"\n]',
    ],
    [
      'controls: [\n  "A.5.1",\n  "A.5.2", # two\n]',
      'controls: [\n  "A.5.1",\n  "A.5.2", # two\n  "A.8.1",\n]',
    ],
    ['controls:\n  - "A.5.1"  # one', 'controls:\n  - "A.5.1"  # one\n  - "A.8.1"'],
    ['controls:\n- A.5.1', 'controls:\n- A.5.1\n- A.8.1'],
    ['controls:\n  - A.5.1 Policies', 'controls:\n  - A.5.1 Policies\n  - A.8.1'],
    ['controls:', 'controls: ["A.8.1"]'],
    ['controls: # none yet', 'controls: ["A.8.1"] # none yet'],
    ['controls: ""', 'controls: ["A.8.1"]'],
    ['controls: null', 'controls: ["A.8.1"]'],
    ['controls: A.5.1, A.5.2', 'controls: A.5.1, A.5.2, A.8.1'],
    ['controls: "A.5.1 Policies"', 'controls: "A.5.1 Policies, A.8.1"'],
    ['controls: 5.10', undefined],
    ['controls: see the annex', undefined],
    ['controls: |\n  A.5.1', undefined],
    ['controls:\n  - id: A.5.1', undefined],
    ['controls: [ # none yet\n]', undefined],
  ];
  for (const [before, after] of cases) {
    it(`${JSON.stringify(before)} ${after === undefined ? 'is left alone' : 'grows in its style'}`, () => {
      assert.equal(appended(wrapped(before)), after === undefined ? undefined : wrapped(after));
    });
  }

  it('keeps CRLF', () => {
    const file = (yaml: string): string => wrapped(yaml).replace(/\n/g, '\r\n');
    assert.equal(appended(file('controls:\n  - A.5.1 # one')), file('controls:\n  - A.5.1 # one\n  - A.8.1'));
  });
});

describe('losesWords', () => {
  const cases: readonly (readonly [yaml: string, loses: boolean])[] = [
    ['controls: [A.5.1, "A.5.3"]', false],
    ['controls:\n  - A.5.1\n  - A.5.3 Segregation of duties', false],
    ['controls:\n  - A.5.1\n  - "A.5.3 — Segregation of Duties"', false],
    ['controls:\n  - A.5.1\n  - A.5.3 only in finance', true],
    ['controls:\n  - A.5.1\n  - A.5.3 # only in finance', true],
    ['controls:\n  - A.5.1\n  - id: A.5.3', true],
    ['controls: "A.5.1, A.5.3 and A.5.4"', false],
    ['controls: "A.5.1, A.5.3 only in finance, A.5.4"', true],
    ['controls:\n  - A.5.1\n  - for finance A.5.3', true],
  ];
  for (const [yaml, loses] of cases) {
    it(`${JSON.stringify(yaml)}: ${loses}`, () => {
      const editable = listIn(wrapped(yaml));
      const mention = editable.references.find((each) => each.mention.ids[0] === 'A.5.3')?.mention;
      assert.ok(mention !== undefined);
      assert.equal(losesWords(editable, mention, ['Segregation of duties']), loses);
    });
  }
});
