import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { checkJson, isms, temporaryWorkspace, type TemporaryWorkspace } from '../harness/cli';

const ACCESS =
  '# Access\n\n**Owner:** CISO | **Version:** 1.0\n\n## Rules (Annex A: A.5.15)\n\nText  with   odd spacing.  \n';
const BLOCK = '---\ntitle: Access\nversion: "1.0"\nowner: CISO\ncontrols: ["A.5.15"]\n---\n\n';

const fresh = (): TemporaryWorkspace =>
  temporaryWorkspace(
    `=== isms.yaml\norganization: ACME\n=== policies/access.md\n${ACCESS}=== policies/keys.md\n---\ntitle: Keys\ncontrols: ["A 8.24"]\n---\n\n| Field | Value |\n| --- | --- |\n| Owner | CTO |\n=== README.md\n# Read me\n\n**Owner:** CISO | **Version:** 1.0\n`,
  );
const convert = (workspace: TemporaryWorkspace, ...args: string[]): ReturnType<typeof isms> =>
  isms(['fix', '--convert', '--today', '2026-11-22', ...args], { cwd: workspace.folder });

describe('isms fix --convert', { concurrency: 2 }, () => {
  it('writes what the texts say into front matter and changes nothing else', async () => {
    const workspace = fresh();
    const readme = workspace.read('README.md');
    const run = await convert(workspace);
    assert.deepEqual([run.code, run.stderr], [0, '']);
    assert.equal(workspace.read('policies/access.md'), BLOCK + ACCESS);
    assert.match(
      workspace.read('policies/keys.md'),
      /^---\ntitle: Keys\nowner: CTO\ncontrols: \["A 8\.24"\]\n---\n/,
    );
    assert.equal(workspace.read('README.md'), readme);
    assert.match(run.stdout, /Converted 2 documents\./);
  });

  it('has nothing left to do the second time', async () => {
    const workspace = fresh();
    await convert(workspace);
    const again = await convert(workspace);
    assert.match(again.stdout, /There is nothing to convert/);
    assert.equal((await convert(workspace, '--dry-run')).code, 0);
  });

  it('maps the same controls before and after', async () => {
    const workspace = fresh();
    const mapped = async (): Promise<unknown> =>
      (await checkJson([], { cwd: workspace.folder })).workspaces[0]?.controls.filter(
        ({ documents }) => documents.length > 0,
      );
    const before = await mapped();
    await convert(workspace);
    assert.deepEqual(await mapped(), before);
  });

  it('shows the patch first, which git applies', async () => {
    const [dry, wet] = [fresh(), fresh()];
    for (const workspace of [dry, wet])
      workspace.write('für 🔐.md', `\ufeff${ACCESS.replace(/\n/g, '\r\n')}`);
    const run = await convert(dry, '--dry-run');
    assert.equal(run.code, 1);
    assert.equal(dry.read('policies/access.md'), ACCESS);
    assert.match(run.stderr, /Would convert 3 documents\. Leave out --dry-run to do it\./);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: dry.folder, input: run.stdout });
    await convert(wet);
    for (const file of ['policies/access.md', 'policies/keys.md', 'für 🔐.md'])
      assert.equal(dry.read(file), wet.read(file), file);
  });

  it('touches only what is named, and tells machines', async () => {
    const workspace = fresh();
    const { code, stdout } = await convert(workspace, 'policies/access.md', '--format', 'json');
    const result = JSON.parse(stdout) as { convert: boolean; files: { file: string; diff: string }[] };
    assert.deepEqual(
      [code, result.convert, result.files.map(({ file }) => file)],
      [0, true, ['policies/access.md']],
    );
    assert.match(result.files[0]?.diff ?? '', /^\+title: Access$/m);
    assert.doesNotMatch(workspace.read('policies/keys.md'), /owner/);
  });
});
