import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';

const SCRIPT = readFileSync(new URL('../../.ci/ensure-installed.mjs', import.meta.url), 'utf8');

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

/** A repository with the script, a lock file and an npm that only writes down what it was asked. */
function repository(packages: Readonly<Record<string, LockedPackage>>, npm = ''): TemporaryWorkspace {
  const workspace = temporaryWorkspace();
  workspace.write('.ci/ensure-installed.mjs', SCRIPT);
  workspace.write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
  workspace.write(
    'fake/npm-cli.js',
    `require('node:fs').appendFileSync('asked.txt', process.argv.slice(2).join(' ') + '\\n');\nrequire('node:fs').mkdirSync('node_modules', { recursive: true });\n${npm}`,
  );
  return workspace;
}

function installed(workspace: TemporaryWorkspace, packages: Readonly<Record<string, LockedPackage>>): void {
  workspace.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
}

function run(workspace: TemporaryWorkspace): {
  readonly status: number | null;
  readonly stderr: string;
  readonly asked: string[];
} {
  const env = { ...process.env, npm_execpath: workspace.path('fake/npm-cli.js') };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/ensure-installed.mjs'], {
    cwd: workspace.folder,
    env,
    encoding: 'utf8',
  });
  assert.equal(stdout, '', 'standard output belongs to the command that follows');
  const asked = existsSync(workspace.path('asked.txt')) ? workspace.read('asked.txt').trim().split('\n') : [];
  return { status, stderr, asked };
}

const A = { version: '1.0.0', integrity: 'sha512-a' };

describe('ensure-installed', () => {
  it('installs once, and again only when the lock file changes', () => {
    const workspace = repository({ 'node_modules/a': A });
    assert.deepEqual(run(workspace).asked, ['ci --no-audit --no-fund']);
    assert.equal(run(workspace).asked.length, 1);
    workspace.write(
      'package-lock.json',
      JSON.stringify({ packages: { 'node_modules/a': { ...A, version: '1.0.1' } } }),
    );
    assert.equal(run(workspace).asked.length, 2);
  });

  it('leaves alone what npm has installed already', () => {
    const workspace = repository({
      'node_modules/a': A,
      'node_modules/other-platform': { ...A, optional: true },
    });
    installed(workspace, { 'node_modules/a': A });
    const { status, asked } = run(workspace);
    assert.deepEqual([status, asked], [0, []]);
  });

  for (const [name, present] of [
    ['a missing package', {}],
    ['another version', { 'node_modules/a': { ...A, version: '0.9.0' } }],
    ['other contents', { 'node_modules/a': { ...A, integrity: 'sha512-b' } }],
  ] as const) {
    it(`installs where there is ${name}`, () => {
      const workspace = repository({ 'node_modules/a': A });
      installed(workspace, present);
      assert.equal(run(workspace).asked.length, 1);
    });
  }

  it('says that the registry cannot be reached, and tries again the next time', () => {
    const workspace = repository(
      { 'node_modules/a': A },
      'console.error("npm error code ENOTFOUND"); process.exit(1);',
    );
    const { status, stderr } = run(workspace);
    assert.equal(status, 1);
    assert.match(stderr, /could not reach the package registry/);
    assert.equal(run(workspace).asked.length, 2);
  });

  it('shows what npm says of any other fault', () => {
    const { status, stderr } = run(
      repository({ 'node_modules/a': A }, 'console.error("npm error code EUSAGE"); process.exit(1);'),
    );
    assert.equal(status, 1);
    assert.match(stderr, /EUSAGE[^]*npm ci failed \(exit code 1\)/);
  });
});
