import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createProject, type Project } from '../../server/src/workspace/project';
import { engine } from '../harness/engine';
import { createMemoryFileSystem, type MemoryFileSystem } from '../harness/memoryFileSystem';

const POLICY = '---\ntitle: Customers\ncontrols: [CUST-1, CUST-2]\n---\n';
const CONFIG = 'catalogs: [catalog/own.yaml]\n';
const catalog = (...ids: readonly string[]): string =>
  `title: Customers\ncontrols:\n${ids.map((id) => `  - { id: ${id}, title: Title of ${id} }\n`).join('')}`;

async function loaded(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly files: MemoryFileSystem; readonly project: Project }> {
  const fileSystem = createMemoryFileSystem(files);
  const project = createProject({ engine, fileSystem });
  await project.load();
  return { files: fileSystem, project };
}

function mapped(project: Project): string[] {
  return [...project.isms().mappings.keys()];
}

function faults(project: Project): string[] {
  const { findings } = engine.check(project.isms(), { today: '2026-11-22' });
  return findings
    .filter(({ ruleId }) => ruleId === 'config/invalid')
    .map(({ path, message }) => `${path}: ${message}`);
}

describe('the catalogues that isms.yaml names', () => {
  it('are read, also where git ignores them', async () => {
    const { project } = await loaded({
      'isms.yaml': CONFIG,
      '.gitignore': 'catalog/\n',
      'catalog/own.yaml': catalog('CUST-1', 'CUST-2'),
      'policy.md': POLICY,
    });
    assert.deepEqual(mapped(project), ['CUST-1', 'CUST-2']);
    assert.deepEqual(faults(project), []);
    assert.deepEqual(
      project.isms().documents.map(({ path }) => path),
      ['policy.md'],
    );
  });

  it('are not read where isms.yaml does not name them', async () => {
    const { project } = await loaded({
      'isms.yaml': '',
      'catalog/own.yaml': catalog('CUST-1'),
      'policy.md': POLICY,
    });
    assert.deepEqual(mapped(project), []);
    assert.deepEqual(project.isms().ownCatalogs?.files ?? [], []);
  });

  it('change what documents map as soon as they change on disk', async () => {
    const { project, files } = await loaded({
      'isms.yaml': CONFIG,
      'catalog/own.yaml': catalog('CUST-1'),
      'policy.md': POLICY,
    });
    assert.deepEqual(mapped(project), ['CUST-1']);
    files.write('catalog/own.yaml', catalog('CUST-1', 'CUST-2'));
    await project.refresh(['catalog/own.yaml']);
    assert.deepEqual(mapped(project), ['CUST-1', 'CUST-2']);
    files.remove('catalog/own.yaml');
    await project.refresh(['catalog/own.yaml']);
    assert.deepEqual(mapped(project), []);
    assert.match(faults(project).join('\n'), /^isms\.yaml: .*cannot be used: it does not exist/);
  });

  it('count as the editor has them, and as the disk has them when they are closed', async () => {
    const { project } = await loaded({
      'isms.yaml': CONFIG,
      'catalog/own.yaml': catalog('CUST-1'),
      'policy.md': POLICY,
    });
    assert.ok(project.covers('catalog/own.yaml'));
    project.open('catalog/own.yaml', catalog('CUST-2'));
    assert.deepEqual(mapped(project), ['CUST-2']);
    project.open('catalog/own.yaml', 'title: x\ncontrols:\n  - id: CUST-2\n');
    assert.deepEqual(faults(project), ['catalog/own.yaml: Control CUST-2 has no title.']);
    await project.close('catalog/own.yaml');
    assert.deepEqual(mapped(project), ['CUST-1']);
  });

  it('are read once isms.yaml names them', async () => {
    const { project, files } = await loaded({
      'isms.yaml': '',
      'catalog/own.yaml': catalog('CUST-1'),
      'policy.md': POLICY,
    });
    files.write('isms.yaml', CONFIG);
    await project.refresh(['isms.yaml']);
    assert.deepEqual(mapped(project), ['CUST-1']);
  });

  it('are never looked for outside the folder', async () => {
    const { project, files } = await loaded({
      'isms.yaml': 'catalogs: [../secret.yaml, /etc/passwd]\n',
      'policy.md': POLICY,
    });
    assert.equal(faults(project).length, 2);
    assert.deepEqual(
      files.reads.filter((path) => path.includes('secret') || path.includes('passwd')),
      [],
    );
  });
});
