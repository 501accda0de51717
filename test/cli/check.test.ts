import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace } from '../harness/cli';

/** One error, one warning with a safe fix, one hint with a safe fix. */
const DIRTY = temporaryWorkspace(`
=== isms.yaml
organization: "Test"
=== policies/access.md
---
title: Access control
type: policy
version: "1.0"
status: approved
owner: CISO
approver: Managing director
approved_date: 2026-01-02
next_review: 2027-01-01
controls: ["A.5.99", "A.9.2.1", "A 5.15"]
---

# Access control
=== policies/backup.md
---
title: Backup
type: policy
version: "1.0"
status: approved
owner: CISO
approver: Managing director
approved_date: 2026-01-02
next_review: 2027-01-01
controls: ["A.8.13"]
---

# Backup
`);

/** So that the tests say the same whatever rules there are. */
const ONLY_IDS = [
  ...['--rule', 'soa/missing=off'],
  ...['--rule', 'mapping/unmapped-control=off'],
  ...['--rule', 'clause/missing-document=off'],
];
const ids = (diagnostics: readonly { ruleId: string }[]): string[] => diagnostics.map(({ ruleId }) => ruleId);

describe('isms check: exit codes and streams', { concurrency: 2 }, () => {
  const cases: readonly (readonly [name: string, args: string[], code: number])[] = [
    ['an error is 1', [], 1],
    ['--fail-on never is 0', ['--fail-on', 'never'], 0],
    ['a severity below the level is 0', ['--rule', 'mapping/unknown-control=warning'], 0],
    [
      'a severity at the level is 1',
      ['--rule', 'mapping/unknown-control=warning', '--fail-on', 'warning'],
      1,
    ],
    [
      'the mildest level catches hints',
      [
        '--rule',
        'mapping/unknown-control=off',
        '--rule',
        'mapping/superseded-control=off',
        '--fail-on',
        'hint',
      ],
      1,
    ],
    ['what is not shown does not count', ['policies/backup.md'], 0],
  ];
  for (const [name, args, code] of cases) {
    it(name, async () => {
      const run = await isms(['check', ...ONLY_IDS, ...args], { cwd: DIRTY.folder });
      assert.equal(run.code, code, run.stderr);
      assert.notEqual(run.stdout, '');
      assert.equal(run.stderr, '');
    });
  }

  for (const format of ['text', 'json', 'sarif', 'github']) {
    it(`${format} changes neither the exit code nor the streams`, async () => {
      const run = await isms(['check', '--format', format], { cwd: DIRTY.folder });
      assert.equal(run.code, 1);
      assert.equal(run.stderr, '');
    });
  }

  const refused: readonly (readonly [name: string, args: string[], message: RegExp])[] = [
    ['an unknown option', ['--no-such-option'], /no option --no-such-option/],
    ['a missing path', ['policies/no-such.md'], /cannot check "policies\/no-such.md": it does not exist/],
    ['a path through a file', ['isms.yaml/x'], /cannot check "isms.yaml\/x"/],
    ['a day that is none', ['--today', '2026-02-30'], /--today cannot be "2026-02-30"/],
    [
      'a rule that is none',
      ['--rule', 'mapping/unknown-contro=off'],
      /did you mean "mapping\/unknown-control"/,
    ],
    ['a rule without a severity', ['--rule', 'mapping/unknown-control'], /write ID=SEVERITY/],
    ['a severity that is none', ['--rule', 'mapping/unknown-control=fatal'], /a severity cannot be "fatal"/],
    [
      'a missing configuration',
      ['--config', 'none.yaml'],
      /cannot use the configuration "none.yaml": it does not exist/,
    ],
    ['a folder as configuration', ['--config', 'policies'], /it is a folder/],
    ['standard input without a name', ['--stdin'], /--stdin needs --stdin-filename/],
    ['a name without standard input', ['--stdin-filename', 'a.md'], /add --stdin/],
    ['standard input and paths', ['--stdin', '--stdin-filename', 'a.md', 'policies'], /leave out "policies"/],
  ];
  for (const [name, args, message] of refused) {
    it(`${name} is 2, with the reason on standard error alone`, async () => {
      const run = await isms(['check', ...args], { cwd: DIRTY.folder });
      assert.equal(run.code, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, message);
      assert.match(run.stderr, /^isms: /);
      assert.doesNotMatch(run.stderr, /\n\s+at /);
    });
  }

  it('nothing to check is 2 and says how to begin', async () => {
    const plain = temporaryWorkspace('=== notes.md\n# Notes\n\nA.5.15 is mentioned here.\n');
    const run = await isms(['check'], { cwd: plain.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /found no document of an ISMS in this folder/);
    assert.match(run.stderr, /controls: \["A\.5\.15"/);
  });

  it('an isms.yaml alone is nothing to check', async () => {
    const empty = temporaryWorkspace('=== isms.yaml\norganization: X\n');
    const run = await isms(['check', '--format', 'json'], { cwd: empty.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
  });

  it('a part without documents is noted, and the rest is checked', async () => {
    DIRTY.write('images/readme.txt', 'no document');
    const run = await isms(['check', 'images', 'policies/backup.md'], { cwd: DIRTY.folder });
    assert.equal(run.code, 0);
    assert.match(run.stderr, /"images" holds no document of an ISMS/);
    assert.equal((await isms(['check', 'images'], { cwd: DIRTY.folder })).code, 2);
  });
});

describe('isms check: options', { concurrency: 2 }, () => {
  it('--rule outranks isms.yaml', async () => {
    const { diagnostics } = await checkJson(
      [...ONLY_IDS, '--rule', 'mapping/unknown-control=information', '--rule', 'mapping/noncanonical-id=off'],
      { cwd: DIRTY.folder },
    );
    const seen = diagnostics.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    assert.deepEqual(seen, ['mapping/unknown-control information', 'mapping/superseded-control warning']);
  });

  it('--config is used instead of isms.yaml', async () => {
    DIRTY.write(
      'ci/strict.yaml',
      'rules:\n  mapping/unknown-control: off\n  mapping/superseded-control: error\n',
    );
    const { diagnostics } = await checkJson([...ONLY_IDS, '--config', 'ci/strict.yaml'], {
      cwd: DIRTY.folder,
    });
    assert.deepEqual(ids(diagnostics), ['mapping/superseded-control', 'mapping/noncanonical-id']);
    assert.equal(diagnostics[0]?.severity, 'error');
  });

  it('--today decides whether a suppression holds', async () => {
    const workspace = temporaryWorkspace(`
=== policy.md
---
title: Access
controls: ["A.5.99"] # isms-disable-line mapping/unknown-control until=2026-06-30 -- known
---
`);
    const on = async (today: string): Promise<string[]> => {
      const run = await isms(['check', '--format', 'json', '--today', today], { cwd: workspace.folder });
      return ids((JSON.parse(run.stdout) as { diagnostics: { ruleId: string }[] }).diagnostics).filter(
        (id) => !id.startsWith('policy/') && !id.startsWith('soa/'),
      );
    };
    assert.deepEqual(await on('2026-06-30'), []);
    assert.deepEqual(await on('2026-07-01'), ['mapping/unknown-control', 'suppression/expired']);
  });

  it('--stdin checks unsaved text in the place of the file, which need not exist', async () => {
    const input = '---\ntitle: New\ncontrols: ["A.5.98"]\n---\n';
    const args = [...ONLY_IDS, '--rule', 'policy/missing-field=off', '--stdin', '--stdin-filename'];
    const created = await checkJson([...args, 'policies/new.md'], { cwd: DIRTY.folder, input });
    assert.deepEqual(
      created.diagnostics.map(({ file, control }) => [file, control]),
      [['policies/new.md', 'A.5.98']],
    );
    assert.equal(created.workspaces[0]?.summary.documents, 3);
    const replaced = await checkJson([...args, 'policies/access.md'], { cwd: DIRTY.folder, input });
    assert.deepEqual(ids(replaced.diagnostics), ['mapping/unknown-control']);
    const broken = await isms(['check', ...args, 'policies/access.md'], {
      cwd: DIRTY.folder,
      input: Uint8Array.of(0x41, 0xff),
    });
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /standard input cannot be checked: byte 2 is not UTF-8/);
  });

  it('--quiet leaves only findings', async () => {
    const run = await isms(['check', '--quiet', ...ONLY_IDS], { cwd: DIRTY.folder });
    assert.match(run.stdout, /mapping\/unknown-control/);
    assert.doesNotMatch(run.stdout, /All themes|suppressed|isms fix" mends/);
    assert.equal((await isms(['check', '--quiet', 'policies/backup.md'], { cwd: DIRTY.folder })).stdout, '');
  });

  const colours: readonly (readonly [env: Record<string, string>, args: string[], coloured: boolean])[] = [
    [{}, [], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ CLICOLOR_FORCE: '1' }, [], true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    [{ NO_COLOR: '1' }, ['--color', 'always'], true],
    [{ FORCE_COLOR: '1' }, ['--color', 'never'], false],
    [{ FORCE_COLOR: '1' }, ['--color', 'auto'], true],
  ];
  for (const [env, args, coloured] of colours) {
    it(`${coloured ? 'colours' : 'no colours'} with ${JSON.stringify(env)} ${args.join(' ')}`, async () => {
      const run = await isms(['check', ...args], { cwd: DIRTY.folder, env });
      assert.equal(run.stdout.includes('\u001b['), coloured);
    });
  }

  it('--version and --help answer on standard output', async () => {
    const version = await isms(['--version']);
    assert.deepEqual(
      [version.code, /^isms \d+\.\d+\.\d+\n$/.test(version.stdout), version.stderr],
      [0, true, ''],
    );
    const help = await isms(['check', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--fail-on LEVEL/);
    const nothing = await isms([]);
    assert.deepEqual([nothing.code, nothing.stdout], [2, '']);
  });
});
