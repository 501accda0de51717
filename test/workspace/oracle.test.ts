import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFactCache } from '../../server/src/cli/cache/factCache';
import { createCheckMemory, type CheckMemory } from '../../server/src/engine/check/memory';
import { createEngine, type Engine } from '../../server/src/engine/engine';
import { createProject, type Project } from '../../server/src/workspace/project';
import { catalogData, TODAY } from '../harness/engine';
import { createMemoryFileSystem, type MemoryFileSystem } from '../harness/memoryFileSystem';

/**
 * A project that lives through a long day, beside one that is read anew after every step: what was kept must never show.
 * The steps are random and the same on every machine.
 */
const STEPS = 10_000;
/** Reading everything anew is what takes time, so some steps are taken before the two are compared. */
const COMPARED = 5;
/** After so many steps the day begins anew with other files. */
const DAY = 50;

const PATHS = [
  'access.md',
  'soa.md',
  'policies/backup.md',
  'policies/logging.md',
  'policies/de/logging.md',
  'risks.md',
];

const TEXTS = [
  '---\ntitle: Access\ntype: policy\ncontrols: ["A.5.15", "A.5.18"]\nowner: CISO\n---\n\n# Access\n\nSystem owners approve every access.\n',
  '---\ntitle: Backup\ntype: policy\ncontrols:\n  - A.8.13\n---\n\n# Backup\n\nBackups are tested and kept apart.\n',
  '| Control | Applicable | Justification | Status |\n| --- | --- | --- | --- |\n| A.5.15 | Yes | R-001 | Implemented |\n| A.8.13 | No | Nothing to keep | |\n',
  '| ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Loss | mitigate | A.8.13 |\n',
  '# Notes\n\nSee A.9.2.1 and A.5.99.\n',
  '---\nid: POL-1\ntitle: Logging\nstatus: approved\nnext_review: 2026-01-31\nrelated_documents: [POL-2, access.md]\ncontrols: ["A.8.15", "A.8.99"]\n---\n\n# Logging\n\n## Rules\n\nLogs must be kept regularly for R-001 and R-009. See [access](../access.md#access), [rules](#rules) and A.5.15.\n',
  '---\nid: POL-1\ntitle: Sicherung\nstatus: draft\ncontrols: ["A.8.13", "A.5.15"]\n---\n\n# Sicherung\n\n## Regeln\n\nSicherungen müssen zeitnah geprüft werden, siehe [Protokolle](logging.md#rules) und [SoA](../soa.md).\n',
  '| Control | Title | Applicable | Justification | Status | Documents |\n| --- | --- | --- | --- | --- | --- |\n| A.5.15 | Access control | Yes | Treats R-001 | Implemented | [Access](access.md), POL-1 |\n| A.8.13 | Information backup | Yes | R-009 | Implemented | Backup |\n| A.8.15 | Logging | No | | | policies/logging.md |\n',
];

const PIECES = [
  'A.5.15',
  'A.5.99',
  '\n',
  '"',
  '| Yes |',
  'Excluded',
  'A.8.13',
  'R-001',
  '# Access\n',
  'POL-2',
  'status: retired\n',
  '[x](soa.md#controls)',
  '---\n',
  '<div>',
  '<!-- isms-disable soa/missing -- x -->\n',
];

const CONFIGS = [
  'organization: A\n',
  'soa: soa.md\n',
  'rules:\n  mapping/unknown-control: off\n',
  'documents:\n  exclude: [policies/**]\n',
  'soa: [\n',
];

type Random = (below: number) => number;

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

interface Day {
  readonly disk: MemoryFileSystem;
  readonly project: Project;
  /** What was found so far. */
  readonly memory: CheckMemory;
  /** What is open, with its text. */
  readonly open: Map<string, string>;
  readonly onDisk: Map<string, string>;
}

async function dayOf(engine: Engine): Promise<Day> {
  const disk = createMemoryFileSystem();
  const project = createProject({ engine, fileSystem: disk });
  await project.load();
  return { disk, project, memory: createCheckMemory(), open: new Map(), onDisk: new Map() };
}

function pick<Value>(from: readonly Value[], random: Random): Value {
  return from[random(from.length)] as Value;
}

/** One thing that an author does; the name of what it was. */
async function step(day: Day, random: Random): Promise<string> {
  const path = random(8) === 0 ? 'isms.yaml' : pick(PATHS, random);
  const text = (): string => pick(path === 'isms.yaml' ? CONFIGS : TEXTS, random);
  switch (random(7)) {
    case 0:
    case 1:
    case 2: {
      const before = day.open.get(path) ?? day.onDisk.get(path) ?? text();
      const at = random(before.length + 1);
      const after = before.slice(0, at) + pick(PIECES, random) + before.slice(at + random(8));
      day.open.set(path, after);
      day.project.open(path, after);
      // As the server does: a configuration may bring in files that were not read before.
      if (path === 'isms.yaml') await day.project.refresh([path]);
      return `edit ${path}`;
    }
    case 3: {
      write(day, path, day.open.get(path) ?? text());
      await day.project.refresh([path]);
      return `save ${path}`;
    }
    case 4: {
      day.open.delete(path);
      await day.project.close(path);
      if (path === 'isms.yaml') await day.project.refresh([path]);
      return `close ${path}`;
    }
    case 5: {
      if (!day.onDisk.has(path) || day.open.has(path)) return 'nothing';
      day.disk.remove(path);
      day.onDisk.delete(path);
      await day.project.refresh([path]);
      return `delete ${path}`;
    }
    default: {
      const to = pick(PATHS, random);
      const moved = day.onDisk.get(path);
      if (moved === undefined || path === to || day.open.has(path) || day.open.has(to)) return 'nothing';
      day.disk.rename(path, to);
      day.onDisk.delete(path);
      day.onDisk.set(to, moved);
      await day.project.refresh([path, to]);
      return `rename ${path} to ${to}`;
    }
  }
}

function write(day: Day, path: string, text: string): void {
  day.disk.write(path, text);
  day.onDisk.set(path, text);
}

/** Each finding as a text, suppressed ones included. */
function findingsOf(engine: Engine, project: Project, memory?: CheckMemory): string[] {
  const { findings, suppressed } = engine.check(project.isms(), { today: TODAY }, memory);
  return [...findings, ...suppressed].map((finding) => JSON.stringify(finding));
}

/** The first finding that only one side has, short enough to be read. */
function difference(actual: readonly string[], expected: readonly string[]): string | undefined {
  const at = actual.findIndex((finding, index) => finding !== expected[index]);
  if (at < 0 && actual.length === expected.length) return undefined;
  const index = at < 0 ? actual.length : at;
  return `${actual[index]?.slice(0, 900)} instead of ${expected[index]?.slice(0, 900)}`;
}

describe('what is kept between edits', () => {
  it(`never shows: ${STEPS} steps`, async () => {
    const random = randomOf(7);
    const engine = createEngine(catalogData);
    const oracle = createEngine(catalogData);
    let stored = '';
    let day = await dayOf(engine);
    for (let count = 0; count < STEPS; count++) {
      if (count % DAY === 0) day = await dayOf(engine);
      const what = await step(day, random);
      const actual = findingsOf(engine, day.project, day.memory);
      if (count % COMPARED !== 0) continue;
      // The cache of the run before, damaged by nothing but time, is as good as none.
      const cache = createFactCache(oracle, random(2) === 0 ? stored : '', '1');
      const fresh = createProject({ engine: cache.engine, fileSystem: day.disk });
      for (const [path, text] of day.open) fresh.open(path, text);
      await fresh.load();
      for (const [path, text] of day.open) fresh.open(path, text);
      const found = difference(actual, findingsOf(oracle, fresh));
      assert.equal(found, undefined, `step ${count} (${what}): ${found}`);
      stored = cache.save() ?? stored;
    }
  });
});
