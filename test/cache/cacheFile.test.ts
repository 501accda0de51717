import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { cacheFile, readCache, writeCache } from '../../server/src/cli/cache/cacheFile';
import { userCacheFolder } from '../../server/src/cli/cache/cacheFolder';

describe('where the cache is', () => {
  const cases: readonly (readonly [NodeJS.Platform, Record<string, string>, string | undefined])[] = [
    ['linux', { HOME: '/home/u' }, join('/home/u', '.cache', 'isms-policy')],
    ['linux', { HOME: '/home/u', XDG_CACHE_HOME: '/c' }, join('/c', 'isms-policy')],
    ['darwin', { HOME: '/Users/u' }, join('/Users/u', 'Library', 'Caches', 'isms-policy')],
    ['win32', { LOCALAPPDATA: 'C:\\u' }, join('C:\\u', 'isms-policy')],
    ['linux', {}, undefined],
    ['linux', { HOME: '' }, undefined],
  ];
  for (const [platform, env, folder] of cases)
    it(`${platform} ${JSON.stringify(env)}`, () => assert.equal(userCacheFolder(env, platform), folder));
});

describe('the file of the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isms-cache-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is one for each root', () => {
    assert.notEqual(cacheFile(folder, '/a'), cacheFile(folder, '/b'));
    assert.equal(cacheFile(folder, '/a'), cacheFile(folder, '/a'));
  });

  it('is replaced as a whole, and nothing is left beside it', () => {
    const inner = join(folder, 'new', 'folder');
    const file = cacheFile(inner, '/a');
    assert.equal(readCache(file), '');
    for (const text of ['first', 'second']) {
      writeCache(inner, file, text);
      assert.equal(readCache(file), text);
    }
    assert.equal(readdirSync(inner).length, 1);
  });

  it('need not be there: where it cannot be written, nothing happens', () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, '');
    const file = cacheFile(taken, '/a');
    writeCache(taken, file, 'text');
    assert.equal(readCache(file), '');
  });
});
