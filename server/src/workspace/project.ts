import { createIncludeFilter, isMarkdown, namedPaths } from '../engine/index/include';
import type { Engine, LoadedConfig, ReadSource } from '../engine/engine';
import type { Isms, UnreadableFile } from '../engine/index/model';
import { decodeText } from './decode';
import { isFailure, type FileSystem } from './fileSystem';
import { CONFIG_FILE, walk } from './walk';

export interface ProjectOptions {
  readonly engine: Engine;
  readonly fileSystem: FileSystem;
  /** Another configuration than `isms.yaml`: the command line's `--config`. */
  readonly configuration?: { readonly path: string; readonly text: string };
}

/** One ISMS on disk, with what an editor holds unsaved on top. Paths are relative to the root. */
export interface Project {
  /** Lists and reads everything anew. */
  load(): Promise<void>;
  /** Takes over what changed on disk: edited, created, deleted or renamed files. Folders make it list anew. */
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
  const { engine, fileSystem } = options;
  const open = new Map<string, string>();
  const files = new Map<string, ReadSource>();
  const unreadable = new Map<string, UnreadableFile>();
  let listed = new Set<string>();
  let unreadableFolders: readonly UnreadableFile[] = [];
  let nestedRoots: readonly string[] = [];
  let config: LoadedConfig | undefined;
  let current: Isms | undefined;

  const included = (path: string): boolean => isMarkdown(path) && (createIncludeFilter(config?.config)(path) || namedPaths(config?.config).includes(path));

  async function loadConfig(): Promise<void> {
    const text = options.configuration?.text ?? open.get(CONFIG_FILE) ?? (await readText(CONFIG_FILE));
    const path = options.configuration?.path ?? CONFIG_FILE;
    unreadable.delete(path);
    if (typeof text === 'string') config = engine.loadConfig(path, text);
    else config = undefined;
    if (typeof text !== 'string' && !text.missing) unreadable.set(path, { path, reason: text.failure });
  }

  async function readText(path: string): Promise<string | { readonly failure: string; readonly missing: boolean }> {
    const bytes = await fileSystem.readFile(path);
    return isFailure(bytes) ? bytes : decodeText(bytes);
  }

  function accept(path: string, text: string): void {
    unreadable.delete(path);
    const known = files.get(path);
    const read = engine.read(path, text, config);
    if (known === undefined || known.source.text !== read.source.text) files.set(path, read);
  }

  async function readFromDisk(path: string): Promise<void> {
    const text = open.get(path) ?? (await readText(path));
    if (typeof text === 'string') return accept(path, text);
    files.delete(path);
    if (text.missing) unreadable.delete(path);
    else unreadable.set(path, { path, reason: text.failure });
  }

  async function load(): Promise<void> {
    current = undefined;
    files.clear();
    unreadable.clear();
    await loadConfig();
    const listing = await walk(fileSystem);
    listed = new Set(listing.files);
    nestedRoots = listing.nestedRoots;
    unreadableFolders = listing.unreadable.map(({ path, reason }) => ({ path, reason }));
    const wanted = [...new Set([...listing.files, ...open.keys()])].filter(included);
    for (let i = 0; i < wanted.length; i += PARALLEL_READS) await Promise.all(wanted.slice(i, i + PARALLEL_READS).map(readFromDisk));
    current = undefined;
  }

  return {
    load,
    async refresh(paths) {
      // A new configuration changes what is read and how; a folder or a new name changes what is listed.
      const needsListing = paths.some((path) => path === CONFIG_FILE || path.endsWith('/isms.yaml') || path.endsWith('.gitignore') || !/\.[^/]+$/.test(path));
      if (needsListing) return load();
      for (const path of paths) {
        if (!included(path)) continue;
        if (!listed.has(path) && !open.has(path)) return load();
        await readFromDisk(path);
      }
      current = undefined;
    },
    open(path, text) {
      open.set(path, text);
      if (path === CONFIG_FILE && options.configuration === undefined) {
        config = engine.loadConfig(path, text);
        for (const [known, read] of files) files.set(known, engine.read(known, read.source.text, config));
      } else if (included(path)) accept(path, text);
      current = undefined;
    },
    async close(path) {
      open.delete(path);
      current = undefined;
      if (path === CONFIG_FILE) return load();
      if (!listed.has(path)) files.delete(path);
      if (included(path)) await readFromDisk(path);
      current = undefined;
    },
    covers: (path) => path === CONFIG_FILE || files.has(path) || unreadable.has(path),
    isms() {
      current ??= engine.build({ config, files, unreadable: [...unreadableFolders, ...unreadable.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) });
      return current;
    },
    get nestedRoots() {
      return nestedRoots;
    },
  };
}
