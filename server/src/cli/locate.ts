import { statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_FILE } from '../workspace/walk';
import { isRefusal, refuse, type Refusal } from './exitCodes';
import { isBelow, nearestFolder, relativePath } from './paths';

/** An ISMS to analyse as a whole, and the parts of it that were asked for. */
export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** False where no `isms.yaml` marks it and the named folder itself had to do. */
  readonly marked: boolean;
  readonly scopes: readonly Scope[];
}

export interface Scope {
  /** Relative to the root; empty for the whole of it. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** As the user wrote it. */
  readonly name: string;
}

/**
 * The roots around what the user named: the nearest folder upwards with an `isms.yaml`, else the named folder; for a
 * file without such a folder the working directory, where the file lies below it.
 */
export function locate(named: readonly string[], cwd: string): readonly Root[] | Refusal {
  const roots = new Map<string, Root>();
  for (const name of named.length === 0 ? ['.'] : named) {
    const found = locateOne(name, cwd);
    if (isRefusal(found)) return found;
    const known = roots.get(found.folder);
    roots.set(
      found.folder,
      known === undefined ? found : { ...known, scopes: [...known.scopes, ...found.scopes] },
    );
  }
  return [...roots.values()];
}

/** The root of a file that need not exist, because its text comes from standard input. */
export function locateFile(name: string, cwd: string): Root {
  const path = resolve(cwd, name);
  return rootAround(path, dirname(path), isBelow(cwd, dirname(path)) ? cwd : dirname(path), {
    kind: 'file',
    name,
  });
}

function locateOne(name: string, cwd: string): Root | Refusal {
  const path = resolve(cwd, name);
  const stats = statsOf(path);
  if (isRefusal(stats)) return refuse(`cannot check "${name}": ${stats.refusal}`);
  if (stats.isDirectory()) return rootAround(path, path, path, { kind: 'folder', name });
  if (stats.isFile()) return locateFile(name, cwd);
  return refuse(`cannot check "${name}": it is neither a file nor a folder.`);
}

function rootAround(path: string, folder: string, otherwise: string, scope: Omit<Scope, 'path'>): Root {
  const marked = nearestFolder(folder, (each) => isFile(join(each, CONFIG_FILE)));
  const root = marked ?? otherwise;
  const inside = relativePath(root, path);
  return {
    folder: root,
    marked: marked !== undefined,
    scopes: [{ ...scope, path: inside === '.' ? '' : inside }],
  };
}

function isFile(path: string): boolean {
  const stats = statsOf(path);
  return !isRefusal(stats) && stats.isFile();
}

function statsOf(path: string): Stats | Refusal {
  try {
    return statSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return refuse(REASONS[code] ?? `it cannot be read (${code}).`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist.',
  ENOTDIR: 'a part of its path is not a folder.',
  EACCES: 'there is no permission to read it.',
  EPERM: 'there is no permission to read it.',
  ELOOP: 'its symbolic links go round in a circle.',
  ENAMETOOLONG: 'its name is too long.',
};
