import type { Engine } from '../engine/engine';
import type { FileSystem } from '../workspace/fileSystem';
import { createProject } from '../workspace/project';
import { locateRoots } from './locateRoots';
import { createRootProject, readInto, type MutableRoot, type RootProject } from './rootProject';
import type { Settings } from './settings';
import { pauseNowAndThen } from './slices';
import { keyOf, relativePath, uriOf } from './uris';

export interface ProjectsContext {
  readonly engine: Engine;
  /** The file system below a folder. */
  readonly fileSystemAt: (uri: string) => FileSystem;
  readonly settingsAt: (uri: string) => Promise<Settings>;
  /** True for a URI beside whose folder other files may be looked for. */
  readonly mayLoad: (uri: string) => boolean;
  readonly today: () => string;
  readonly pause: () => Promise<void>;
  readonly events: ProjectsEvents;
}

export interface ProjectsEvents {
  /** Files were read; the findings of these roots may be others. */
  readonly changed: (roots: readonly RootProject[]) => void;
  /** Its folder was closed, or another root took it over. */
  readonly removed: (root: RootProject) => void;
  readonly busy: (busy: boolean) => void;
}

/** A file within the ISMS that it belongs to. */
export interface Located {
  readonly root: RootProject;
  readonly path: string;
}

/**
 * The ISMSs of the workspace. Each folder and each `isms.yaml` further down is a root; a file belongs to the innermost
 * one. Reading happens in turn, in the order of the calls; what is typed counts at once.
 */
export interface Projects {
  setFolders(folders: readonly string[]): Promise<void>;
  open(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Takes over what changed on disk. */
  refresh(uris: readonly string[]): Promise<void>;
  /** Reads everything anew, the settings included. */
  rescan(): Promise<void>;
  reloadSettings(): Promise<void>;
  /** The root of a file that is read; `undefined` for one that is nothing to us. */
  locate(uri: string): Located | undefined;
  /** What `locate` says once everything that is under way has been read. */
  locateWhenReady(uri: string): Promise<Located | undefined>;
  /** In the order of their URIs. */
  readonly roots: readonly RootProject[];
}

export function createProjects(context: ProjectsContext): Projects {
  const state: State = {
    context,
    roots: new Map(),
    open: new Map(),
    folders: [],
    pending: 0,
    last: Promise.resolve(),
  };
  return {
    setFolders: (folders) =>
      inTurn(state, async () => {
        state.folders = folders;
        await reconcile(state);
      }),
    open: (uri, text) => open(state, uri, text),
    close: (uri) => close(state, uri),
    refresh: (uris) => inTurn(state, () => refresh(state, uris)),
    rescan: () =>
      inTurn(state, async () => {
        for (const root of state.roots.values())
          await readInto(root, state.context.pause, () => root.project.load());
        await readSettings(state);
        await reconcile(state);
      }),
    reloadSettings: () => inTurn(state, () => readSettings(state)),
    locate: (uri) => locate(state, uri),
    async locateWhenReady(uri) {
      if (ownerOf(state, uri)?.root.loaded !== true) await state.last;
      return locate(state, uri);
    },
    get roots() {
      return [...state.roots.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    },
  };
}

interface State {
  readonly context: ProjectsContext;
  readonly roots: Map<string, MutableRoot>;
  readonly open: Map<string, OpenFile>;
  folders: readonly string[];
  /** How many tasks run or wait. */
  pending: number;
  last: Promise<void>;
}

interface OpenFile {
  readonly uri: string;
  readonly text: string;
  /** The root in which it is open. */
  owner: MutableRoot | undefined;
}

/** Runs what reads files one after the other, and tells when something is under way and what came of it. */
function inTurn(state: State, task: () => Promise<void>): Promise<void> {
  if (state.pending++ === 0) state.context.events.busy(true);
  const run = state.last.then(task).finally(() => {
    state.context.events.changed([...state.roots.values()].filter((root) => root.loaded));
    if (--state.pending === 0) state.context.events.busy(false);
  });
  // Whoever asked gets the error; the next in the queue runs all the same.
  state.last = run.catch(() => undefined);
  return run;
}

function ownerOf(
  state: State,
  uri: string,
): { readonly root: MutableRoot; readonly path: string } | undefined {
  let owner: { readonly root: MutableRoot; readonly path: string } | undefined;
  for (const root of state.roots.values()) {
    const path = relativePath(root.uri, uri);
    if (path !== undefined && (owner === undefined || path.length < owner.path.length))
      owner = { root, path };
  }
  return owner;
}

function locate(state: State, uri: string): Located | undefined {
  const owner = ownerOf(state, uri);
  if (owner === undefined || !owner.root.loaded || !owner.root.settings.enable) return undefined;
  return owner.root.project.covers(owner.path) ? owner : undefined;
}

/** Finds the roots there are now, loads new ones, and lets go of those that are none any more. */
async function reconcile(state: State): Promise<void> {
  const { context, open } = state;
  const files = [...open.values()].map(({ uri }) => uri).filter(context.mayLoad);
  const wanted = await locateRoots(state.folders, files, context.fileSystemAt);
  const marked = new Set([...wanted.values()].filter(({ folder }) => folder).map(({ uri }) => keyOf(uri)));
  const queue = [...wanted.values()];
  const kept = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = keyOf(next.uri);
    if (kept.has(key)) continue;
    kept.add(key);
    const root = await loadedRoot(state, next.uri, next.folder, marked);
    queue.push(...root.project.nestedRoots.map((path) => ({ uri: uriOf(root.uri, path), folder: true })));
  }
  for (const [key, root] of [...state.roots]) {
    if (kept.has(key)) continue;
    state.roots.delete(key);
    context.events.removed(root);
  }
  await handOverOpenFiles(state);
}

/** A folder that merely holds a file that somebody opened may be anything: a home folder is not walked to its end. */
const MOST_FOLDERS_BESIDE = 200;

async function loadedRoot(
  state: State,
  uri: string,
  isFolder: boolean,
  folders: ReadonlySet<string>,
): Promise<MutableRoot> {
  const { context, roots } = state;
  const known = roots.get(keyOf(uri));
  if (known !== undefined) return known;
  const project = createProject({
    engine: context.engine,
    fileSystem: context.fileSystemAt(uri),
    pause: pauseNowAndThen(context.pause),
    walk: {
      isRoot: (path) => folders.has(keyOf(uriOf(uri, path))),
      ...(!isFolder && { mostFolders: MOST_FOLDERS_BESIDE }),
    },
  });
  const root = createRootProject(uri, project, await context.settingsAt(uri), context);
  roots.set(keyOf(uri), root);
  await handOverOpenFiles(state);
  await readInto(root, context.pause, () => project.load());
  return root;
}

/** Every open file is open in the root that it belongs to, and in no other. */
async function handOverOpenFiles(state: State): Promise<void> {
  for (const file of state.open.values()) {
    const owner = ownerOf(state, file.uri);
    if (owner?.root === file.owner) continue;
    await closeIn(file.owner, file.uri);
    owner?.root.project.open(owner.path, file.text);
    file.owner = owner?.root;
  }
}

async function closeIn(root: MutableRoot | undefined, uri: string): Promise<void> {
  const path = root === undefined ? undefined : relativePath(root.uri, uri);
  if (path !== undefined) await root?.project.close(path);
}

async function open(state: State, uri: string, text: string): Promise<void> {
  const owner = ownerOf(state, uri);
  state.open.set(keyOf(uri), { uri, text, owner: owner?.root });
  if (owner !== undefined) owner.root.project.open(owner.path, text);
  else if (state.context.mayLoad(uri)) await inTurn(state, () => reconcile(state));
}

async function close(state: State, uri: string): Promise<void> {
  const owner = state.open.get(keyOf(uri))?.owner;
  state.open.delete(keyOf(uri));
  await inTurn(state, async () => {
    await closeIn(owner, uri);
    const isNeeded = state.folders.some((folder) => relativePath(folder, uri) !== undefined);
    if (!isNeeded) await reconcile(state);
  });
}

async function refresh(state: State, uris: readonly string[]): Promise<void> {
  let rootsMayChange = false;
  for (const root of state.roots.values()) {
    const before = root.project.nestedRoots.join('\n');
    const paths = uris.flatMap((uri) => relativePath(root.uri, uri) ?? []);
    if (paths.length > 0) await readInto(root, state.context.pause, () => root.project.refresh(paths));
    rootsMayChange ||= root.project.nestedRoots.join('\n') !== before;
  }
  // An isms.yaml above a folder, or one that is gone, moves the root.
  if (rootsMayChange || uris.some((uri) => keyOf(uri).endsWith('/isms.yaml'))) await reconcile(state);
}

async function readSettings(state: State): Promise<void> {
  for (const root of state.roots.values()) root.settings = await state.context.settingsAt(root.uri);
}
