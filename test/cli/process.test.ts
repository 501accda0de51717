import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CHECK_FORMAT_NAMES } from '../../server/src/cli/formatNames';
import { isms, REPOSITORY, temporaryWorkspace } from '../harness/cli';

const FILES = ['policies/access.md', 'soa.md'];
const WORKSPACE = temporaryWorkspace(`
=== policies/access.md
---
title: Zugriff 🔐
controls: ["A.5.99", "A 5.15"]
---
=== soa.md
# SoA

| Control | Applicable | Justification |
| --- | --- | --- |
| A.5.15 | Ja | R-001 |
| A.5.16 | vielleicht | |
`);

describe('isms check: the same bytes everywhere', { concurrency: 2 }, () => {
  const args = ['check', '--today', '2026-11-22', '--format'];

  for (const format of CHECK_FORMAT_NAMES) {
    it(`${format}: in another time zone and language, and from another folder`, async () => {
      const here = await isms([...args, format], { cwd: WORKSPACE.folder });
      const there = await isms([...args, format], {
        cwd: WORKSPACE.folder,
        env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '40', CI: '1' },
      });
      assert.equal(there.stdout, here.stdout);
      const copy = temporaryWorkspace();
      for (const file of FILES) copy.write(file, WORKSPACE.read(file));
      assert.equal((await isms([...args, format], { cwd: copy.folder })).stdout, here.stdout);
      assert.ok(!here.stdout.includes(WORKSPACE.folder));
    });
  }
});

describe('dist/cli.js', { concurrency: 2 }, () => {
  const alone = temporaryWorkspace();
  for (const part of ['cli.js', ...readdirSync(join(REPOSITORY, 'dist/cli')).map((file) => `cli/${file}`)])
    alone.write(part, readFileSync(join(REPOSITORY, 'dist', part)));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [alone.path('cli.js'), ...args], {
      cwd: WORKSPACE.folder,
      encoding: 'utf8',
    });

  it('needs nothing beside its parts', () => {
    assert.match(run('check', '--fail-on', 'never'), /All themes +1 of 93\n$/);
    assert.match(run('explain', 'A.5.15'), /^A\.5\.15 Access control\n/);
    assert.match(run('coverage'), /All themes +1 of 93\n$/);
  });
});

describe('isms check: a closed pipe and an interrupt', () => {
  const start = (args: readonly string[]): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, ['dist/cli.js', ...args], { cwd: REPOSITORY });
  const codeOf = (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
    new Promise((resolve) => child.once('close', resolve));

  it('ends quietly when nobody reads on', async () => {
    const child = start(['check', 'examples/acme']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    await codeOf(child);
    assert.equal(stderr, '');
  });

  const skip = process.platform === 'win32' ? 'Windows has no signals' : false;
  it('ends with 130 on an interrupt', { skip }, async () => {
    const child = start(['check', '--stdin', '--stdin-filename', 'a.md']);
    const code = codeOf(child);
    // More than a pipe holds: when it is through, the command reads, and so is ready for the signal.
    await new Promise((resolve) => child.stdin.write('x'.repeat(4_000_000), resolve));
    child.kill('SIGINT');
    assert.equal(await code, 130);
  });
});
