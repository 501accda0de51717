import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isms, temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';

const ACCESS =
  '---\ntitle: Access\ntype: policy\ncontrols: ["A 5.15", "A.9.2.1", "A.5.16"] # ours\n---\n\n# Access\n\nText  with   odd spacing.  \n';
const FIXED = ACCESS.replace('"A 5.15", "A.9.2.1", "A.5.16"', '"A.5.15", "A.5.16"');

const fresh = (): TemporaryWorkspace =>
  temporaryWorkspace(
    `=== policies/access.md\n${ACCESS}\n=== other.md\n---\ntitle: Other\ntype: record\ncontrols: ["A 5.1"]\n---\n`,
  );
const fix = (workspace: TemporaryWorkspace, ...args: string[]): ReturnType<typeof isms> =>
  isms(['fix', '--today', '2026-11-22', ...args], { cwd: workspace.folder });

interface FixJson {
  readonly dryRun: boolean;
  readonly files: readonly {
    readonly file: string;
    readonly fixes: readonly { readonly ruleId: string }[];
    readonly diff: string;
  }[];
  readonly remaining: { readonly errors: number; readonly hints: number };
}

describe('isms fix', { concurrency: 2 }, () => {
  it('applies the safe fixes and changes nothing else', async () => {
    const workspace = fresh();
    const run = await fix(workspace);
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.equal(workspace.read('policies/access.md').trimEnd(), FIXED.trimEnd());
    assert.match(run.stdout, /^policies\/access\.md$/m);
    assert.match(run.stdout, /mapping\/noncanonical-id/);
    assert.match(run.stdout, /Applied 3 fixes in 2 files\./);
  });

  it('has nothing left to do the second time', async () => {
    const workspace = fresh();
    await fix(workspace);
    const [first, time] = [
      workspace.read('policies/access.md'),
      statSync(workspace.path('policies/access.md')).mtimeMs,
    ];
    const again = await fix(workspace);
    assert.match(again.stdout, /There is nothing that can be fixed safely/);
    assert.equal(workspace.read('policies/access.md'), first);
    assert.equal(statSync(workspace.path('policies/access.md')).mtimeMs, time);
    assert.equal((await fix(workspace, '--dry-run')).code, 0);
  });

  it('keeps a byte order mark, CRLF line ends and emoji', async () => {
    const workspace = temporaryWorkspace();
    const text =
      '\ufeff---\r\ntitle: "🔐"\r\ntype: record\r\ncontrols:\r\n  - "A 5.15" # 🔐\r\n  - "A.5.16"\r\n  - "A.5.16"\r\n---\r\n\r\n# 🔐\r\nA line\n';
    workspace.write('a.md', text);
    await fix(workspace);
    assert.equal(
      workspace.read('a.md'),
      text.replace('A 5.15', 'A.5.15').replace('  - "A.5.16"\r\n  - "A.5.16"\r\n', '  - "A.5.16"\r\n'),
    );
  });

  it(
    'keeps permissions and leaves no temporary file behind',
    { skip: process.platform === 'win32' ? 'Windows has other permissions' : false },
    async () => {
      const workspace = fresh();
      chmodSync(workspace.path('other.md'), 0o640);
      await fix(workspace);
      assert.equal(statSync(workspace.path('other.md')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(workspace.folder).sort(), ['other.md', 'policies']);
    },
  );

  it('touches only what is named', async () => {
    const workspace = fresh();
    await fix(workspace, 'policies');
    assert.match(workspace.read('other.md'), /"A 5\.1"/);
    assert.doesNotMatch(workspace.read('policies/access.md'), /A 5\.15/);
  });

  it('does not fix what is suppressed or switched off', async () => {
    const workspace = temporaryWorkspace(
      '=== a.md\n---\ntitle: A\ntype: record\ncontrols:\n  - "A 5.15" # isms-disable-line mapping/noncanonical-id -- quoted from a contract\n  - "A 5.16"\n---\n',
    );
    const before = workspace.read('a.md');
    await fix(workspace, '--rule', 'mapping/noncanonical-id=off');
    assert.equal(workspace.read('a.md'), before);
    await fix(workspace);
    assert.equal(workspace.read('a.md'), before.replace('A 5.16', 'A.5.16'));
  });

  it('inserts the missing rows of an SoA in one go, in order', async () => {
    const workspace = temporaryWorkspace(
      '=== isms.yaml\nsoa: soa.md\n=== soa.md\n# SoA\n\n| Control | Title | Applicable | Justification | Status |\n| --- | --- | --- | --- | --- |\n| A.5.2 | Information security roles and responsibilities | Yes | Contract with the port, section 2. | Implemented |\n\nAfter.\n',
    );
    const run = await fix(workspace);
    assert.equal(run.code, 0, run.stderr);
    const ids = [...workspace.read('soa.md').matchAll(/^\| (A\.\d\.\d+) /gm)].map((match) => match[1]);
    assert.equal(ids.length, 93);
    const order = (id = ''): number => Number(id.split('.')[1]) * 100 + Number(id.split('.')[2]);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => order(a) - order(b)),
    );
    assert.match(workspace.read('soa.md'), /\n\nAfter\.\n$/);
  });
});

describe('isms fix --dry-run', { concurrency: 2 }, () => {
  it('prints a patch that git applies to the very result of the fix, writes nothing and ends with 1', async () => {
    const [dry, wet] = [fresh(), fresh()];
    for (const workspace of [dry, wet])
      workspace.write('für 🔐.md', '\ufeff---\r\ntitle: X\r\ntype: record\r\ncontrols: ["A 5.15"]\r\n---');
    const before = dry.read('policies/access.md');
    const run = await fix(dry, '--dry-run');
    assert.equal(run.code, 1);
    assert.equal(dry.read('policies/access.md'), before);
    assert.match(run.stdout, /^--- a\/other\.md\n\+\+\+ b\/other\.md\n@@ /m);
    assert.match(run.stderr, /Would apply 4 fixes in 3 files/);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: dry.folder, input: run.stdout });
    await fix(wet);
    for (const file of ['other.md', 'policies/access.md', 'für 🔐.md'])
      assert.equal(dry.read(file), wet.read(file), file);
  });

  it('is coloured where colours are wanted, and says the same', async () => {
    const workspace = fresh();
    const plain = await fix(workspace, '--dry-run');
    const coloured = await fix(workspace, '--dry-run', '--color', 'always');
    assert.notEqual(coloured.stdout, plain.stdout);

    assert.equal(coloured.stdout.replace(/\u001b\[\d+m/g, ''), plain.stdout);
  });

  it('runs no command of a build machine that the text holds', async () => {
    const workspace = temporaryWorkspace(
      '=== a.md\n---\ntitle: "##[error]x"\ntype: record\ncontrols: ["A 5.15"]\n---\n::error::x\n',
    );
    const inBuild = await isms(['fix', '--dry-run'], {
      cwd: workspace.folder,
      env: { GITHUB_ACTIONS: 'true' },
    });
    assert.doesNotMatch(inBuild.stdout, /##\[|^\s*::/m);
    assert.match((await fix(workspace, '--dry-run')).stdout, /##\[error\]x/);
  });

  it('tells machines what it would do', async () => {
    const workspace = fresh();
    const { code, stdout } = await fix(workspace, '--dry-run', '--format', 'json');
    const result = JSON.parse(stdout) as FixJson;
    assert.equal(code, 1);
    assert.equal(result.dryRun, true);
    assert.deepEqual(
      result.files.map(({ file, fixes }) => [file, fixes.map(({ ruleId }) => ruleId).sort()]),
      [
        ['other.md', ['mapping/noncanonical-id']],
        ['policies/access.md', ['mapping/noncanonical-id', 'mapping/superseded-control']],
      ],
    );
    assert.ok(result.files[1]?.diff.startsWith('--- a/policies/access.md\n'));
    assert.equal(result.remaining.hints, 0);
  });

  it('refuses what check refuses', async () => {
    const workspace = temporaryWorkspace('=== notes.md\n# Notes\n');
    for (const args of [[], ['none.md'], ['--today', 'x'], ['--output', 'json=x']]) {
      const run = await fix(workspace, ...args);
      assert.deepEqual([run.code, run.stdout], [2, ''], args.join(' '));
    }
  });
});
