import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';

const QUIET =
  'rules: { "soa/missing": "off", "clause/missing-document": "off", "mapping/unmapped-control": "off" }\n';
const POLICY =
  '---\nid: POL-1\ntitle: Access\ntype: record\ncontrols: ["A.5.99"]\n---\n\n# Access\n\nA.5.98\n';
const workspaceOf = (files: string): TemporaryWorkspace =>
  temporaryWorkspace(`=== isms.yaml\n${QUIET}${files}`);
const policyWorkspace = (): TemporaryWorkspace => workspaceOf(`=== policies/access.md\n${POLICY}`);

describe('isms baseline', { concurrency: 2 }, () => {
  it('write accepts what is found, and check then finds nothing', async () => {
    const workspace = policyWorkspace();
    const cwd = workspace.folder;
    assert.equal((await isms(['check'], { cwd })).code, 1);
    const run = await isms(['baseline', 'write'], { cwd });
    assert.deepEqual([run.code, run.stdout, run.stderr], [0, '.isms-baseline accepts 2 findings.\n', '']);
    assert.match(
      workspace.read('.isms-baseline'),
      /^mapping\/unknown-control POL-1 A\.5\.98\nmapping\/unknown-control POL-1 A\.5\.99\n$/m,
    );
    assert.equal((await isms(['check'], { cwd })).code, 0);
    const { diagnostics, suppressed } = await checkJson([], { cwd });
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      suppressed.map(({ where, reason }) => [where, reason]),
      [
        ['baseline', 'It is in the baseline.'],
        ['baseline', 'It is in the baseline.'],
      ],
    );
    const inside = await isms(['baseline', 'write', 'policies/access.md'], { cwd });
    assert.equal(inside.stdout, '.isms-baseline accepts 2 findings.\n', 'whatever part was named');
  });

  it('prune removes what stands for nothing, and explain shows it', async () => {
    const workspace = policyWorkspace();
    const cwd = workspace.folder;
    await isms(['baseline', 'write'], { cwd });
    workspace.write('policies/access.md', POLICY.replace('A.5.98', 'A.5.15'));
    const explained = await isms(['baseline', 'explain'], { cwd });
    assert.match(explained.stdout, /POL-1 A\.5\.98\n {2}stands for nothing any more\n/);
    assert.match(
      explained.stdout,
      /POL-1 A\.5\.99\n {2}policies\/access\.md:5:13 error: A\.5\.99 is not a control/,
    );
    assert.match(explained.stdout, /1 finding accepted, 1 entry that stand/);
    const { diagnostics } = await checkJson([], { cwd });
    assert.deepEqual(
      diagnostics.map(({ ruleId, severity, file, fix }) => [ruleId, severity, file, fix]),
      [['suppression/unused', 'information', '.isms-baseline', 'choice']],
    );
    const pruned = await isms(['baseline', 'prune'], { cwd });
    assert.equal(
      pruned.stdout,
      '- mapping/unknown-control POL-1 A.5.98\nRemoved 1 entry; .isms-baseline accepts 1 finding.\n',
    );
    assert.deepEqual((await checkJson([], { cwd })).diagnostics, []);
    const again = await isms(['baseline', 'prune'], { cwd });
    assert.equal(again.stdout, 'Nothing to remove; .isms-baseline accepts 1 finding.\n');
  });

  it('takes another file with --baseline, in check as well', async () => {
    const workspace = policyWorkspace();
    const cwd = workspace.folder;
    await isms(['baseline', 'write', '--baseline', 'accepted.txt'], { cwd });
    assert.ok(!existsSync(workspace.path('.isms-baseline')));
    assert.equal((await isms(['check'], { cwd })).code, 1);
    assert.equal((await isms(['check', '--baseline', 'accepted.txt'], { cwd })).code, 0);
    workspace.write('accepted.txt', 'mapping/unknown-control POL-1 A.5.97\n');
    const { diagnostics } = await checkJson(['--baseline', 'accepted.txt'], { cwd });
    assert.deepEqual(diagnostics.map(({ ruleId, file }) => [ruleId, file]).at(0), [
      'suppression/unused',
      'accepted.txt',
    ]);
  });

  it('says how many findings cannot be accepted', async () => {
    const cwd = workspaceOf(
      '=== a.md\n---\ntitle: A\ntype: record\n---\n\n<!-- isms-disable-file soa/missing-status -->\n',
    ).folder;
    const run = await isms(['baseline', 'write'], { cwd });
    assert.equal(
      run.stdout,
      '.isms-baseline accepts 0 findings. 1 about suppressions cannot be accepted; "isms check" shows them.\n',
    );
  });

  it('cannot be pruned while a document cannot be read', async () => {
    const workspace = policyWorkspace();
    await isms(['baseline', 'write'], { cwd: workspace.folder });
    workspace.write('policies/access.md', POLICY.replace('title: Access', 'title: [Access'));
    const run = await isms(['baseline', 'prune'], { cwd: workspace.folder });
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /cannot be pruned now: a document could not be read/);
  });

  const nested = workspaceOf(`=== a/isms.yaml\n${QUIET}=== a/x.md\n${POLICY}=== y.md\n${POLICY}`);
  const refused: readonly (readonly [what: string, args: string[], message: RegExp])[] = [
    ['no action', ['baseline'], /needs one of write, prune, explain/],
    ['an unknown action', ['baseline', 'wirte'], /no "wirte"; did you mean "write"\?/],
    [
      'a baseline that does not exist',
      ['check', '--baseline', 'none.txt'],
      /cannot use the baseline "none\.txt": it does not exist/,
    ],
    ['to prune where there is none', ['baseline', 'prune', 'a'], /there is no baseline "a\/\.isms-baseline"/],
    [
      'one baseline for several ISMSs',
      ['check', '--baseline', 'isms.yaml'],
      /--baseline is for one ISMS, and here are 2: "\.", "a"/,
    ],
    ['to write one for several ISMSs', ['baseline', 'write', '--baseline', 'x'], /is for one ISMS/],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      const run = await isms(args, { cwd: nested.folder });
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, message);
    });
  }

  it('accepts in each of several ISMSs what its own baseline says', async () => {
    await isms(['baseline', 'write', 'a'], { cwd: nested.folder });
    const { diagnostics, suppressed } = await checkJson([], { cwd: nested.folder });
    assert.deepEqual(
      suppressed.map(({ file }) => file),
      ['a/x.md', 'a/x.md'],
    );
    assert.ok(diagnostics.every(({ file }) => file === 'y.md'));
  });
});
