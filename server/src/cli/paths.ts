import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';

/** A path as every output writes it: relative to a folder, with `/`; the folder itself is `.`. */
export function relativePath(from: string, to: string): string {
  const path = relative(from, to);
  if (path === '') return '.';
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path inside a root as seen from where the root is `prefix`. */
export function prefixed(prefix: string, path: string): string {
  return posix.join(prefix, path);
}

/** The nearest folder from `folder` upwards for which `holds`; `undefined` where there is none. */
export function nearestFolder(folder: string, holds: (folder: string) => boolean): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (holds(current)) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** The root of the git work tree around a folder. In a linked work tree `.git` is a file. */
export function gitRoot(folder: string): string | undefined {
  return nearestFolder(folder, (each) => existsSync(join(each, '.git')));
}

/** True where `path` is `scope` or lies below it; the empty scope holds everything. Both relative to one root. */
export function liesIn(scope: string, path: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}

/** True where an absolute path is `folder` or lies below it. */
export function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
