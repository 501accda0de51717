import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documents, loaded, mapped, OTHER, POLICY } from '../harness/project';

describe('a project on disk', () => {
  it('reads the Markdown that git does not ignore, and neither dot folders nor node_modules', async () => {
    const { project, files } = await loaded({
      'a.md': POLICY,
      'sub/b.markdown': POLICY,
      'sub/c.txt': POLICY,
      '.git/d.md': POLICY,
      'node_modules/e.md': POLICY,
      '.gitignore': 'drafts/\n',
      'drafts/f.md': POLICY,
      'sub/.gitignore': '/g.md\n',
      'sub/g.md': POLICY,
      'g.md': POLICY,
    });
    assert.deepEqual(documents(project), ['a.md', 'g.md', 'sub/b.markdown']);
    assert.ok(!files.reads.includes('drafts/f.md'), 'an ignored file was read');
  });

  it('leaves nested roots, symbolic links and excluded files out', async () => {
    const { project, files } = await loaded({
      'isms.yaml': 'documents:\n  exclude: ["archive/**"]\n',
      'a.md': POLICY,
      'archive/b.md': POLICY,
      'team/isms.yaml': '',
      'team/c.md': POLICY,
    });
    files.link('linked.md');
    await project.load();
    assert.deepEqual(documents(project), ['a.md']);
    assert.deepEqual(project.nestedRoots, ['team']);
  });

  it('takes folders that the caller calls roots for roots', async () => {
    const { project } = await loaded(
      { 'a.md': POLICY, 'own/b.md': POLICY },
      { isRoot: (folder) => folder === 'own' },
    );
    assert.deepEqual(documents(project), ['a.md']);
    assert.deepEqual(project.nestedRoots, ['own']);
  });

  it('keeps to its first folder where there are too many', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}/x.md`, POLICY]));
    const { project } = await loaded({ ...many, 'a.md': POLICY }, { mostFolders: 5 });
    assert.deepEqual(documents(project), ['a.md']);
    project.open('f1/x.md', OTHER);
    assert.deepEqual(documents(project), ['a.md']);
  });

  it('names what cannot be read and reads on', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    files.write('b.md', new Uint8Array([0x41, 0xff, 0xfe]));
    files.write('c.md', { failure: 'there is no permission to read it' });
    await project.load();
    assert.deepEqual(documents(project), ['a.md']);
    assert.deepEqual(
      project.isms().unreadable.map((file) => file.path),
      ['b.md', 'c.md'],
    );
  });

  it('gives the same value until something changes', async () => {
    const { project } = await loaded({ 'a.md': POLICY });
    const before = project.isms();
    assert.equal(project.isms(), before);
    project.open('a.md', POLICY);
    assert.notEqual(project.isms(), before);
  });

  it('reads one file once more, not all, when one changes', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY, 'b.md': POLICY });
    files.write('a.md', OTHER);
    files.reads.length = 0;
    await project.refresh(['a.md']);
    assert.deepEqual(files.reads, ['a.md']);
    assert.deepEqual(mapped(project), ['A.5.15', 'A.8.24']);
  });
});

describe('what changes on disk', () => {
  it('a file is created, deleted, renamed', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    files.write('new/b.md', OTHER);
    await project.refresh(['new', 'new/b.md']);
    assert.deepEqual(documents(project), ['a.md', 'new/b.md']);
    files.rename('new/b.md', 'new/c.md');
    await project.refresh(['new/b.md', 'new/c.md']);
    assert.deepEqual(documents(project), ['a.md', 'new/c.md']);
    files.remove('a.md');
    await project.refresh(['a.md']);
    assert.deepEqual(documents(project), ['new/c.md']);
  });

  it('a folder is created, renamed and deleted, and only its own event arrives', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    files.write('v1.0/deep/b.md', OTHER);
    await project.refresh(['v1.0']);
    assert.deepEqual(documents(project), ['a.md', 'v1.0/deep/b.md']);
    files.rename('v1.0', 'v2');
    await project.refresh(['v1.0', 'v2']);
    assert.deepEqual(documents(project), ['a.md', 'v2/deep/b.md']);
    files.remove('v2');
    await project.refresh(['v2']);
    assert.deepEqual(documents(project), ['a.md']);
  });

  it('files that are nothing to us, ignored folders and dot folders cost no reading', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY, '.gitignore': 'out/\n', 'logo.png': '' });
    const before = project.isms();
    files.write('out/b.md', OTHER);
    files.write('.git/index', '');
    files.reads.length = 0;
    await project.refresh(['logo.png', 'out', 'out/b.md', '.git/index', 'node_modules']);
    assert.deepEqual(files.reads, []);
    assert.deepEqual(
      documents(project),
      before.documents.map((each) => each.path),
    );
  });

  it('isms.yaml and .gitignore change what is read', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY, 'b.md': OTHER });
    files.write('isms.yaml', 'documents:\n  include: ["a.md"]\n');
    await project.refresh(['isms.yaml']);
    assert.deepEqual(documents(project), ['a.md']);
    files.remove('isms.yaml');
    await project.refresh(['isms.yaml']);
    assert.deepEqual(documents(project), ['a.md', 'b.md']);
    files.write('.gitignore', 'a.md');
    await project.refresh(['.gitignore']);
    assert.deepEqual(documents(project), ['b.md']);
  });

  it('another root appears below and goes again', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY, 'team/b.md': OTHER });
    files.write('team/isms.yaml', '');
    await project.refresh(['team/isms.yaml']);
    assert.deepEqual([documents(project), project.nestedRoots], [['a.md'], ['team']]);
    files.remove('team/isms.yaml');
    await project.refresh(['team/isms.yaml']);
    assert.deepEqual([documents(project), project.nestedRoots], [['a.md', 'team/b.md'], []]);
    files.write('team/isms.yaml', '');
    await project.load();
    files.remove('team');
    await project.refresh(['team']);
    assert.deepEqual([documents(project), project.nestedRoots], [['a.md'], []]);
  });

  it('changes run in turn, however many are under way', async () => {
    const { project, files } = await loaded({ 'a.md': POLICY });
    files.write('b.md', OTHER);
    const first = project.load();
    files.remove('a.md');
    const second = project.refresh(['a.md']);
    files.write('c.md', OTHER);
    await Promise.all([first, second, project.refresh(['c.md'])]);
    assert.deepEqual(documents(project), ['b.md', 'c.md']);
  });
});
