import type { Finding } from '../engine/check/finding';
import { createCheckMemory, type CheckMemory } from '../engine/check/memory';
import type { Engine } from '../engine/engine';
import type { Isms } from '../engine/index/model';
import type { Project } from '../workspace/project';
import type { Settings } from './settings';
import { inSlices } from './slices';
import { createAddresses, type Address } from './uris';

/** One ISMS below one folder, with its findings as of now. */
export interface RootProject {
  /** The URI of its folder. */
  readonly uri: string;
  /** The address of a file by its path. */
  readonly address: (path: string) => Address;
  readonly project: Project;
  /** False until everything was read once. */
  readonly loaded: boolean;
  /** True while files are read: what would be found now may hold for half of them only. */
  readonly busy: boolean;
  readonly settings: Settings;
  /** The findings of the ISMS as it is at this moment; computed anew only when something changed. */
  check(): CheckedIsms;
  /** Does the work of a check ahead, in slices between which others have their turn. */
  prepare(pause: () => Promise<void>): Promise<void>;
  /** Milliseconds that the last check took. */
  readonly cost: number;
}

export interface CheckedIsms {
  readonly isms: Isms;
  readonly findings: readonly Finding[];
  /** False in a folder that holds nothing of an ISMS: then nothing is said about it. */
  readonly isIsms: boolean;
}

export interface MutableRoot extends RootProject {
  loaded: boolean;
  busy: boolean;
  settings: Settings;
}

export function createRootProject(
  uri: string,
  project: Project,
  settings: Settings,
  context: { readonly engine: Engine; readonly today: () => string },
): MutableRoot {
  let last:
    { readonly today: string; readonly settings: Settings; readonly checked: CheckedIsms } | undefined;
  let cost = 0;
  const memory = createCheckMemory();
  const root: MutableRoot = {
    uri,
    address: createAddresses(uri),
    project,
    loaded: false,
    busy: false,
    settings,
    get cost() {
      return cost;
    },
    prepare: (pause) =>
      inSlices(pause, (isTimeUp) => {
        const { enable, severities } = root.settings;
        const request = { today: context.today(), severities };
        return !enable || context.engine.prepareCheck(project.isms(), request, memory, isTimeUp);
      }),
    check() {
      const isms = project.isms();
      const today = context.today();
      if (last?.checked.isms === isms && last.today === today && last.settings === root.settings)
        return last.checked;
      const start = performance.now();
      const checked = checkOf(isms, context.engine, { today, settings: root.settings, memory });
      cost = performance.now() - start;
      last = { today, settings: root.settings, checked };
      return checked;
    },
  };
  return root;
}

/** Findings are told of once all files were read and looked at; what asks about a file need not wait for the latter. */
export async function readInto(
  root: MutableRoot,
  pause: () => Promise<void>,
  task: () => Promise<void>,
): Promise<void> {
  root.busy = true;
  try {
    await task();
    root.loaded = true;
    await root.prepare(pause);
  } finally {
    root.busy = false;
  }
}

interface Checking {
  readonly today: string;
  readonly settings: Settings;
  readonly memory: CheckMemory;
}

function checkOf(isms: Isms, engine: Engine, { today, settings, memory }: Checking): CheckedIsms {
  const isIsms = isms.config !== undefined || isms.documents.length > 0;
  if (!isIsms || !settings.enable) return { isms, findings: [], isIsms: isIsms && settings.enable };
  const { findings } = engine.check(isms, { today, severities: settings.severities }, memory);
  return { isms, findings, isIsms };
}
