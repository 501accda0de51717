import { decodeText } from './decode';
import { isFailure, type DirectoryEntry, type FileSystem } from './fileSystem';
import { createIgnoreRules, type IgnoreRules } from './gitIgnore';

export const CONFIG_FILE = 'isms.yaml';

export interface Listing {
  /** All files that git does not ignore, by path in order; dot folders and `node_modules` are left out. */
  readonly files: readonly string[];
  /** Folders below the root with an `isms.yaml` of their own: each is an ISMS apart. */
  readonly nestedRoots: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Files and folders (these end with `/`) that exist and that git ignores. */
  readonly ignored: readonly string[];
  /** True where a walk would not list a file of this path, whether it exists yet or not. */
  leavesOut(path: string): boolean;
  /** False where the walk stopped at `mostFolders`: then only the files at its beginning are listed. */
  readonly complete: boolean;
}

export interface WalkOptions {
  /** Where to begin, relative to the root; default: the root itself. */
  readonly from?: string;
  /** True to go on below nested roots, for finding them all. */
  readonly intoNestedRoots?: boolean;
  /** True for folders that are roots for another reason than an `isms.yaml`: an editor's workspace folders. */
  readonly isRoot?: (folder: string) => boolean;
  /** Give up below the first folder where there are more folders than this. */
  readonly mostFolders?: number;
}

/** Lists the files of a workspace. A folder that cannot be read is named and the rest is still listed. */
export async function walk(fileSystem: FileSystem, options: WalkOptions = {}): Promise<Listing> {
  const from = options.from ?? '';
  const found: Found = {
    files: [],
    nestedRoots: [],
    unreadable: [],
    ignored: [],
    rules: new Map(),
    links: new Set(),
    complete: true,
  };
  await visit(from, createIgnoreRules(), fileSystem, options, found);
  const files = found.complete ? found.files : found.files.filter((path) => parentOf(path) === from);
  return {
    files: files.sort(),
    nestedRoots: found.complete ? found.nestedRoots.sort() : [],
    unreadable: found.unreadable.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ignored: found.ignored.sort(),
    leavesOut: (path) => leavesOut(path, found),
    complete: found.complete,
  };
}

interface Found {
  readonly files: string[];
  readonly nestedRoots: string[];
  readonly unreadable: { path: string; reason: string }[];
  readonly ignored: string[];
  /** The rules that hold in each folder that was visited. */
  readonly rules: Map<string, IgnoreRules>;
  /** What is neither file nor folder: symbolic links are not followed. */
  readonly links: Set<string>;
  complete: boolean;
}

async function visit(
  folder: string,
  rules: IgnoreRules,
  fileSystem: FileSystem,
  options: WalkOptions,
  found: Found,
): Promise<void> {
  const entries = await fileSystem.readDirectory(folder);
  if (isFailure(entries)) {
    found.unreadable.push({ path: folder === '' ? '.' : folder, reason: entries.failure });
    return;
  }
  const names = new Set(entries.map((entry) => entry.name));
  if (folder !== (options.from ?? '') && (names.has(CONFIG_FILE) || options.isRoot?.(folder) === true)) {
    found.nestedRoots.push(folder);
    if (options.intoNestedRoots !== true) return;
  }
  const inner = names.has('.gitignore') ? await withGitIgnore(folder, rules, fileSystem) : rules;
  found.rules.set(folder, inner);
  if (found.rules.size > (options.mostFolders ?? Infinity)) found.complete = false;
  const folders = sort(folder, entries, inner, found);
  // All at once: over a network each folder costs a round trip.
  if (found.complete)
    await Promise.all(folders.map((path) => visit(path, inner, fileSystem, options, found)));
}

/** Notes the files of a folder; the folders to go on with are returned. */
function sort(
  folder: string,
  entries: readonly DirectoryEntry[],
  rules: IgnoreRules,
  found: Found,
): string[] {
  const folders: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.kind === 'file') (rules.ignores(path) ? found.ignored : found.files).push(path);
    if (entry.kind === 'directory' && !isSkipped(entry.name))
      if (rules.ignores(`${path}/`)) found.ignored.push(`${path}/`);
      else folders.push(path);
    if (entry.kind === 'link' || entry.kind === 'other') found.links.add(path);
  }
  return folders;
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Judges a path as `visit` does, folder by folder, also below folders that do not exist yet. */
function leavesOut(
  path: string,
  found: Pick<Found, 'rules' | 'links' | 'nestedRoots' | 'complete'>,
): boolean {
  const names = path.split('/');
  let rules = found.rules.get('') ?? createIgnoreRules();
  if (!found.complete && names.length > 1) return true;
  for (let depth = 1; depth < names.length; depth++) {
    const folder = names.slice(0, depth).join('/');
    if (isSkipped(names[depth - 1] ?? '') || found.links.has(folder) || found.nestedRoots.includes(folder))
      return true;
    if (rules.ignores(`${folder}/`)) return true;
    rules = found.rules.get(folder) ?? rules;
  }
  return found.links.has(path) || rules.ignores(path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

async function withGitIgnore(
  folder: string,
  rules: IgnoreRules,
  fileSystem: FileSystem,
): Promise<IgnoreRules> {
  const bytes = await fileSystem.readFile(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
  const text = isFailure(bytes) ? bytes : decodeText(bytes);
  // An unreadable .gitignore hides nothing: more is checked then, never less.
  return typeof text === 'string' ? rules.within(folder, text) : rules;
}
