import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  checkJson,
  isms,
  temporaryWorkspace,
  type DiagnosticJson,
  type TemporaryWorkspace,
} from '../harness/cli';

/** A sound document, which must be checked whatever lies next to it: it has exactly one unknown control. */
const SOUND = `=== sound.md
---
title: Sound
type: record
controls: ["A.5.99"]
---
`;

async function findings(workspace: TemporaryWorkspace): Promise<readonly DiagnosticJson[]> {
  const { diagnostics } = await checkJson([], { cwd: workspace.folder });
  const sound = diagnostics.filter(
    ({ file, ruleId }) => file === 'sound.md' && ruleId === 'mapping/unknown-control',
  );
  assert.equal(sound.length, 1, 'everything else is still checked');
  return diagnostics.filter(
    ({ file, ruleId }) => file !== 'sound.md' && file !== 'isms.yaml' && ruleId !== 'soa/missing',
  );
}

const summary = (diagnostics: readonly DiagnosticJson[]): string[] =>
  diagnostics.map(({ file, ruleId, range }) => `${file}:${range.start.line + 1} ${ruleId}`);

describe('isms check on input that is broken', { concurrency: 2 }, () => {
  it('broken YAML: one finding at the fault', async () => {
    const workspace = temporaryWorkspace(
      `${SOUND}=== broken.md\n---\ntitle: Access\ncontrols: ["A.5.15"\nowner: CISO\n---\n\n# Access\n`,
    );
    const found = await findings(workspace);
    assert.deepEqual(
      found.map(({ file, ruleId }) => [file, ruleId]),
      [['broken.md', 'policy/invalid-front-matter']],
    );
    assert.ok((found[0]?.range.start.line ?? 0) >= 2 && (found[0]?.range.start.line ?? 9) <= 4);
  });

  it('a table with ragged rows: its rows are read as far as they go', async () => {
    const table =
      '| Control | Title | Applicable | Justification |\n| --- | --- | --- | --- |\n| A.5.1 |\n| A.5.2 | Roles | Yes | R-001 | extra | cells |\n| A.5.3 | Duties | No |\n';
    const workspace = temporaryWorkspace(`${SOUND}=== soa.md\n# SoA\n\n${table}`);
    const { workspaces } = await checkJson([], { cwd: workspace.folder });
    const states = workspaces[0]?.controls.slice(0, 3).map(({ applicable }) => applicable);
    assert.deepEqual(states, [null, true, false]);
    await findings(workspace);
  });

  it('an empty file, a file of blanks, a file that is one delimiter: silence', async () => {
    const workspace = temporaryWorkspace(
      `${SOUND}=== empty.md\n=== blank.md\n\n   \n\t\n=== delimiter.md\n---\n`,
    );
    workspace.write('really-empty.md', '');
    assert.deepEqual(summary(await findings(workspace)), []);
  });

  it('invalid UTF-8, UTF-16 and NUL bytes: one finding for each file', async () => {
    const workspace = temporaryWorkspace(`${SOUND}=== isms.yaml\norganization: X\n`);
    workspace.write('latin1.md', Uint8Array.of(0x23, 0x20, 0xfc, 0x0a));
    workspace.write('utf16.md', Uint8Array.of(0xff, 0xfe, 0x23, 0x00));
    workspace.write('nul.md', Uint8Array.of(0x23, 0x00, 0x0a));
    assert.deepEqual(summary(await findings(workspace)), [
      'latin1.md:1 input/unreadable',
      'nul.md:1 input/unreadable',
      'utf16.md:1 input/unreadable',
    ]);
    const run = await isms(['check'], { cwd: workspace.folder });
    assert.match(run.stdout, /Documents that could not be read may map more/);
  });

  it('an unreadable file that is named itself: exit code 2', async () => {
    const workspace = temporaryWorkspace(SOUND);
    workspace.write('latin1.md', Uint8Array.of(0x23, 0x20, 0xfc, 0x0a));
    const run = await isms(['check', 'latin1.md'], { cwd: workspace.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /cannot check "latin1\.md": byte 3 is not UTF-8/);
  });

  it('an isms.yaml that is no text: exit code 2', async () => {
    const workspace = temporaryWorkspace(SOUND);
    workspace.write('isms.yaml', Uint8Array.of(0xff));
    const run = await isms(['check'], { cwd: workspace.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /the configuration "isms\.yaml" cannot be used/);
  });

  it('a file of 5 MB is read like any other', { timeout: 120_000 }, async () => {
    const workspace = temporaryWorkspace(SOUND);
    const paragraph = `${'The system owner must review access each quarter and record the decision. '.repeat(12)}\n\n`;
    workspace.write(
      'large.md',
      `---\ntitle: Large\ntype: record\ncontrols: ["A.5.98"]\n---\n\n${paragraph.repeat(Math.ceil(5_000_000 / paragraph.length))}A.5.97\n`,
    );
    const found = await findings(workspace);
    assert.deepEqual(
      found.map(({ ruleId, control }) => [ruleId, control]),
      [
        ['mapping/unknown-control', 'A.5.98'],
        ['mapping/unknown-control', 'A.5.97'],
      ],
    );
  });

  it('a line of 5 MB is shown in part', { timeout: 120_000 }, async () => {
    const workspace = temporaryWorkspace(SOUND);
    workspace.write(
      'line.md',
      `---\ntitle: Line\ntype: record\n---\n\n${'word '.repeat(1_000_000)}A.5.98 ${'word '.repeat(1_000)}\n`,
    );
    const run = await isms(['check'], { cwd: workspace.folder });
    assert.match(run.stdout, /…(?:word )+A\.5\.98 /);
    assert.ok(Math.max(...run.stdout.split('\n').map((line) => line.length)) <= 101);
  });

  const isRoot = process.getuid?.() === 0;
  it(
    'a folder without permission: a finding at the folder',
    {
      skip: isRoot
        ? 'root may read every folder'
        : process.platform === 'win32'
          ? 'Windows has other permissions'
          : false,
    },
    async () => {
      const workspace = temporaryWorkspace(`${SOUND}=== isms.yaml\norganization: X\n=== locked/a.md\n# A\n`);
      chmodSync(workspace.path('locked'), 0o000);
      try {
        assert.deepEqual(summary(await findings(workspace)), ['locked:1 input/unreadable']);
        assert.equal((await isms(['check', 'locked'], { cwd: workspace.folder })).code, 2);
      } finally {
        chmodSync(workspace.path('locked'), 0o755);
      }
    },
  );

  it(
    'links in a circle, broken and out of the root are not followed',
    { skip: process.platform === 'win32' ? 'links need a privilege on Windows' : false },
    async () => {
      const workspace = temporaryWorkspace(SOUND);
      mkdirSync(workspace.path('folder'));
      symlinkSync('..', workspace.path('folder/up'));
      symlinkSync('loop', workspace.path('loop'));
      symlinkSync('nowhere.md', workspace.path('broken.md'));
      symlinkSync('/', workspace.path('root'));
      assert.deepEqual(summary(await findings(workspace)), []);
      const named = await isms(['check', 'loop'], { cwd: workspace.folder });
      assert.equal(named.code, 2);
      assert.match(named.stderr, /cannot check "loop": its symbolic links go round in a circle/);
    },
  );

  it(
    'names that would be commands, reorder text or break a line',
    { skip: process.platform === 'win32' ? 'Windows forbids such names' : false },
    async () => {
      const workspace = temporaryWorkspace();
      workspace.write('::error::x.md', '---\ntitle: "##[error]\\e[31m"\ncontrols: ["A.5.99"]\n---\n');
      workspace.write("a\nb\u202e %,'.md", '---\ntitle: X\ncontrols: ["A.5.98"]\n---\n');
      const text = await isms(['check'], { cwd: workspace.folder });
      assert.doesNotMatch(text.stdout, /^\s*::|##\[|\u202e|\u001b/m);
      const github = await isms(['check', '--format', 'github'], { cwd: workspace.folder });
      assert.match(github.stdout, /^::error file=%3A%3Aerror%3A%3Ax\.md,line=3/m);
      assert.match(github.stdout, /file=a%0Ab. %25%2C'\.md,/);
      for (const line of github.stdout.trimEnd().split('\n'))
        assert.match(line, /^::(?:error|warning|notice) file=[^:]+::/);
      const sarif = await isms(['check', '--format', 'sarif'], { cwd: workspace.folder });
      assert.match(sarif.stdout, /"uri": "a%0Ab%E2%80%AE%20%25%2C'\.md"/);
    },
  );
});
