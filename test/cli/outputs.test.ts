import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isms, temporaryWorkspace } from '../harness/cli';

const WORKSPACE = temporaryWorkspace(`
=== access.md
---
title: Access control
controls: ["A.5.99"]
---
`);

const check = (...args: string[]): ReturnType<typeof isms> =>
  isms(['check', '--today', '2026-11-22', ...args], { cwd: WORKSPACE.folder });

describe('isms check --output', { concurrency: 2 }, () => {
  it('writes several results of one run, each the same as on standard output', async () => {
    WORKSPACE.write('out/.keep', '');
    const run = await check(
      '--output',
      'json=out/a.json',
      '--output=sarif=out/a.sarif',
      '--output',
      'github=out/a.txt',
      '--output',
      'text=out/b.txt',
    );
    assert.equal(run.code, 1);
    assert.match(run.stdout, /^access\.md\n/);
    assert.equal(WORKSPACE.read('out/b.txt'), run.stdout);
    for (const [format, file] of [
      ['json', 'out/a.json'],
      ['sarif', 'out/a.sarif'],
      ['github', 'out/a.txt'],
    ] as const) {
      assert.equal(WORKSPACE.read(file), (await check('--format', format)).stdout);
    }
    assert.deepEqual(readdirSync(WORKSPACE.path('out')).sort(), [
      '.keep',
      'a.json',
      'a.sarif',
      'a.txt',
      'b.txt',
    ]);
  });

  it('replaces a file as a whole', async () => {
    WORKSPACE.write('old.json', 'x'.repeat(1_000_000));
    await check('--output', 'json=old.json');
    assert.equal(WORKSPACE.read('old.json'), (await check('--format', 'json')).stdout);
  });

  it('sends one format to standard output with - or without a file', async () => {
    const expected = (await check('--format', 'json')).stdout;
    assert.equal((await check('--output', 'json=-')).stdout, expected);
    assert.equal((await check('--output', 'json', '--output', 'sarif=out.sarif')).stdout, expected);
  });

  it('never colours a file, unless it is told to', async () => {
    await isms(['check', '--output', 'text=plain.txt'], { cwd: WORKSPACE.folder, env: { FORCE_COLOR: '1' } });
    assert.ok(!WORKSPACE.read('plain.txt').includes('\u001b'));
    await check('--output', 'text=coloured.txt', '--color', 'always');
    assert.ok(WORKSPACE.read('coloured.txt').includes('\u001b['));
  });

  const refused: readonly (readonly [name: string, args: string[], message: RegExp])[] = [
    [
      'two writers to standard output',
      ['--format', 'json', '--output', 'sarif=-'],
      /only one format can go to standard output, and both json and sarif would/,
    ],
    [
      'two outputs to standard output',
      ['--output', 'json=-', '--output', 'sarif=/dev/stdout'],
      /only one format can go to standard output/,
    ],
    [
      'two formats to one file',
      ['--output', 'json=x', '--output', 'sarif=./x'],
      /two formats cannot go to one file/,
    ],
    ['an empty file', ['--output', 'json='], /write FORMAT or FORMAT=FILE/],
    ['no format', ['--output', '=x.json'], /write FORMAT or FORMAT=FILE/],
    ['an unknown format', ['--output', 'xml=x.xml'], /there is no format "xml"/],
    ['a folder', ['--output', 'json=.'], /"\." is a folder/],
    ['a missing folder', ['--output', 'json=none/x.json'], /the folder of "none\/x\.json" does not exist/],
  ];
  for (const [name, args, message] of refused) {
    it(`refuses ${name}`, async () => {
      const run = await check(...args);
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, message);
    });
  }
});
