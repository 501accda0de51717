import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  appendControl,
  editableList,
  editControlList,
  losesWords,
  type EditableList,
} from '../../../server/src/engine/edits/controlList';
import { applyEdits, type TextEdit } from '../../../server/src/engine/text/edits';
import { engine } from '../../harness/engine';

/** The first control list of a file. */
function listIn(text: string): EditableList {
  const { facts, source } = engine.read('policy.md', text, undefined);
  const editable = editableList(source.text, facts, facts.controlLists[0]?.number ?? -1);
  assert.ok(editable !== undefined, 'the text holds no control list');
  return editable;
}

function idsIn(text: string): string[] {
  return listIn(text).references.flatMap((reference) => [...reference.mention.ids]);
}

/** The text after putting `changes` (id → ids) in place; `undefined` where no clean edit is possible. */
function edited(text: string, changes: Readonly<Record<string, readonly string[]>>): string | undefined {
  const editable = listIn(text);
  const wanted = editable.references.flatMap(({ mention }) => {
    const ids = changes[mention.ids[0] ?? ''];
    return ids === undefined ? [] : [[mention, ids] as const];
  });
  const edits = editControlList(editable, new Map(wanted));
  return edits === undefined ? undefined : applyEdits(text, edits);
}

const wrapped = (yaml: string): string => `---\ntitle: T\n${yaml}\nowner: O\n---\n\nText A.5.1.\n`;

describe('editControlList', () => {
  const cases: readonly (readonly [
    name: string,
    before: string,
    changes: Record<string, readonly string[]>,
    after: string,
  ])[] = [
    [
      'removes the last of a flow list',
      'controls: ["A.5.1", "A.5.2"]',
      { 'A.5.2': [] },
      'controls: ["A.5.1"]',
    ],
    [
      'removes the first of a flow list',
      'controls: ["A.5.1", "A.5.2"]',
      { 'A.5.1': [] },
      'controls: ["A.5.2"]',
    ],
    [
      'removes from the middle of a flow list',
      "controls: ['A.5.1','A.5.2' , A.5.3]",
      { 'A.5.2': [] },
      "controls: ['A.5.1' , A.5.3]",
    ],
    [
      'removes several at once',
      'controls: [A.5.1, A.5.2, A.5.3, A.5.4]',
      { 'A.5.1': [], 'A.5.2': [], 'A.5.4': [] },
      'controls: [A.5.3]',
    ],
    [
      'removes a line of a flow list',
      'controls: [\n  "A.5.1", # one\n  "A.5.2", # two\n]',
      { 'A.5.1': [] },
      'controls: [\n  "A.5.2", # two\n]',
    ],
    [
      'leaves a comma before the bracket, which YAML allows',
      'controls: [\n  "A.5.1",\n  "A.5.2"\n]',
      { 'A.5.2': [] },
      'controls: [\n  "A.5.1",\n]',
    ],
    [
      'removes an item of a wrapped flow list',
      'controls: [A.5.1,\n  A.5.2, A.5.3]',
      { 'A.5.2': [] },
      'controls: [A.5.1, A.5.3]',
    ],
    [
      'removes a line of a block list',
      'controls:\n  - "A.5.1"\n  - A.5.2\n  - A.5.3',
      { 'A.5.2': [] },
      'controls:\n  - "A.5.1"\n  - A.5.3',
    ],
    [
      'removes the first line of a block list without indent',
      'controls:\n- A.5.1\n- A.5.2',
      { 'A.5.1': [] },
      'controls:\n- A.5.2',
    ],
    [
      'removes the comment with its line and keeps the others',
      'controls:\n  - A.5.1 # one\n  # about two\n  - A.5.2 # two',
      { 'A.5.1': [] },
      'controls:\n  # about two\n  - A.5.2 # two',
    ],
    ['removes the last line', 'controls:\n  - A.5.1\n  - A.5.2', { 'A.5.2': [] }, 'controls:\n  - A.5.1'],
    [
      'keeps CRLF',
      'controls:\r\n  - A.5.1\r\n  - A.5.2\r\n  - A.5.3',
      { 'A.5.2': [] },
      'controls:\r\n  - A.5.1\r\n  - A.5.3',
    ],
    ['removes the last of a comma list', 'controls: A.5.1, A.5.2', { 'A.5.2': [] }, 'controls: A.5.1'],
    [
      'removes the first of a quoted comma list',
      'controls: "A.5.1, A.5.2; A.5.3"',
      { 'A.5.1': [] },
      'controls: "A.5.2; A.5.3"',
    ],
    [
      'removes an id with its words',
      'controls: "A.5.1 Policies, A.5.2 Roles and duties, A.5.3 Segregation"',
      { 'A.5.2': [] },
      'controls: "A.5.1 Policies, A.5.3 Segregation"',
    ],
    [
      'removes the last with its words',
      'controls: "A.5.1 Policies and A.5.2 Roles"',
      { 'A.5.2': [] },
      'controls: "A.5.1 Policies"',
    ],
    [
      'removes from a list parted by blanks',
      'controls: A 5.1 A 5.2 A 5.3',
      { 'A.5.2': [] },
      'controls: A 5.1 A 5.3',
    ],
    [
      'removes within one item of several',
      'controls:\n  - "A.5.1, A.5.2"\n  - A.5.3',
      { 'A.5.2': [] },
      'controls:\n  - "A.5.1"\n  - A.5.3',
    ],
    [
      'removes the item where all its ids go',
      'controls:\n  - A.5.3\n  - "A.5.1, A.5.2"',
      { 'A.5.1': [], 'A.5.2': [] },
      'controls:\n  - A.5.3',
    ],
    [
      'replaces in place and keeps quotes',
      'controls: ["A.9.2.1", \'A.5.2\']',
      { 'A.9.2.1': ['A.5.16'] },
      'controls: ["A.5.16", \'A.5.2\']',
    ],
    [
      'keeps the words behind a replaced id',
      'controls:\n  - A.9.2.1 User registration  # since 2016',
      { 'A.9.2.1': ['A.5.16'] },
      'controls:\n  - A.5.16 User registration  # since 2016',
    ],
    [
      'puts several into a flow list',
      "controls: ['A.9.2', A.5.1]",
      { 'A.9.2': ['A.5.16', 'A.5.18'] },
      "controls: ['A.5.16', 'A.5.18', A.5.1]",
    ],
    [
      'puts several into a block list',
      'controls:\n  - "A.9.2"  # access\n  - A.5.1',
      { 'A.9.2': ['A.5.16', 'A.5.18'] },
      'controls:\n  - "A.5.16"  # access\n  - "A.5.18"\n  - A.5.1',
    ],
    [
      'puts several into a CRLF block list',
      'controls:\r\n- A.9.2\r\n- A.5.1',
      { 'A.9.2': ['A.5.16', 'A.5.18'] },
      'controls:\r\n- A.5.16\r\n- A.5.18\r\n- A.5.1',
    ],
    [
      'puts several into a comma list',
      'controls: "A.9.2, A.5.1"',
      { 'A.9.2': ['A.5.16', 'A.5.18'] },
      'controls: "A.5.16, A.5.18, A.5.1"',
    ],
    [
      'puts several before the words of an item',
      'controls:\n  - A.9.2 Access',
      { 'A.9.2': ['A.5.16', 'A.5.18'] },
      'controls:\n  - A.5.16, A.5.18 Access',
    ],
    [
      'replaces and removes at once',
      'controls: [A.9.1.1, A.9.1.2, A.5.1]',
      { 'A.9.1.1': ['A.5.15'], 'A.9.1.2': [] },
      'controls: [A.5.15, A.5.1]',
    ],
    ['replaces a range', 'controls: ["A.9.2.1–A.9.2.3"]', { 'A.9.2.1': ['A.5.16'] }, 'controls: ["A.5.16"]'],
    [
      'replaces the id of an item with keys of its own',
      'controls:\n  - id: A.9.2.1\n    note: x',
      { 'A.9.2.1': ['A.5.16'] },
      'controls:\n  - id: A.5.16\n    note: x',
    ],
    [
      'edits a list inside a group',
      'satisfies:\n  ISO27001:\n    - A.5.1\n    - A.5.2',
      { 'A.5.1': [] },
      'satisfies:\n  ISO27001:\n    - A.5.2',
    ],
    [
      'edits a literal block',
      'controls: |\n  A.5.1\n  A.5.2\n  A.5.3',
      { 'A.5.2': [] },
      'controls: |\n  A.5.1\n  A.5.3',
    ],
  ];
  for (const [name, before, changes, after] of cases) {
    const eol = before.includes('\r\n') ? '\r\n' : '\n';
    const file = (yaml: string): string =>
      eol === '\r\n' ? wrapped(yaml).replace(/\r?\n/g, '\r\n') : wrapped(yaml);
    it(name, () => assert.equal(edited(file(before), changes), file(after)));
  }

  const refused: readonly (readonly [
    name: string,
    before: string,
    changes: Record<string, readonly string[]>,
  ])[] = [
    ['does not empty a flow list', 'controls: ["A.5.1"]', { 'A.5.1': [] }],
    ['does not empty a block list', 'controls:\n  - A.5.1\n  - A.5.2', { 'A.5.1': [], 'A.5.2': [] }],
    ['does not empty a scalar', 'controls: A.5.1', { 'A.5.1': [] }],
    ['does not take an id out of a chain that leans on it', 'controls: ["A.5.15-16-18"]', { 'A.5.15': [] }],
    [
      'does not guess whose comment stands between two items',
      'controls: [A.5.1, # which?\n  A.5.2, A.5.3]',
      { 'A.5.2': [] },
    ],
    [
      'does not drop an item with keys of its own',
      'controls:\n  - id: A.5.1\n    note: x\n  - A.5.2',
      { 'A.5.1': [] },
    ],
  ];
  for (const [name, before, changes] of refused)
    it(name, () => assert.equal(edited(wrapped(before), changes), undefined));
});

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

describe('any list', () => {
  interface Shape {
    readonly text: string;
    readonly ids: readonly string[];
  }
  const uniqueIds = fc
    .uniqueArray(fc.integer({ min: 1, max: 34 }), { minLength: 1, maxLength: 8 })
    .map((numbers) => numbers.map((number) => `A.8.${number}`));
  const comment = fc.constantFrom('', ' # why: "so", [really]', '  #');
  const quote = fc.constantFrom('"', "'", '');
  const words = fc.constantFrom('', ' Title of it', ' — 🔒 words');
  const layout = fc.constantFrom('flow', 'flow lines', 'block', 'flat block', 'scalar', 'nested');
  const shapes: fc.Arbitrary<Shape> = fc
    .tuple(
      uniqueIds,
      fc.array(fc.tuple(comment, quote, words), { minLength: 8, maxLength: 8 }),
      layout,
      fc.boolean(),
      fc.boolean(),
    )
    .map(([ids, styles, kind, crlf, comma]) => {
      const style = (index: number): readonly [string, string, string] => styles[index] ?? ['', '', ''];
      const item = (id: string, index: number): string =>
        `${style(index)[1]}${id}${style(index)[2]}${style(index)[1]}`;
      const lines = (prefix: string): string =>
        ids.map((id, index) => `${prefix}${item(id, index)}${style(index)[0]}`).join('\n');
      const flowLines = ids
        .map(
          (id, index) =>
            `  ${item(id, index)}${index < ids.length - 1 || comma ? ',' : ''}${style(index)[0]}`,
        )
        .join('\n');
      const yaml: Record<string, string> = {
        flow: `controls: [${ids.map(item).join(', ')}]`,
        'flow lines': `controls: [\n${flowLines}\n]`,
        block: `controls:\n${lines('  - ')}`,
        'flat block': `controls:\n${lines('- ')}`,
        scalar: `controls: "${ids.map((id, index) => `${id}${style(index)[2]}`).join(', ')}"`,
        nested: `frameworks:\n  iso27001:\n    controls:\n${lines('      - ')}`,
      };
      const text = wrapped(yaml[kind] ?? '');
      return { text: crlf ? text.replace(/\n/g, '\r\n') : text, ids };
    });

  /** Everything outside the edits is as it was, byte for byte. */
  function assertOnlyEdited(before: string, after: string, edits: readonly TextEdit[]): void {
    let from = 0;
    let shift = 0;
    for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      assert.equal(after.slice(from + shift, edit.span.start + shift), before.slice(from, edit.span.start));
      shift += edit.newText.length - (edit.span.end - edit.span.start);
      from = edit.span.end;
    }
    assert.equal(after.slice(from + shift), before.slice(from));
  }

  it('is read as written', () => {
    fc.assert(fc.property(shapes, ({ text, ids }) => assert.deepEqual(idsIn(text), ids)));
  });

  it('reads back exactly the ids that an edit leaves and adds, and nothing else of the file changes', () => {
    const fates = fc.array(
      fc.constantFrom<readonly string[] | 'keep'>('keep', 'keep', [], ['A.5.1'], ['A.5.2', 'A.5.3']),
      { minLength: 8, maxLength: 8 },
    );
    let applied = 0;
    fc.assert(
      fc.property(shapes, fates, ({ text, ids }, fate) => {
        const editable = listIn(text);
        const changes = new Map(
          editable.references.flatMap(({ mention }, index) =>
            fate[index] === 'keep' ? [] : [[mention, fate[index] as readonly string[]] as const],
          ),
        );
        const edits = editControlList(editable, changes);
        const expected = ids.flatMap((id, index) => (fate[index] === 'keep' ? [id] : (fate[index] ?? [])));
        if (edits === undefined) return assert.deepEqual(expected, []);
        const after = applyEdits(text, edits);
        assert.deepEqual(idsIn(after), expected);
        assertOnlyEdited(text, after, edits);
        applied++;
      }),
      { numRuns: 1000 },
    );
    assert.ok(applied > 500, `only ${applied} edits were possible`);
  });

  it('refuses an edit only where nothing would be left', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), ({ text, ids }, seed) => {
        const editable = listIn(text);
        const reference = editable.references[seed % ids.length];
        assert.ok(reference !== undefined);
        const edits = editControlList(editable, new Map([[reference.mention, []]]));
        assert.equal(edits === undefined, ids.length === 1);
      }),
    );
  });

  it('reads back the appended id last', () => {
    fc.assert(
      fc.property(shapes, ({ text, ids }) => {
        const edits = appendControl(listIn(text), 'A.6.1');
        assert.ok(edits !== undefined);
        const after = applyEdits(text, edits);
        assert.deepEqual(idsIn(after), [...ids, 'A.6.1']);
        assertOnlyEdited(text, after, edits);
      }),
    );
  });

  it('leaves the other keys and the body as they were', () => {
    fc.assert(
      fc.property(shapes, ({ text }) => {
        const edits = appendControl(listIn(text), 'A.6.1') ?? [];
        const { facts } = engine.read('policy.md', applyEdits(text, edits), undefined);
        assert.equal(facts.frontMatter?.readable, true);
        assert.deepEqual(
          facts.metadata.map((fact) => fact.value),
          ['T', 'O'],
        );
        assert.deepEqual(
          facts.citations.map(({ mention }) => mention.text),
          ['A.5.1'],
        );
      }),
    );
  });
});
