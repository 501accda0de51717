import assert from 'node:assert/strict';
import { it } from 'node:test';
import { filesBelow, textOf } from './sources';

const LONGEST = 250;

/** Files that may be longer, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const files = ['server/src', 'server/tools', 'client/src', 'test'].flatMap((folder) =>
  filesBelow(folder, ['.ts', '.mts', '.mjs']),
);

it(`no file has more than ${LONGEST} lines`, () => {
  assert.ok(files.length > 100, 'the files were not found');
  const long = files
    .map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST);
  assert.deepEqual(
    long.filter(({ file }) => EXCEPTIONS[file] === undefined),
    [],
  );
});

it('no exception is left for a file that is short or gone', () => {
  const needless = Object.keys(EXCEPTIONS).filter(
    (file) => !files.includes(file) || textOf(file).trimEnd().split('\n').length <= LONGEST,
  );
  assert.deepEqual(needless, []);
});
