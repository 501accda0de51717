import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPEN_PLACE, openableLinks, placeOf } from '../../client/src/hoverLinks';

describe('links in hovers', () => {
  it('stay as they are where the editor lets them stand', () => {
    for (const address of [
      'file:///isms/soa.md#L3,1',
      'https://isms-policy.example/',
      'vscode-remote://ssh+x/a.md',
    ]) {
      assert.deepEqual(openableLinks(`See [SoA](${address}).`), {
        markdown: `See [SoA](${address}).`,
        changed: false,
      });
    }
  });

  it('become a command in virtual workspaces, with the same address', () => {
    const address = 'vscode-vfs://github/acme/isms/soa%20%28new%29.md#L12,3';
    const { markdown, changed } = openableLinks(`[SoA](${address}) and [R-001](${address})`);
    assert.ok(changed);
    const commands = [...markdown.matchAll(/\]\(command:([^?]+)\?([^)]+)\)/g)];
    assert.equal(commands.length, 2);
    for (const [, command, args = ''] of commands) {
      assert.equal(command, OPEN_PLACE);
      assert.deepEqual(JSON.parse(decodeURIComponent(args)), [address]);
    }
  });

  it('are not looked for in plain text', () => {
    for (const text of ['A.5.15 (access)', 'note: (a) b', '[x](relative.md)', '\\](memfs:/a.md']) {
      assert.equal(openableLinks(text).changed, false, text);
    }
  });

  it('name a place, its beginning where they name no line', () => {
    assert.deepEqual(placeOf('memfs:/a.md#L12,3'), { uri: 'memfs:/a.md', line: 11, character: 2 });
    assert.deepEqual(placeOf('memfs:/a.md#L12'), { uri: 'memfs:/a.md', line: 11, character: 0 });
    assert.deepEqual(placeOf('memfs:/a.md'), { uri: 'memfs:/a.md', line: 0, character: 0 });
  });
});
