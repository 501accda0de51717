import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gitRepository, type GitRepository } from '../../harness/gitRepository';
import { program } from '../../harness/program';
import { SMALL_ISMS } from './smallIsms';

interface CheckOutput {
  readonly comparison?: Record<string, unknown>;
  readonly diagnostics: readonly { readonly ruleId: string; readonly control?: string }[];
}

/** One finding of old, a commit that mends it, adds another and moves everything down by some lines. */
function repositoryWithBoth(): GitRepository {
  const repository = gitRepository(SMALL_ISMS);
  replace(repository, 'soa.md', 'Visitors come to the data centre every week', '');
  replace(repository, 'policies/backup.md', 'owner: Joris\n', '');
  repository.commit('With two findings');
  replace(
    repository,
    'soa.md',
    '| A.7.2 | Yes |  |',
    '| A.7.2 | Yes | The contract of the data centre asks for it |',
  );
  replace(repository, 'soa.md', 'Treats R-002, lost data', '');
  replace(repository, 'policies/backup.md', 'id: POL-BCK\n', '# moved\n# down\nid: POL-BCK\n');
  repository.git('mv', 'policies/backup.md', 'policies/copies.md');
  replace(repository, 'policies/access.md', '(backup.md)', '(copies.md)');
  return repository;
}

function replace(repository: GitRepository, file: string, from: string, to: string): void {
  assert.ok(repository.read(file).includes(from), `${file} does not hold ${from}`);
  repository.write(
    file,
    repository.read(file).replace(from, () => to),
  );
}

describe('isms check --base', () => {
  const repository = repositoryWithBoth();
  const check = async (...args: readonly string[]): Promise<CheckOutput> => {
    const run = await program(['check', '--base', 'HEAD', '--format', 'json', ...args], repository.folder);
    assert.ok(run.code < 2, run.stderr);
    return JSON.parse(run.stdout) as CheckOutput;
  };
  const relevant = ({ diagnostics }: CheckOutput): string[] =>
    diagnostics.map(({ ruleId, control }) => `${ruleId} ${control ?? ''}`.trim());

  it('shows with --new-only what the base does not have; a renamed and edited file keeps its findings', async () => {
    const output = await check('--new-only');
    assert.deepEqual(relevant(output), ['soa/missing-justification A.8.13']);
    assert.deepEqual(
      { ...output.comparison, commit: undefined, unchanged: undefined },
      { base: 'HEAD', commit: undefined, new: 1, fixed: 1, unchanged: undefined, newOnly: true },
    );
  });

  it('shows everything without it, and counts the same', async () => {
    const output = await check();
    assert.ok(relevant(output).includes('policy/missing-field'));
    assert.equal(output.comparison?.['new'], 1);
    assert.equal(output.comparison['unchanged'], output.diagnostics.length - 1);
  });

  it('counts within the part that was asked for', async () => {
    const output = await check('--new-only', 'policies');
    assert.deepEqual([output.diagnostics.length, output.comparison?.['new']], [0, 0]);
  });

  it('fails on new findings only', async () => {
    const failing = await program(['check', '--base', 'HEAD', '--new-only'], repository.folder);
    assert.equal(failing.code, 1);
    assert.match(failing.stdout, /Since HEAD \([\da-f]{7}\): 1 new, 1 fixed, \d+ unchanged\./);
    const elsewhere = await program(['check', '--base', 'HEAD', '--new-only', 'policies'], repository.folder);
    assert.equal(elsewhere.code, 0);
  });

  it('writes all findings into formats that a forge compares by itself', async () => {
    for (const format of ['gitlab', 'sarif']) {
      const whole = await program(['check', '--format', format], repository.folder);
      const compared = await program(
        ['check', '--base', 'HEAD', '--new-only', '--format', format],
        repository.folder,
      );
      assert.equal(compared.stdout, whole.stdout);
    }
  });

  it('is judged by the severities of the base', async () => {
    replace(repository, 'isms.yaml', 'rules:\n', 'rules:\n  soa/missing-justification: off\n');
    const output = await check('--new-only');
    replace(repository, 'isms.yaml', '  soa/missing-justification: off\n', '');
    assert.deepEqual(relevant(output), ['soa/missing-justification A.8.13']);
  });

  it('refuses --new-only without a base, and a base that is not there', async () => {
    const without = await program(['check', '--new-only'], repository.folder);
    assert.deepEqual([without.code, without.stdout], [2, '']);
    assert.match(without.stderr, /--new-only needs --base REV/);
    const missing = await program(['check', '--base', 'HEAD~9'], repository.folder);
    assert.deepEqual([missing.code, missing.stdout], [2, '']);
    assert.match(missing.stderr, /there is no revision "HEAD~9"/);
  });
});
