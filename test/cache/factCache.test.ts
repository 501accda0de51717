import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createFactCache } from '../../server/src/cli/cache/factCache';
import type { Finding } from '../../server/src/engine/check/finding';
import { createEngine, type Engine } from '../../server/src/engine/engine';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import type { FileSystem } from '../../server/src/workspace/fileSystem';
import { createProject } from '../../server/src/workspace/project';
import { catalogData, TODAY } from '../harness/engine';
import { goldenCases } from '../harness/golden';
import { createMemoryFileSystem } from '../harness/memoryFileSystem';

const VERSION = '1';

/** An engine that says what it was made to read. */
function countingEngine(): { readonly engine: Engine; readonly read: string[] } {
  const read: string[] = [];
  const engine = createEngine(catalogData);
  return {
    read,
    engine: { ...engine, read: (path, ...rest) => (read.push(path), engine.read(path, ...rest)) },
  };
}

interface Run {
  readonly findings: readonly Finding[];
  /** The files that were read anew. */
  readonly read: readonly string[];
  /** What is stored for the next run. */
  readonly stored: string;
}

async function run(fileSystem: FileSystem, stored = '', version = VERSION): Promise<Run> {
  const { engine, read } = countingEngine();
  const cache = createFactCache(engine, stored, version);
  const project = createProject({ engine: cache.engine, fileSystem });
  await project.load();
  const { findings } = engine.check(project.isms(), { today: TODAY });
  return { findings, read, stored: cache.save() ?? stored };
}

const FILES = {
  'isms.yaml': 'organization: Havenwerk\n',
  'policies/access.md':
    '---\ntitle: Access control\ntype: policy\ncontrols: ["A.5.15", "A.5.99"]\n---\n\n# Access control\n\nSystem owners approve every access to their system. Nobody has access that the role does not need.\n',
  'policies/backup.md': '---\ntitle: Backup\ntype: policy\ncontrols: ["A.8.13"]\n---\n\n# Backup\n\nDaily.\n',
};

const runFiles = (files: Readonly<Record<string, string>>, stored?: string, version?: string): Promise<Run> =>
  run(createMemoryFileSystem(files), stored, version);

describe('the fact cache', () => {
  const folders = [
    ...goldenCases(),
    { name: 'acme', folder: fileURLToPath(new URL('../../examples/acme', import.meta.url)) },
  ];
  for (const { name, folder } of folders) {
    it(`gives the same findings, and reads nothing anew: ${name}`, async () => {
      const cold = await run(createNodeFileSystem(folder));
      const warm = await run(createNodeFileSystem(folder), cold.stored);
      assert.deepEqual(warm.findings, cold.findings);
      assert.deepEqual(warm.read, []);
      assert.equal(warm.stored, cold.stored);
    });
  }

  it('reads only the file anew that changed, and forgets what it was', async () => {
    const cold = await runFiles(FILES);
    const files = { ...FILES, 'policies/backup.md': FILES['policies/backup.md'].replace('Daily', 'Weekly') };
    const warm = await runFiles(files, cold.stored);
    assert.deepEqual(warm.read, ['policies/backup.md']);
    assert.equal(warm.stored.split('\n').length, cold.stored.split('\n').length);
    assert.deepEqual((await runFiles(FILES, warm.stored)).read, ['policies/backup.md']);
  });

  it('reads anew what the keys of a configuration may have changed', async () => {
    const cold = await runFiles(FILES);
    const files = {
      ...FILES,
      'isms.yaml': 'organization: Havenwerk\ncontrolKeys:\n  massnahmen: iso27001\n',
    };
    const warm = await runFiles(files, cold.stored);
    assert.deepEqual([...warm.read].sort(), ['policies/access.md', 'policies/backup.md']);
  });

  it('knows a moved file under its new path', async () => {
    const { 'policies/backup.md': text, ...others } = FILES;
    const moved = { ...others, 'policies/restore.md': text };
    const warm = await runFiles(moved, (await runFiles(FILES)).stored);
    assert.deepEqual(warm.findings, (await runFiles(moved)).findings);
  });

  it('keeps what a later run found out about a text', async () => {
    const fileSystem = createMemoryFileSystem(FILES);
    const first = createFactCache(createEngine(catalogData), '', VERSION);
    const project = createProject({ engine: first.engine, fileSystem });
    await project.load();
    const unchecked = first.save() ?? '';
    const checked = await run(fileSystem, unchecked);
    assert.deepEqual(checked.read, []);
    assert.notEqual(checked.stored, unchecked);
    assert.equal(checked.stored, (await run(fileSystem)).stored);
    assert.equal((await run(fileSystem, checked.stored)).stored, checked.stored);
  });

  it('understands nothing that another version wrote', async () => {
    const { stored, findings } = await runFiles(FILES);
    const other = await runFiles(FILES, stored, '2');
    assert.equal(other.read.length, 2);
    assert.deepEqual(other.findings, findings);
  });

  it('holds facts and no findings', async () => {
    const { stored, findings } = await runFiles(FILES);
    assert.ok(findings.length > 0);
    for (const { ruleId, message } of findings) {
      assert.ok(!stored.includes(ruleId), ruleId);
      assert.ok(!stored.includes(message), message);
    }
  });
});

describe('a damaged fact cache is a miss', () => {
  const damages: Readonly<Record<string, (stored: string) => string>> = {
    'cut off in the middle': (stored) => stored.slice(0, stored.length / 2),
    'cut off within a number': (stored) => `${stored.slice(0, -4)}\n`,
    'one character changed': (stored) => stored.replace('"path":"policies/a', '"path":"policies/b'),
    'a number changed': (stored) => stored.replace(/"start":\d/g, '"start":7'),
    'keys exchanged': (stored) => stored.replace(/^(.{27})(\t.*\n)(.{27})/m, '$3$2$1'),
    'a line lost': (stored) => stored.replace(/\n.*/, ''),
    'its end lost': (stored) => stored.slice(0, stored.lastIndexOf('\n') + 1),
    'only its head': (stored) => stored.slice(0, stored.indexOf('\n')),
    'no JSON': (stored) => stored.replace(/\{.*\}/g, '{"facts":'),
    empty: () => '',
    bytes: () => '\u0000\ufffd\n\n\u0001',
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(name, async () => {
      const cold = await runFiles(FILES);
      const damaged = damage(cold.stored);
      assert.notEqual(damaged, cold.stored);
      const next = await runFiles(FILES, damaged);
      assert.deepEqual(next.findings, cold.findings);
      assert.ok(next.read.length > 0);
      assert.deepEqual((await runFiles(FILES, next.stored)).read, []);
    });
  }
});
