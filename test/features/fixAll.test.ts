import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../server/src/engine/check/finding';
import { fixAll, safeFixes, type Fixer } from '../../server/src/engine/features/fixAll';
import type { Isms } from '../../server/src/engine/index/model';
import { RULES } from '../../server/src/engine/rules/registry';
import { applyEdits } from '../../server/src/engine/text/edits';
import { engine, ismsOf, TODAY } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const fixer: Fixer = {
  check: (isms) => engine.check(isms, { today: TODAY }).findings,
  withText: (isms, path, text) => {
    const files = new Map(isms.files).set(path, engine.read(path, text, isms.config));
    return engine.build({ config: isms.config, files, unreadable: isms.unreadable, tree: isms.tree });
  },
};

function fixed(literal: string, path: string): string {
  const isms = ismsOf(parseFixture(literal));
  return applyEdits(isms.files.get(path)?.source.text ?? '', fixAll(isms, path, fixer));
}

describe('fix all', () => {
  it('applies safe fixes and leaves choices', () => {
    const text = fixed(
      '=== p.md\n---\ntype: policy\ncontrols: ["A.5.15", "A 5.16", "A.5.15", "A.9.2.1", "A.5.99"]\n---\n',
      'p.md',
    );
    assert.equal(text, '---\ntype: policy\ncontrols: ["A.5.15", "A.5.16", "A.5.99"]\n---\n');
  });

  it('goes on until nothing changes: for every rule, a second time does nothing', () => {
    for (const rule of RULES) {
      const isms = ismsOf(parseFixture(rule.docs.bad));
      for (const path of isms.files.keys()) {
        const text = applyEdits(isms.files.get(path)?.source.text ?? '', fixAll(isms, path, fixer));
        assert.deepEqual(fixAll(fixer.withText(isms, path, text), path, fixer), [], `${rule.id} in ${path}`);
      }
    }
  });

  it('changes one file and no other', () => {
    const isms = ismsOf(
      parseFixture('=== a.md\n---\ncontrols: ["A 5.15"]\n---\n=== b.md\n---\ncontrols: ["A 5.16"]\n---\n'),
    );
    assert.deepEqual([...new Set(fixAll(isms, 'a.md', fixer).map((edit) => edit.path))], ['a.md']);
    assert.deepEqual(fixAll(isms, 'c.md', fixer), []);
  });

  it('keeps Windows line breaks whole', () => {
    const text = fixed(
      '=== p.md\n---\r\ntype: policy\r\ncontrols:\r\n  - "A 5.15"\r\n  - "A.5.15"\r\n---\r\nText.\r\n',
      'p.md',
    );
    assert.equal(text, '---\r\ntype: policy\r\ncontrols:\r\n  - "A.5.15"\r\n---\r\nText.\r\n');
  });

  it('stops where fixes undo each other', () => {
    const isms = ismsOf(parseFixture('=== p.md\n---\ntype: policy\n---\nred\n'));
    const swapping: Fixer = { ...fixer, check: (each) => swap(each) };
    assert.deepEqual(
      fixAll(isms, 'p.md', swapping).map((edit) => edit.newText),
      ['green'],
    );
  });

  it('of one rule takes its findings in the file alone, and of colliding fixes the first', () => {
    const finding = swap(ismsOf(parseFixture('=== p.md\n---\ntype: policy\n---\nred\n')))[0];
    assert.ok(finding);
    const other = { ...finding, ruleId: 'soa/other' };
    assert.equal(safeFixes([finding, finding, other], 'p.md', 'test/swap').length, 1);
    assert.equal(safeFixes([finding], 'q.md').length, 0);
    const elsewhere = finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, path: 'q.md' })),
    }));
    assert.equal(safeFixes([{ ...finding, fixes: elsewhere }], 'p.md').length, 0);
  });
});

/** A rule that cannot make up its mind. */
function swap(isms: Isms): Finding[] {
  const text = isms.files.get('p.md')?.source.text ?? '';
  const match = /red|green/.exec(text);
  if (match === null) return [];
  const span = { start: match.index, end: match.index + match[0].length };
  const edit = { path: 'p.md', span, newText: match[0] === 'red' ? 'green' : 'red' };
  const fix = { title: 'Swap', kind: 'safe' as const, edits: [edit], creates: [], preferred: true };
  return [
    {
      ruleId: 'test/swap',
      severity: 'hint',
      path: 'p.md',
      span,
      message: 'x.',
      hint: 'x.',
      control: undefined,
      related: [],
      fixes: [fix],
    },
  ];
}
