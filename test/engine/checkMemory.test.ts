import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../server/src/engine/check/finding';
import { createCheckMemory, type CheckMemory } from '../../server/src/engine/check/memory';
import { createEngine, type Engine } from '../../server/src/engine/engine';
import { createProject, type Project } from '../../server/src/workspace/project';
import { corpus, policyPath } from '../bench/corpus';
import { catalogData, TODAY } from '../harness/engine';
import { createMemoryFileSystem } from '../harness/memoryFileSystem';

/**
 * What an edit costs, in files that are read and rules that are run, and not in milliseconds: it must not matter how
 * large the workspace is around what the edit concerns.
 */
describe('the work of an edit', () => {
  it('in prose is the one document, the controls that it maps, and those that it is offered for', async () => {
    for (const documents of SIZES) {
      const desk = await deskOf(documents);
      const { text } = desk;
      const listed = text.slice(0, text.indexOf('\n---\n', 4)).match(/A\.\d\.\d+/g) ?? [];
      const offered = desk
        .findings()
        .filter(({ fixes }) => fixes.some(({ edits }) => edits.some(({ path }) => path === EDITED)))
        .flatMap(({ ruleId, control }) => (ruleId === 'mapping/unmapped-control' ? (control ?? []) : []));
      assert.deepEqual(desk.edit(EDITED, text.replace('\n## ', '\nOne word more.\n\n## ')), {
        read: [EDITED],
        subjects: [...listed, ...offered, EDITED].sort(),
      });
      assert.deepEqual(
        desk.memory.done.filter(({ subject }) => subject === ''),
        [],
        'no rule looks at the rows of the SoA and of registers',
      );
    }
  });

  it('is the same in a small and in a large workspace, whatever is edited', async () => {
    const edits: readonly (readonly [string, (text: string) => string])[] = [
      [EDITED, (text) => text.replace(/^title: .*$/m, 'title: "Another title"')],
      [EDITED, (text) => text.replace(/^# .*$/m, '# Another heading')],
      ['risks.md', (text) => text.replace('| mitigate |', '| accept |')],
      ['soa.md', (text) => text.replace('| A.7.14 | Yes |', '| A.7.14 | |')],
    ];
    for (const [path, change] of edits) {
      const counts = [];
      for (const documents of SIZES) {
        const desk = await deskOf(documents);
        const { read } = desk.edit(path, change(desk.textOf(path)));
        // Documents that name what was edited are concerned as well; the corpora are alike but for their size.
        // Whether a document is offered for a control that nobody maps depends on which those are.
        const work = desk.memory.done.filter(
          ({ rule, subject }) => (subject === path || subject === '') && rule !== 'mapping/unmapped-control',
        );
        counts.push({ read, rules: work.map(({ rule }) => rule) });
      }
      const [small, large] = counts;
      assert.deepEqual(large, small, `${path} in ${SIZES.join(' and ')} documents`);
    }
  });

  it('in a cell of the SoA is the SoA, and the documents that map the control', async () => {
    const desk = await deskOf(60);
    const row = '| A.5.7 | Yes';
    const mapping = desk.paths.filter((path) => /^(?: {2}- |controls:.*)"A\.5\.7"/m.test(desk.textOf(path)));
    assert.ok(mapping.length > 0 && mapping.length < 20, `${mapping.length} documents map it`);
    const { read, subjects } = desk.edit('soa.md', desk.textOf('soa.md').replace(row, '| A.5.7 | No'));
    assert.deepEqual(read, ['soa.md']);
    const documents = subjects.filter((subject) => subject.endsWith('.md') && subject !== 'soa.md');
    assert.deepEqual(documents, mapping.sort());
    const rules = new Set(
      desk.memory.done.filter(({ subject }) => documents.includes(subject)).map(({ rule }) => rule),
    );
    assert.deepEqual([...rules], ['mapping/not-addressed'], 'nothing else of these documents is looked at');
  });

  it('of a file that comes does not look at the documents there are', async () => {
    const desk = await deskOf(60);
    const { read, subjects } = desk.edit(
      'policies/new.md',
      '---\ntitle: New\ncontrols: ["A.8.1"]\n---\n\n# New\n',
    );
    assert.deepEqual(read, ['policies/new.md']);
    assert.deepEqual(
      subjects.filter((subject) => subject.endsWith('.md')),
      ['policies/new.md'],
    );
  });

  it('can be done ahead, a little at a time, also while somebody types', async () => {
    const { engine } = countingEngine();
    const disk = createMemoryFileSystem(Object.fromEntries(corpus(20)));
    const project = createProject({ engine, fileSystem: disk });
    await project.load();
    const memory = createCheckMemory();
    let calls = 0;
    for (let isDone = false; !isDone; calls++) {
      let left = 3;
      isDone = engine.prepareCheck(project.isms(), { today: TODAY }, memory, () => left-- <= 0);
      if (calls === 4) project.open('policies/group-1/policy-9.md', 'Another text.\n');
    }
    assert.ok(calls > 5, 'it took several turns');
    const after = engine.check(project.isms(), { today: TODAY }, memory);
    assert.deepEqual(memory.done, [], 'nothing is left to do');
    assert.deepEqual(after, createEngine(catalogData).check(project.isms(), { today: TODAY }));
  });

  it('is none where nothing changed', async () => {
    const desk = await deskOf(10);
    assert.deepEqual(desk.edit(EDITED, desk.text), { read: [], subjects: [] });
  });
});

const SIZES = [10, 60];
const EDITED = policyPath(1);

interface Desk {
  readonly memory: CheckMemory;
  readonly findings: () => readonly Finding[];
  readonly paths: readonly string[];
  /** Of the edited document. */
  readonly text: string;
  textOf(path: string): string;
  /** Takes a text over, and tells what that cost: the files that were read, and what rules were run for, by name. */
  edit(
    path: string,
    text: string,
  ): { readonly read: readonly string[]; readonly subjects: readonly string[] };
}

/** A generated workspace that was checked once. */
async function deskOf(documents: number): Promise<Desk> {
  const disk = createMemoryFileSystem();
  const texts = new Map(corpus(documents));
  for (const [path, text] of texts) disk.write(path, text);
  const { engine, read } = countingEngine();
  const project: Project = createProject({ engine, fileSystem: disk });
  await project.load();
  const memory = createCheckMemory();
  engine.check(project.isms(), { today: TODAY }, memory);
  const textOf = (path: string): string => texts.get(path) ?? '';
  return {
    memory,
    findings: () => engine.check(project.isms(), { today: TODAY }, memory).findings,
    paths: [...texts.keys()],
    text: textOf(EDITED),
    textOf,
    edit(path, text) {
      read.length = 0;
      project.open(path, text);
      engine.check(project.isms(), { today: TODAY }, memory);
      const subjects = new Set(memory.done.map(({ subject }) => subject).filter((subject) => subject !== ''));
      return { read: [...read], subjects: [...subjects].sort() };
    },
  };
}

function countingEngine(): { readonly engine: Engine; readonly read: string[] } {
  const engine = createEngine(catalogData);
  const read: string[] = [];
  return {
    engine: {
      ...engine,
      read: (path, text, config) => {
        read.push(path);
        return engine.read(path, text, config);
      },
    },
    read,
  };
}
