import type { Engine } from '../engine/engine';
import { catalogPaths } from '../engine/index/catalogFiles';
import { BASELINE_FILE } from '../engine/readers/baseline';
import { createIncludeFilter, isReadable } from '../engine/index/include';
import { createFileTree, type FileTree } from '../engine/index/fileTree';
import type { Isms } from '../engine/index/model';
import { baselineOf, configOf, isCatalog, type Configured } from './configured';
import { createFileStore, type FileStore } from './fileStore';
import { isFailure, type FileSystem } from './fileSystem';
import { byPath, filesNow, type CurrentFiles } from './filesNow';
import { kindAt, withFile } from './fileTree';
import { CONFIG_FILE, walk, type Listing, type WalkOptions } from './walk';
import { createWanted, type Wanted } from './wanted';

export interface ProjectOptions {
  readonly engine: Engine;
  readonly fileSystem: FileSystem;
  /** Another configuration than `isms.yaml`: the command line's `--config`. */
  readonly configuration?: { readonly path: string; readonly text: string };
  /** Another baseline than `.isms-baseline`: the command line's `--baseline`; `none` reads no baseline at all. */
  readonly baseline?: { readonly path: string; readonly text: string } | 'none';
  /** What else bounds the project: other roots within it, the number of folders. */
  readonly walk?: Pick<WalkOptions, 'isRoot' | 'mostFolders'>;
  /** Lets other work of the process go on; awaited now and then while many files are read. */
  readonly pause?: () => Promise<void>;
}

/**
 * One ISMS on disk, with what an editor holds unsaved on top. Paths are relative to the root, with `/`. What reads the
 * disk runs one after the other, in the order of the calls; `open` takes effect at once.
 */
export interface Project {
  /** Lists and reads everything anew. */
  load(): Promise<void>;
  /** Takes over what changed on disk: edited, created, deleted or renamed files and folders. */
  refresh(paths: readonly string[]): Promise<void>;
  /** The text of an open file outranks the disk until it is closed. */
  open(path: string, text: string): void;
  close(path: string): Promise<void>;
  /** True where `path` is read at all: it lies in the project, is included and not ignored. */
  covers(path: string): boolean;
  /** The ISMS as of now. The same value until something changes. */
  isms(): Isms;
  readonly nestedRoots: readonly string[];
}

/** How many files are read at once: more exhausts file handles on large workspaces. */
const PARALLEL_READS = 16;

export function createProject(options: ProjectOptions): Project {
  const state = emptyState(options);
  let last: Promise<void> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const run = last.then(task).finally(() => changed(state));
    // Whoever asked gets the error; the next in the queue runs all the same.
    last = run.catch(() => undefined);
    return run;
  };
  return {
    load: () => inTurn(() => load(state)),
    refresh: (paths) => inTurn(() => refresh(state, paths)),
    open(path, text) {
      state.store.open(path, text);
      state.isms = undefined;
      state.edited.add(path);
    },
    close(path) {
      state.store.close(path);
      changed(state);
      return inTurn(() =>
        isWanted(state, path) || isCatalog(state, path) ? state.store.reread(path) : Promise.resolve(),
      );
    },
    covers: (path) =>
      path === CONFIG_FILE ||
      ((isWanted(state, path) || isCatalog(state, path)) && state.store.text(path) !== undefined),
    isms: () => (state.isms ??= state.last = buildIsms(state)),
    get nestedRoots() {
      return state.listing?.nestedRoots ?? [];
    },
  };
}

interface State {
  readonly options: ProjectOptions;
  readonly store: FileStore;
  readonly wanted: Wanted;
  listing: Listing | undefined;
  tree: FileTree | undefined;
  config: Configured | undefined;
  /** As of now; `undefined` where something changed since it was asked for. */
  isms: Isms | undefined;
  /** What it was when it was last asked for. */
  last: Isms | undefined;
  /** The files as they were gathered for it. */
  current: CurrentFiles | undefined;
  /** Files that were edited since then. Whatever else happens has all files gathered anew. */
  readonly edited: Set<string>;
}

function emptyState(options: ProjectOptions): State {
  return {
    options,
    store: createFileStore(options.engine, options.fileSystem),
    wanted: createWanted(),
    listing: undefined,
    tree: undefined,
    config: undefined,
    isms: undefined,
    last: undefined,
    current: undefined,
    edited: new Set(),
  };
}

/** More than the text of an open file may be another one. */
function changed(state: State): void {
  state.isms = undefined;
  state.current = state.current && { ...state.current, isStale: true };
}

async function load(state: State): Promise<void> {
  await list(state);
  await read(state, wantedPaths(state));
}

/** Lists the folders anew and forgets the files that are gone; the texts of the others stay. */
async function list(state: State): Promise<void> {
  state.listing = await walk(state.options.fileSystem, state.options.walk);
  state.tree = createFileTree(state.listing);
  await state.store.reread(CONFIG_FILE);
  await state.store.reread(BASELINE_FILE);
  // Git may ignore them: licensed text stays out of the repository.
  const catalogs = catalogPaths(configOf(state)?.loaded.config);
  await Promise.all(catalogs.map((path) => state.store.reread(path)));
  const kept = new Set([CONFIG_FILE, BASELINE_FILE, ...catalogs, ...wantedPaths(state)]);
  state.store.retain((path) => kept.has(path));
}

async function read(state: State, paths: readonly string[]): Promise<void> {
  for (let i = 0; i < paths.length; i += PARALLEL_READS) {
    const batch = paths.slice(i, i + PARALLEL_READS);
    await Promise.all(batch.map((path) => state.store.reread(path)));
    for (const path of batch) {
      state.store.read(path, configOf(state)?.loaded);
      await state.options.pause?.();
    }
  }
}

async function refresh(state: State, paths: readonly string[]): Promise<void> {
  const changed = new Set(paths);
  const relist = await Promise.all([...changed].map((path) => changesListing(state, path)));
  if (relist.includes(true)) await list(state);
  // Whoever tells of a file has seen it on disk, also where it came and went before we looked.
  const listed = new Set(state.listing?.files);
  const missed = [...changed].filter(
    (path) => !listed.has(path) && path !== CONFIG_FILE && path !== BASELINE_FILE,
  );
  await Promise.all(missed.map((path) => state.store.miss(path)));
  const catalogs = catalogPaths(configOf(state)?.loaded.config).filter((path) => changed.has(path));
  await Promise.all(catalogs.map((path) => state.store.reread(path)));
  const wanted = wantedPaths(state).filter((path) => changed.has(path) || !state.store.onDisk(path));
  await read(state, wanted);
}

/** True where a change at `path` may add or remove files or other roots. What cannot be a document may be a folder. */
async function changesListing(state: State, path: string): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === CONFIG_FILE || name === BASELINE_FILE || name === '.gitignore') return true;
  if (isReadable(path)) return !state.store.onDisk(path) && state.listing?.leavesOut(path) !== true;
  const known = [...state.store.paths(), ...(state.listing?.nestedRoots ?? []).map((root) => `${root}/`)];
  if (known.some((each) => each.startsWith(`${path}/`))) return true;
  if ([path, `${path}/${CONFIG_FILE}`].some((each) => state.listing?.leavesOut(each) === true)) return false;
  const kind = await kindAt(state.options.fileSystem, path);
  if (kind !== 'file' && kind !== undefined) return kind === 'directory';
  const listing = state.listing && withFile(state.listing, path, kind === 'file');
  // A folder of files that nobody reads is gone.
  if (listing === undefined) return kind === undefined && state.tree?.has(path) === true;
  state.listing = listing;
  state.tree = createFileTree(listing);
  return false;
}

function wantedPaths(state: State): string[] {
  return (state.listing?.files ?? []).filter((path) => isIncluded(state, path));
}

function isWanted(state: State, path: string): boolean {
  const { listing } = state;
  return state.wanted.answer(
    path,
    [listing, configOf(state)],
    (each) => isIncluded(state, each) && listing?.leavesOut(each) !== true,
  );
}

function isIncluded(state: State, path: string): boolean {
  if (!isReadable(path) || isCatalog(state, path)) return false;
  const config = configOf(state);
  return config === undefined ? INCLUDES_BY_DEFAULT(path) : config.includes(path);
}

const INCLUDES_BY_DEFAULT = createIncludeFilter(undefined);

function buildIsms(state: State): Isms {
  const config = configOf(state)?.loaded;
  const current = filesNow(state.current, { ...state, config, isWanted: (path) => isWanted(state, path) });
  state.current = current;
  state.edited.clear();
  const found = baselineOf(state);
  const isBroken = found !== undefined && isFailure(found);
  const unreadable = isBroken
    ? [...current.unreadable, { path: BASELINE_FILE, reason: found.failure }].sort(byPath)
    : current.unreadable;
  return state.options.engine.build({
    config,
    files: current.files,
    unreadable,
    tree: current.tree?.tree,
    baseline: isBroken ? undefined : found,
    ignored: state.listing?.ignored ?? [],
    previous: state.last,
    edited: current.edited,
  });
}
