import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { temporaryWorkspace } from '../../harness/cli';
import { gitRepository, type GitRepository } from '../../harness/gitRepository';
import { program } from '../../harness/program';
import { SMALL_ISMS } from './smallIsms';

/** The base, a branch with one change, and a main branch that went on meanwhile. */
function branched(): GitRepository {
  const repository = gitRepository(SMALL_ISMS);
  repository.git('checkout', '--quiet', '-b', 'topic');
  repository.write('policies/access.md', repository.read('policies/access.md').replace('"A.5.15", ', ''));
  repository.commit('Drop A.5.15');
  repository.git('checkout', '--quiet', 'main');
  repository.write('soa.md', repository.read('soa.md').replace('| Planned |', '| Implemented |'));
  repository.commit('Implemented');
  repository.git('checkout', '--quiet', 'topic');
  return repository;
}

async function changesOf(repository: GitRepository, ...args: readonly string[]): Promise<string[]> {
  const run = await program(['impact', ...args, '--format', 'json'], repository.folder);
  assert.equal(run.code, 0, run.stderr);
  const { workspaces } = JSON.parse(run.stdout) as {
    workspaces: { changes: { id: string; subject: string }[] }[];
  };
  return workspaces.flatMap(({ changes }) => changes.map(({ id, subject }) => `${id} ${subject}`));
}

describe('the revisions of isms impact', () => {
  const repository = branched();

  it('compares two trees with two dots, the other way round where they are so named', async () => {
    assert.deepEqual(await changesOf(repository, 'main..topic'), ['IMP101 A.5.15', 'IMP114 A.8.13']);
    assert.deepEqual(await changesOf(repository, 'topic..main'), ['IMP102 A.5.15', 'IMP114 A.8.13']);
  });

  it('leaves out with three dots what others merged meanwhile', async () => {
    assert.deepEqual(await changesOf(repository, 'main...topic'), ['IMP101 A.5.15']);
    assert.deepEqual(await changesOf(repository, 'main...'), ['IMP101 A.5.15']);
  });

  it('takes the files on disk for the head, new ones included', async () => {
    repository.write('policies/new.md', '---\ntype: policy\ntitle: New\ncontrols: ["A.5.9"]\n---\n');
    assert.deepEqual(await changesOf(repository, 'HEAD'), ['IMP102 A.5.9', 'IMP162 New']);
    repository.remove('policies/new.md');
    assert.deepEqual(await changesOf(repository, 'HEAD'), []);
  });

  it('works from a folder within, and with names that hold blanks and umlauts', async () => {
    const run = await program(['impact', 'HEAD^..HEAD'], repository.path('policies'));
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /1 decision needed/);
    assert.match(run.stdout, /access\.md/);
  });

  it('checks nothing out and writes nothing', async () => {
    const before = repository.git('status', '--porcelain');
    await changesOf(repository, 'main..topic');
    assert.equal(repository.git('status', '--porcelain'), before);
  });

  it('takes an option for a revision and not for an option', async () => {
    const run = await program(['impact', '--', '--output=x'], repository.folder);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /there is no revision "--output=x"/);
  });
});

describe('what isms impact cannot compare', () => {
  it('a revision that is not there', async () => {
    const run = await program(['impact', 'origin/main'], gitRepository(SMALL_ISMS).folder);
    assert.deepEqual([run.code, run.stdout], [2, '']);
    assert.match(run.stderr, /there is no revision "origin\/main" in this clone\. "git log" shows/);
  });

  it('a base that a shallow clone lacks, with the line to add to the workflow', async () => {
    const origin = branched();
    const clone = temporaryWorkspace();
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin.folder}`, clone.folder]);
    const github = await program(['impact', 'HEAD^1'], clone.folder, { GITHUB_ACTIONS: 'true' });
    assert.equal(github.code, 2);
    assert.match(
      github.stderr,
      /only the last commits[\s\S]*uses: actions\/checkout@v4[\s\S]*fetch-depth: 2/,
    );
    const gitlab = await program(['impact', 'HEAD^1'], clone.folder, { GITLAB_CI: 'true' });
    assert.match(gitlab.stderr, /GIT_DEPTH: "0"/);
    const shell = await program(['impact', 'origin/dev'], clone.folder);
    assert.match(shell.stderr, /git fetch --depth=1 origin dev/);
  });

  it('histories that a shallow clone does not join', async () => {
    const origin = branched();
    const clone = temporaryWorkspace();
    execFileSync('git', [
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      `file://${origin.folder}`,
      clone.folder,
    ]);
    const run = await program(['impact', 'origin/main...'], clone.folder, { GITHUB_ACTIONS: 'true' });
    assert.equal(run.code, 2);
    assert.match(run.stderr, /no commit in common in this clone[\s\S]*fetch-depth: 0/);
    const direct = await program(['impact', 'origin/main..origin/topic'], clone.folder);
    assert.equal(direct.code, 0, 'two trees need no history');
  });

  it('a folder without a repository', async () => {
    const run = await program(['impact', 'HEAD'], temporaryWorkspace(SMALL_ISMS).folder);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /needs a git repository: this folder lies in no git repository/);
  });
});

describe('what a repository may contain', () => {
  it('runs no program that its configuration names', async () => {
    const repository = branched();
    const trap = repository.path('trap');
    repository.write('trap.sh', `#!/bin/sh\ntouch '${trap}'\ncat\n`);
    execFileSync('chmod', ['+x', repository.path('trap.sh')]);
    const script = repository.path('trap.sh');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'core.sshCommand', 'core.editor'])
      repository.git('config', key, script);
    repository.git('config', 'filter.trap.smudge', script);
    repository.git('config', 'filter.trap.clean', script);
    repository.git('config', 'diff.trap.textconv', script);
    repository.write('.git/info/attributes', '*.md filter=trap diff=trap\n');
    assert.deepEqual(await changesOf(repository, 'main..topic'), ['IMP101 A.5.15', 'IMP114 A.8.13']);
    assert.throws(() => repository.read('trap'), /ENOENT/);
  });

  it('an ISMS that is not there yet: everything is new, and judged by itself', async () => {
    const repository = gitRepository('=== README.md\n# Acme\n');
    for (const name of ['isms.yaml', 'policies/backup.md'])
      repository.write(
        name,
        name === 'isms.yaml'
          ? 'organization: Acme\n'
          : '---\ntype: policy\ntitle: Backup\ncontrols: ["A.8.13"]\n---\n',
      );
    const run = await program(['impact', 'HEAD', '--format', 'json'], repository.folder);
    assert.equal(run.code, 0, run.stderr);
    const [workspace] = (
      JSON.parse(run.stdout) as {
        workspaces: { judgedBy: string; coverage: { before: unknown }; changes: { id: string }[] }[];
      }
    ).workspaces;
    assert.equal(workspace?.judgedBy, 'head');
    assert.equal(workspace?.coverage.before, null);
    assert.deepEqual(
      workspace?.changes.map(({ id }) => id),
      ['IMP102', 'IMP162'],
    );
  });

  it('several ISMSs, and one that is gone', async () => {
    const repository = gitRepository(`
=== a/isms.yaml
organization: A
=== a/p.md
---
type: policy
title: Backup
controls: ["A.8.13"]
---
=== b/isms.yaml
organization: B
=== b/p.md
---
type: policy
title: Access
controls: ["A.5.15"]
---
`);
    repository.remove('b/isms.yaml');
    repository.remove('b/p.md');
    const run = await program(['impact', 'HEAD', '--format', 'json'], repository.folder);
    assert.equal(run.code, 0, run.stderr);
    const { workspaces } = JSON.parse(run.stdout) as {
      workspaces: { root: string; changes: { id: string; subject: string }[] }[];
    };
    assert.deepEqual(
      workspaces
        .filter(({ changes }) => changes.length > 0)
        .map(({ root, changes }) => [root, changes.map(({ id }) => id)]),
      [['b', ['IMP101', 'IMP162']]],
    );
  });
});
