import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { insertWording, wordingControls } from '../../server/src/engine/features/insertWording';
import { documentAt } from '../../server/src/engine/index/model';
import { applyEdits } from '../../server/src/engine/text/edits';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const HEAD = '---\ntitle: Access\ntype: policy\ncontrols: ["A.5.15", "A.5.16"]\n---\n';

function at(text: string) {
  const fixture = parseFixture(`=== p.md\n${text}`);
  const [file] = fixture.files;
  assert.ok(file?.cursor !== undefined);
  const isms = ismsOf(fixture);
  const document = documentAt(isms, 'p.md');
  return { isms, document, offset: file.cursor, text: file.text };
}

/** The body after two sentences were inserted at the cursor. */
function inserted(body: string, head = HEAD): string {
  const { document, offset, text } = at(head + body);
  assert.ok(document !== undefined);
  const result = applyEdits(text, [insertWording(document, offset, ['One.', 'Two.'])]);
  assert.ok(result.startsWith(head.replace('‸', '')));
  return result.slice(head.replace('‸', '').length);
}

describe('inserting wording', () => {
  const PLACES: readonly (readonly [string, string, string])[] = [
    ['behind a paragraph', '\nWe de‸cide.\n', '\nWe decide.\n\n- One.\n- Two.\n'],
    ['on a blank line', '\n## Rules\n\n‸\n', '\n## Rules\n\n- One.\n- Two.\n'],
    ['in a list, with its marker', '\n* a‸\n* b\n', '\n* a\n* One.\n* Two.\n* b\n'],
    ['in a nested list', '\n- a\n  - b‸\n', '\n- a\n  - b\n  - One.\n  - Two.\n'],
    ['in a numbered list', '\n1. a‸\n', '\n1. a\n2. One.\n3. Two.\n'],
    ['before a paragraph', '\n## Rules‸\nText.\n', '\n## Rules\n\n- One.\n- Two.\n\nText.\n'],
    [
      'behind a table',
      '\n| a | b |\n| - | - |\n| x‸ | y |\n| z | y |\n\nText.\n',
      '\n| a | b |\n| - | - |\n| x | y |\n| z | y |\n\n- One.\n- Two.\n\nText.\n',
    ],
  ];
  for (const [name, body, expected] of PLACES)
    it(`goes ${name}`, () => assert.equal(inserted(body), expected));

  it('goes to the end of the document from its front matter', () => {
    assert.equal(inserted('\nText.\n', HEAD.replace('A.5.15', 'A.5.1‸5')), '\nText.\n\n- One.\n- Two.\n');
  });

  it('keeps the line breaks of the file', () => {
    const { document, offset, text } = at(`${HEAD}\nText.‸\n`.replace(/\n/g, '\r\n'));
    assert.ok(document !== undefined);
    const result = applyEdits(text, [insertWording(document, offset, ['One.', 'Two.'])]);
    assert.ok(result.endsWith('Text.\r\n\r\n- One.\r\n- Two.\r\n'), JSON.stringify(result));
  });
});

describe('whose wording is offered', () => {
  const ids = (body: string, head = HEAD): string[] => {
    const { isms, offset } = at(head + body);
    return wordingControls(isms, 'p.md', offset).map(({ id }) => id);
  };

  it('is that of the control under the cursor', () => {
    assert.deepEqual(ids('\n## Access (A.5.16)\n\nSee A.8.‸5.\n'), ['A.8.5']);
  });
  it('is else that of the controls in the heading of the section', () => {
    assert.deepEqual(ids('\n## Access (A.5.18)\n\nText‸.\n'), ['A.5.18']);
  });
  it('is else that of the controls that the document maps, where they are few', () => {
    assert.deepEqual(ids('\n## Access\n\nText‸.\n').sort(), ['A.5.15', 'A.5.16']);
    const many = HEAD.replace('"A.5.16"', '"A.5.16", "A.5.17", "A.5.18"');
    assert.deepEqual(ids('\nText‸.\n', many), []);
  });
  it('is nobody’s in a document that does not map', () => {
    assert.deepEqual(ids('\nSee A.5.1‸5.\n', HEAD.replace('type: policy', 'type: record')), []);
  });
});
