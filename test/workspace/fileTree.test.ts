import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loaded, POLICY } from '../harness/project';

/** What is known of each path: there, not there, or not to be known. */
async function knowledge(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<readonly (boolean | undefined)[]> {
  const { project } = await loaded(files);
  return paths.map((path) => project.isms().tree.has(path));
}

describe('the files that links may lead to', () => {
  it('are all there are, read or not, and their folders', async () => {
    const files = { 'a.md': POLICY, 'pictures/plan.png': 'png', 'docs/x.pdf': 'pdf' };
    const paths = ['a.md', 'pictures/plan.png', 'docs/x.pdf', 'docs', '', 'b.md', 'docs/y.pdf', 'none'];
    assert.deepEqual(await knowledge(files, paths), [true, true, true, true, true, false, false, false]);
  });

  it('are unknown where nobody looks: ignored files, dot folders, other roots', async () => {
    const files = {
      'a.md': POLICY,
      '.gitignore': 'private/\n*.key\n',
      'private/x.md': POLICY,
      '.github/workflow.yml': '',
      'team/isms.yaml': '',
      'team/b.md': POLICY,
    };
    const paths = [
      'private/x.md',
      'private/none.md',
      'my.key',
      '.github/workflow.yml',
      'team/b.md',
      'none.md',
    ];
    assert.deepEqual(await knowledge(files, paths), [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it('are unknown below the folders of which only the first was listed', async () => {
    const { project } = await loaded(
      { 'a.md': POLICY, 'b/c.md': POLICY, 'd/e.md': POLICY },
      { mostFolders: 1 },
    );
    assert.equal(project.isms().tree.has('b/none.md'), undefined);
  });

  it('come and go, and only their own event arrives', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    const has = (path: string): boolean | undefined => project.isms().tree.has(path);
    assert.equal(has('plan.png'), false);
    files.write('plan.png', 'png');
    await project.refresh(['plan.png']);
    assert.equal(has('plan.png'), true);
    files.write('pictures/plan.png', 'png');
    await project.refresh(['pictures']);
    assert.equal(has('pictures/plan.png'), true);
    files.remove('plan.png');
    files.remove('pictures');
    await project.refresh(['plan.png', 'pictures']);
    assert.deepEqual([has('plan.png'), has('pictures/plan.png'), has('pictures')], [false, false, false]);
    assert.ok(!files.reads.includes('plan.png'), 'a picture was read');
  });

  it('include what is open and not saved yet, and no document that was deleted', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY, 'b.md': POLICY });
    project.open('new.md', POLICY);
    files.remove('b.md');
    await project.refresh(['b.md']);
    assert.deepEqual([project.isms().tree.has('new.md'), project.isms().tree.has('b.md')], [true, false]);
  });
});
