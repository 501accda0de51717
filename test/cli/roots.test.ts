import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace, type CheckJson } from '../harness/cli';

const faulty = (title: string): string => `---
title: ${title}
type: record
controls: ["A.5.99"]
---
`;

/** Two ISMSs and one within the second, side by side with documents of none. */
const REPOSITORY = temporaryWorkspace(`
=== one/isms.yaml
organization: One
=== one/policies/a.md
${faulty('A')}
=== one/policies/deep/b.md
${faulty('B')}
=== one/records/c.md
${faulty('C')}
=== two/isms.yaml
organization: Two
=== two/d.md
${faulty('D')}
=== two/inner/isms.yaml
organization: Inner
=== two/inner/e.md
${faulty('E')}
=== docs/plain.md
# Nothing of an ISMS
`);

async function seen(cwd: string, ...paths: string[]): Promise<{ roots: string[]; files: string[] }> {
  const { workspaces, diagnostics }: CheckJson = await checkJson(paths, { cwd: REPOSITORY.path(cwd) });
  const files = diagnostics
    .filter(({ ruleId }) => ruleId === 'mapping/unknown-control')
    .map(({ file }) => file);
  return { roots: workspaces.map(({ root }) => root), files };
}

describe('isms check finds the ISMS around what is named', { concurrency: 2 }, () => {
  it('the root is found upwards, and only what is named is shown', async () => {
    assert.deepEqual(await seen('', 'one/policies'), {
      roots: ['one'],
      files: ['one/policies/a.md', 'one/policies/deep/b.md'],
    });
    assert.deepEqual(await seen('', 'one/policies/a.md'), { roots: ['one'], files: ['one/policies/a.md'] });
    assert.deepEqual(await seen('one/policies', 'deep', '../records/c.md'), {
      roots: ['..'],
      files: ['../records/c.md', 'deep/b.md'],
    });
  });

  it('the whole root is analysed all the same', async () => {
    const { workspaces } = await checkJson(['one/policies/a.md'], { cwd: REPOSITORY.folder });
    assert.equal(workspaces[0]?.summary.documents, 3);
    assert.equal(workspaces[0]?.summary.errors, 1);
  });

  it('without a path the current folder is meant', async () => {
    assert.deepEqual(await seen('one/policies/deep'), { roots: ['../..'], files: ['b.md'] });
    assert.deepEqual(await seen('one'), {
      roots: ['.'],
      files: ['policies/a.md', 'policies/deep/b.md', 'records/c.md'],
    });
  });

  it('every root below a named folder is checked apart', async () => {
    const all = await seen('');
    assert.deepEqual(all.roots, ['one', 'two', 'two/inner']);
    assert.deepEqual(all.files, [
      'one/policies/a.md',
      'one/policies/deep/b.md',
      'one/records/c.md',
      'two/d.md',
      'two/inner/e.md',
    ]);
    assert.deepEqual((await seen('', 'two')).roots, ['two', 'two/inner']);
    assert.deepEqual(await seen('', 'two/d.md'), { roots: ['two'], files: ['two/d.md'] });
  });

  it('paths of several roots are put together, each root once', async () => {
    assert.deepEqual(await seen('', 'two/inner', 'one/policies/a.md', 'one/records', 'two'), {
      roots: ['one', 'two', 'two/inner'],
      files: ['one/policies/a.md', 'one/records/c.md', 'two/d.md', 'two/inner/e.md'],
    });
  });

  it('nothing is counted twice where names overlap', async () => {
    assert.deepEqual((await seen('', 'one', 'one/policies', 'one/policies/a.md')).files.length, 3);
  });

  it('without isms.yaml the named folder is the root', async () => {
    const bare = temporaryWorkspace(`=== isms/a.md\n${faulty('A')}\n=== isms/sub/b.md\n${faulty('B')}`);
    assert.deepEqual(
      (await checkJson(['isms/sub'], { cwd: bare.folder })).workspaces.map(({ root, summary }) => [
        root,
        summary.documents,
      ]),
      [['isms/sub', 1]],
    );
    assert.deepEqual(
      (await checkJson(['isms'], { cwd: bare.folder })).workspaces.map(({ root, summary }) => [
        root,
        summary.documents,
      ]),
      [['isms', 2]],
    );
    assert.deepEqual(
      (await checkJson(['isms/sub/b.md'], { cwd: bare.folder })).workspaces.map(({ root, summary }) => [
        root,
        summary.documents,
      ]),
      [['.', 2]],
    );
  });

  it('text output tells the roots apart and ends with coverage', async () => {
    const run = await isms(['check'], { cwd: REPOSITORY.folder });
    for (const root of ['one', 'two', 'two/inner'])
      assert.match(run.stdout, new RegExp(`^ISMS in ${root}$`, 'm'));
    assert.match(run.stdout, / {2}All themes +\d+ of 93\n$/);
  });
});

describe('isms check refuses a configuration that cannot be used', { concurrency: 2 }, () => {
  const cases: readonly (readonly [name: string, yaml: string, message: RegExp])[] = [
    ['an unknown key', 'organization: X\nsao: soa.md\n', /^isms\.yaml:2:1: .*"sao".*"soa"/m],
    ['broken YAML', 'organization: "X\n', /^isms\.yaml:\d+:\d+: /m],
    ['an unknown rule', 'rules:\n  soa/misssing-control: off\n', /^isms\.yaml:2:3: .*soa\/missing-control/m],
    ['a wrong type', 'documents: 5\n', /^isms\.yaml:1:12: /m],
  ];
  for (const [name, yaml, message] of cases) {
    it(name, async () => {
      const workspace = temporaryWorkspace(`=== isms.yaml\n${yaml}=== a.md\n${faulty('A')}`);
      const run = await isms(['check', '--format', 'json'], { cwd: workspace.folder });
      assert.deepEqual([run.code, run.stdout], [2, '']);
      assert.match(run.stderr, /the configuration cannot be used/);
      assert.match(run.stderr, message);
    });
  }

  it('names every fault of the file that --config names', async () => {
    const workspace = temporaryWorkspace(`=== a.md\n${faulty('A')}\n=== ci/strict.yml\nfoo: 1\nbar: 2\n`);
    const run = await isms(['check', '--config', 'ci/strict.yml'], { cwd: workspace.folder });
    assert.equal(run.code, 2);
    assert.match(run.stderr, /2 faults/);
    assert.match(run.stderr, /^ci\/strict\.yml:1:1: .*\nci\/strict\.yml:2:1: /m);
  });
});
