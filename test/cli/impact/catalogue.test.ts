import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gitRepository } from '../../harness/gitRepository';
import { program } from '../../harness/program';
import { MEANINGLESS } from './meaningless';
import { CHANGES } from './scriptedChanges';
import type { ScriptedChange } from './scripting';
import { SMALL_ISMS } from './smallIsms';

const repository = gitRepository(SMALL_ISMS);
const start = repository.git('rev-parse', 'HEAD');

interface ImpactJson {
  readonly workspaces: readonly {
    readonly changes: readonly { readonly id: string; readonly level: string; readonly subject: string }[];
    readonly findings: { readonly new: readonly object[]; readonly fixed: readonly object[] };
  }[];
}

/** The commit of a change on top of the same ISMS, and what `isms impact` says of it. */
async function impactOf({ name, given, apply }: ScriptedChange): Promise<ImpactJson['workspaces'][number]> {
  repository.reset(start);
  given?.(repository);
  repository.commit('Given');
  apply(repository);
  repository.commit(name);
  const run = await program(['impact', 'HEAD^..HEAD', '--format', 'json'], repository.folder);
  assert.equal(run.code, 0, run.stderr);
  const [workspace] = (JSON.parse(run.stdout) as ImpactJson).workspaces;
  assert.ok(workspace);
  return workspace;
}

describe('one commit for each change of the catalogue', () => {
  for (const change of CHANGES)
    it(change.name, async () => {
      const { changes } = await impactOf(change);
      assert.deepEqual(
        changes.map(({ id, level, subject }) => `${id} ${level} ${subject}`),
        change.reports,
      );
    });
});

describe('commits that mean nothing', () => {
  for (const change of MEANINGLESS)
    it(change.name, async () => {
      const { changes, findings } = await impactOf(change);
      assert.deepEqual(changes, []);
      assert.deepEqual([findings.new, findings.fixed], [[], []]);
    });
});
