import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { appendControl, editControlList } from '../../../server/src/engine/edits/controlList';
import { applyEdits, type TextEdit } from '../../../server/src/engine/text/edits';
import { idsIn, listIn, wrapped } from '../../harness/controlList';
import { engine } from '../../harness/engine';

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
