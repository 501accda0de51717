import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documents, loaded, mapped, OTHER, POLICY } from '../harness/project';

describe('open files', () => {
  it('outrank the disk until they are closed', async () => {
    const { project } = await loaded({ 'a.md': POLICY });
    project.open('a.md', OTHER);
    assert.deepEqual(mapped(project), ['A.8.24']);
    await project.load();
    assert.deepEqual(mapped(project), ['A.8.24']);
    await project.close('a.md');
    assert.deepEqual(mapped(project), ['A.5.15']);
  });

  it('count before they are saved, unless they would be left out', async () => {
    const { project } = await loaded({ 'a.md': POLICY, '.gitignore': 'out/\n', 'team/isms.yaml': '' });
    for (const path of ['new.md', 'out/x.md', '.github/x.md', 'deep/node_modules/x.md', 'team/x.md', 'x.txt'])
      project.open(path, OTHER);
    assert.deepEqual(documents(project), ['a.md', 'new.md']);
    assert.deepEqual(['new.md', 'out/x.md', 'team/x.md', 'x.txt', 'isms.yaml'].map(project.covers), [
      true,
      false,
      false,
      false,
      true,
    ]);
    await project.close('new.md');
    assert.deepEqual(documents(project), ['a.md']);
  });

  it('deleted on disk, they count no more, as on the command line, until somebody types', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    project.open('a.md', POLICY);
    files.remove('a.md');
    await project.refresh(['a.md']);
    assert.deepEqual(documents(project), []);
    project.open('a.md', OTHER);
    assert.deepEqual(mapped(project), ['A.8.24']);
  });

  it('are back when their file is back', async () => {
    const { project, files } = await loaded({ 'sub/a.md': POLICY });
    project.open('sub/a.md', OTHER);
    files.remove('sub');
    await project.refresh(['sub']);
    assert.deepEqual(documents(project), []);
    files.write('sub/a.md', POLICY);
    await project.refresh(['sub/a.md']);
    assert.deepEqual(mapped(project), ['A.8.24']);
  });

  it('an unsaved isms.yaml counts at once, and files that it adds after a refresh', async () => {
    const { project } = await loaded({
      'isms.yaml': 'documents:\n  include: ["a.md"]\n',
      'a.md': POLICY,
      'b.md': OTHER,
    });
    project.open('isms.yaml', 'documents:\n  include: ["b.md"]\n');
    assert.deepEqual(documents(project), []);
    await project.refresh(['isms.yaml']);
    assert.deepEqual(documents(project), ['b.md']);
    await project.close('isms.yaml');
    await project.refresh(['isms.yaml']);
    assert.deepEqual(documents(project), ['a.md']);
  });

  it('an isms.yaml that was never saved counts', async () => {
    const { project } = await loaded({ 'a.md': POLICY });
    project.open('isms.yaml', 'organization: ACME\n');
    await project.refresh(['isms.yaml']);
    assert.equal(project.isms().config?.config.organization, 'ACME');
  });

  it('new keys in isms.yaml read every file anew', async () => {
    const { project } = await loaded({ 'a.md': '---\ntype: policy\nours: ["A.5.15"]\n---\n' });
    assert.deepEqual(mapped(project), []);
    project.open('isms.yaml', 'controlKeys: { ours: iso27001 }\n');
    assert.deepEqual(mapped(project), ['A.5.15']);
  });

  it('a byte order mark makes no difference', async () => {
    const { project } = await loaded({
      'a.md': `\uFEFF${POLICY}`,
      'isms.yaml': '\uFEFForganization: ACME\n',
    });
    const isms = project.isms();
    assert.deepEqual(mapped(project), ['A.5.15']);
    assert.equal(isms.config?.config.organization, 'ACME');
    assert.equal(isms.documents[0]?.source.text, POLICY);
  });
});
