import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace } from '../harness/cli';

const FIXTURE = `
=== isms.yaml
organization: Havenwerk

=== policies/access.md
---
title: Access control
type: policy
controls: ["A.5.15", "A.5.99"]
---

# Access control
`;

function factsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.facts'));
}

describe('isms check --cache-dir and --no-cache', { concurrency: 2 }, () => {
  it('keeps facts in the folder that is named, and finds the same with them', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const caches = temporaryWorkspace().path('of/mine');
    const args = ['--cache-dir', caches];
    const cold = await checkJson(args, { cwd: workspace.folder });
    assert.equal(factsIn(caches).length, 1);
    assert.deepEqual(await checkJson(args, { cwd: workspace.folder }), cold);
    assert.ok(cold.diagnostics.some(({ ruleId }) => ruleId === 'mapping/unknown-control'));
    workspace.write('policies/access.md', workspace.read('policies/access.md').replace('A.5.99', 'A.5.18'));
    const mended = await checkJson(args, { cwd: workspace.folder });
    assert.ok(!mended.diagnostics.some(({ ruleId }) => ruleId === 'mapping/unknown-control'));
  });

  it('keeps facts in the cache folder of the user', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const caches = temporaryWorkspace().path('caches');
    const home =
      process.platform === 'darwin' ? { HOME: caches } : { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches };
    await checkJson([], { cwd: workspace.folder, env: home });
    assert.ok(existsSync(caches));
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['isms.yaml', 'policies']);
  });

  it('keeps nothing with --no-cache', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const caches = temporaryWorkspace().path('none');
    await checkJson(['--no-cache', '--cache-dir', caches], { cwd: workspace.folder });
    assert.ok(!existsSync(caches));
  });

  it('keeps nothing of text that is not saved', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const caches = temporaryWorkspace().path('none');
    const args = ['--stdin', '--stdin-filename', 'policies/access.md', '--cache-dir', caches];
    await isms(['check', ...args], { cwd: workspace.folder, input: '# Access\n' });
    assert.deepEqual(existsSync(caches) ? factsIn(caches) : [], []);
  });

  it('keeps its compiled code as well, and takes no other for it', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    // It is not read without the libraries for what is not plain, which are parts of their own.
    workspace.write(
      'isms.yaml',
      'organization: Havenwerk\nscope: &scope Ships\nriskMatrix: { a: { b: 1 } }\n',
    );
    const caches = temporaryWorkspace();
    const args = ['--cache-dir', caches.path('mine')];
    const cold = await checkJson(args, { cwd: workspace.folder });
    const parts = readdirSync(caches.path('mine/code')).map((name) => caches.path(`mine/code/${name}`));
    for (const name of ['run', 'schemaCheck', 'yamlLibrary'])
      assert.ok(
        parts.some((path) => path.endsWith(`-${name}.js`) && path.includes('check-v')),
        `${name}: ${parts.join(' ')}`,
      );
    const sizes = parts.map((path) => statSync(path).size);
    for (const path of parts) writeFileSync(path, 'not code');
    assert.deepEqual(await checkJson(args, { cwd: workspace.folder }), cold);
    assert.deepEqual(
      parts.map((path) => Math.abs(statSync(path).size / (sizes[parts.indexOf(path)] ?? 0) - 1) < 0.2),
      parts.map(() => true),
    );
  });

  it('keeps no code on a build machine, nor of a run that came to nothing', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const caches = temporaryWorkspace().path('mine');
    await checkJson(['--cache-dir', caches], { cwd: workspace.folder, env: { CI: 'true' } });
    await isms(['check', 'nowhere', '--cache-dir', caches], { cwd: workspace.folder });
    assert.equal(factsIn(caches).length, 1);
    assert.ok(!existsSync(join(caches, 'code')));
  });

  it('checks all the same where the folder cannot be used', async () => {
    const workspace = temporaryWorkspace(FIXTURE);
    const run = await isms(['check', '--cache-dir', workspace.path('isms.yaml')], { cwd: workspace.folder });
    assert.equal(run.code, 1);
    assert.equal(run.stderr, '');
  });
});
