import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keyOf, parentOf, relativePath, uriOf } from '../../server/src/lsp/uris';

describe('uris', () => {
  const SAME: readonly (readonly [string, string])[] = [
    ['file:///c%3A/isms/a%20b.md', 'file:///C:/isms/a b.md'],
    ['file:///C%3A/isms', 'file:///c:/isms/'],
    ['file:///srv/Richtlinie%20%C3%9Cbersicht.md', 'file:///srv/Richtlinie Übersicht.md'],
    ['file:///srv/a%23b.md', 'file:///srv/a%23b.md'],
    ['vscode-vfs://GitHub/acme/isms', 'vscode-vfs://github/acme/isms'],
    ['vscode-test-web://mount', 'vscode-test-web://mount/'],
  ];
  for (const [a, b] of SAME) it(`${a} is ${b}`, () => assert.equal(keyOf(a), keyOf(b)));

  it('files whose names differ in case are different', () =>
    assert.notEqual(keyOf('file:///srv/A.md'), keyOf('file:///srv/a.md')));

  const PATHS: readonly (readonly [string, string, string | undefined])[] = [
    ['file:///srv/isms', 'file:///srv/isms/policies/a%20%23b.md', 'policies/a #b.md'],
    ['file:///c%3A/Users/x', 'file:///C:/Users/x/%C3%BC.md', 'ü.md'],
    ['file:///', 'file:///a.md', 'a.md'],
    ['file:///srv/isms', 'file:///srv/isms-old/a.md', undefined],
    ['file:///srv/isms', 'file:///srv/isms', undefined],
    ['file:///srv/isms', 'untitled:Untitled-1', undefined],
    ['vscode-test-web://mount/', 'vscode-test-web://mount/policies/a.md', 'policies/a.md'],
  ];
  for (const [folder, uri, path] of PATHS)
    it(`${uri} below ${folder} is ${path}`, () => assert.equal(relativePath(folder, uri), path));

  it('goes from a path to a URI and back', () => {
    for (const folder of [
      'vscode-test-web://mount',
      'file:///srv/my isms',
      'file:///C:/isms',
      'file://server/share/isms',
      'vscode-vfs://github/acme/isms',
    ])
      for (const path of ['a.md', 'Ä ö/#1 (50%).md', 'x?y/[z].md'])
        assert.equal(relativePath(folder, uriOf(folder, path)), path);
    assert.equal(uriOf('file:///C:/isms', 'a b.md'), 'file:///c%3A/isms/a%20b.md');
    assert.equal(uriOf('file:///srv/isms', '.'), 'file:///srv/isms');
  });

  it('goes up to the top and no further', () => {
    const seen: string[] = [];
    for (let uri: string | undefined = 'file:///srv/isms/a.md'; uri !== undefined; uri = parentOf(uri))
      seen.push(uri);
    assert.deepEqual(seen, ['file:///srv/isms/a.md', 'file:///srv/isms', 'file:///srv', 'file:///']);
    assert.equal(parentOf('file:///c%3A/'), undefined);
    assert.equal(parentOf('vscode-test-web://mount/'), undefined);
    assert.equal(parentOf('vscode-test-web://mount'), undefined);
  });
});
