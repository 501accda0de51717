import { decodeText } from './decode';
import { isFailure, type FileSystem } from './fileSystem';
import { createIgnoreRules, type IgnoreRules } from './gitIgnore';

export const CONFIG_FILE = 'isms.yaml';

export interface Listing {
  /** All files that git does not ignore, by path in order; dot folders and `node_modules` are left out. */
  readonly files: readonly string[];
  /** Folders below the root with an `isms.yaml` of their own: each is an ISMS apart. */
  readonly nestedRoots: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

export interface WalkOptions {
  /** Where to begin, relative to the root; default: the root itself. */
  readonly from?: string;
  /** True to go on below nested roots, for finding them all. */
  readonly intoNestedRoots?: boolean;
}

/** Lists the files of a workspace. A folder that cannot be read is named and the rest is still listed. */
export async function walk(fileSystem: FileSystem, options: WalkOptions = {}): Promise<Listing> {
  const found: Found = { files: [], nestedRoots: [], unreadable: [] };
  await visit(options.from ?? '', createIgnoreRules(), fileSystem, options, found);
  return { files: found.files.sort(), nestedRoots: found.nestedRoots.sort(), unreadable: found.unreadable };
}

interface Found {
  readonly files: string[];
  readonly nestedRoots: string[];
  readonly unreadable: { path: string; reason: string }[];
}

async function visit(folder: string, rules: IgnoreRules, fileSystem: FileSystem, options: WalkOptions, found: Found): Promise<void> {
  const entries = await fileSystem.readDirectory(folder);
  if (isFailure(entries)) {
    found.unreadable.push({ path: folder === '' ? '.' : folder, reason: entries.failure });
    return;
  }
  const names = new Set(entries.map((entry) => entry.name));
  if (folder !== '' && folder !== options.from && names.has(CONFIG_FILE)) {
    found.nestedRoots.push(folder);
    if (options.intoNestedRoots !== true) return;
  }
  const inner = names.has('.gitignore') ? await withGitIgnore(folder, rules, fileSystem) : rules;
  const folders: string[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.kind === 'file' && !inner.ignores(path)) found.files.push(path);
    if (entry.kind === 'directory' && !isSkipped(entry.name) && !inner.ignores(`${path}/`)) folders.push(path);
  }
  for (const path of folders) await visit(path, inner, fileSystem, options, found);
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

async function withGitIgnore(folder: string, rules: IgnoreRules, fileSystem: FileSystem): Promise<IgnoreRules> {
  const bytes = await fileSystem.readFile(folder === '' ? '.gitignore' : `${folder}/.gitignore`);
  const text = isFailure(bytes) ? bytes : decodeText(bytes);
  // An unreadable .gitignore hides nothing: more is checked then, never less.
  return typeof text === 'string' ? rules.within(folder, text) : rules;
}
