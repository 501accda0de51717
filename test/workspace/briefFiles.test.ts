import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Project } from '../../server/src/workspace/project';
import { engine } from '../harness/engine';
import { createMemoryFileSystem, type MemoryFileSystem } from '../harness/memoryFileSystem';

const POLICY = '---\ntitle: Access control\ncontrols: ["A.5.15"]\n---\n';

async function loaded(): Promise<{ readonly files: MemoryFileSystem; readonly project: Project }> {
  const files = createMemoryFileSystem({ 'a.md': POLICY });
  const project = createProject({ engine, fileSystem: files });
  await project.load();
  return { files, project };
}

function documents(project: Project): string[] {
  return project.isms().documents.map((document) => document.path);
}

/** Between a file's creation and its end there may be no moment at which we looked. */
describe('an open file that was on disk for a moment only', () => {
  it('does not count when the disk tells of it and no longer has it, until somebody types', async () => {
    const { project } = await loaded();
    project.open('brief.md', POLICY);
    assert.deepEqual(documents(project), ['a.md', 'brief.md']);
    await project.refresh(['brief.md']);
    assert.deepEqual(documents(project), ['a.md']);
    project.open('brief.md', `${POLICY}Text.\n`);
    assert.deepEqual(documents(project), ['a.md', 'brief.md']);
  });

  it('counts again when it is back', async () => {
    const { files, project } = await loaded();
    project.open('brief.md', POLICY);
    await project.refresh(['brief.md']);
    files.write('brief.md', POLICY);
    await project.refresh(['brief.md']);
    assert.deepEqual(documents(project), ['a.md', 'brief.md']);
  });

  it('counts while nobody tells of it: it is new and was never saved', async () => {
    const { files, project } = await loaded();
    project.open('new.md', POLICY);
    files.write('other.md', POLICY);
    await project.refresh(['other.md', 'folder']);
    await project.load();
    assert.deepEqual(documents(project), ['a.md', 'new.md', 'other.md']);
  });
});
