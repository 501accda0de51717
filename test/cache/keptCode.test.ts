import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';
import { loadWithKeptCode } from '../../server/src/host/keptCode';

const SOURCE = `
function scaled(number) {
  return number * 3;
}
exports.answer = scaled(14);
exports.folder = require('node:path').basename(__dirname);
`;

/** Loads the part; tells whether kept code was used by what `keep` leaves of a file that is gone. */
function load(workspace: TemporaryWorkspace): { readonly exports: unknown; readonly usedKept: boolean } {
  const kept = workspace.path('kept/code');
  const { exports, keep } = loadWithKeptCode(workspace.path('part/part.js'), kept);
  const before = existsSync(kept) ? readFileSync(kept) : undefined;
  rmSync(kept, { force: true });
  keep();
  const usedKept = !existsSync(kept);
  if (usedKept && before !== undefined) writeFileSync(kept, before);
  return { exports, usedKept };
}

function part(source = SOURCE): TemporaryWorkspace {
  const workspace = temporaryWorkspace();
  workspace.write('part/part.js', source);
  return workspace;
}

describe('compiled code that is kept', () => {
  it('gives the same exports as the source', () => {
    const workspace = part();
    const exports = { answer: 42, folder: 'part' };
    assert.deepEqual(load(workspace), { exports, usedKept: false });
    assert.deepEqual(load(workspace), { exports, usedKept: true });
  });

  it('does not count for another source, be it of the same length', () => {
    const workspace = part();
    load(workspace);
    workspace.write('part/part.js', SOURCE.replace('* 3', '* 2'));
    assert.deepEqual(load(workspace), { exports: { answer: 28, folder: 'part' }, usedKept: false });
  });

  it('does not count where it is damaged, at whatever place', () => {
    const workspace = part();
    load(workspace);
    const sound = readFileSync(workspace.path('kept/code'));
    for (let at = 0; at < sound.length; at += 97) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      writeFileSync(workspace.path('kept/code'), damaged);
      assert.deepEqual(
        load(workspace),
        { exports: { answer: 42, folder: 'part' }, usedKept: false },
        `${at}`,
      );
    }
    for (const length of [0, 1, 20, sound.length - 1]) {
      writeFileSync(workspace.path('kept/code'), sound.subarray(0, length));
      assert.equal(load(workspace).usedKept, false, `cut to ${length}`);
    }
  });

  it('is no reason to fail where it cannot be kept', () => {
    const workspace = part();
    workspace.write('kept', 'a file where the folder should be');
    const { exports, keep } = loadWithKeptCode(workspace.path('part/part.js'), workspace.path('kept/code'));
    keep();
    assert.deepEqual(exports, { answer: 42, folder: 'part' });
  });
});
