import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editControlList } from '../../../server/src/engine/edits/controlList';
import { applyEdits } from '../../../server/src/engine/text/edits';
import { listIn, wrapped } from '../../harness/controlList';

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
