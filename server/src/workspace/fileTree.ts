import type { FileTree } from '../engine/index/fileTree';
import { keptSet } from '../engine/index/kept';
import { folderOf, nameOf } from '../engine/text/path';
import type { FileStore } from './fileStore';
import { isFailure, type DirectoryEntry, type FileSystem } from './fileSystem';
import type { Listing } from './walk';

/** What is at a path now, told by what lies around it: the file itself may be large. */
export async function kindAt(
  fileSystem: FileSystem,
  path: string,
): Promise<DirectoryEntry['kind'] | undefined> {
  const entries = await fileSystem.readDirectory(folderOf(path));
  return isFailure(entries) ? undefined : entries.find((entry) => entry.name === nameOf(path))?.kind;
}

/**
 * The listing after a file that nobody reads, such as an image, has come or gone: links may lead to it. `undefined` where
 * nothing changes by that.
 */
export function withFile(listing: Listing, path: string, isThere: boolean): Listing | undefined {
  const others = listing.files.filter((each) => each !== path);
  const wasThere = others.length < listing.files.length;
  if (wasThere === isThere) return undefined;
  return { ...listing, files: isThere ? [...others, path].sort() : others };
}

/** A tree with what it was made from. */
export interface CurrentTree {
  readonly tree: FileTree;
  readonly listed: FileTree;
  readonly existing: ReadonlySet<string>;
}

/**
 * The files there are: with those that are open and new, without documents deleted since the folders were listed. The
 * same value as before where nothing came or went. `isRead`: whether a path is among those that the store would have.
 */
export function treeNow(
  listed: FileTree,
  store: FileStore,
  isRead: (path: string) => boolean,
  previous: CurrentTree | undefined,
): CurrentTree {
  const existing = keptSet(
    previous?.existing,
    new Set([...store.paths()].filter((path) => store.text(path) !== undefined)),
  );
  if (previous?.listed === listed && previous.existing === existing) return previous;
  const has: FileTree['has'] = (path) => existing.has(path) || (isRead(path) ? false : listed.has(path));
  const listedPaths = new Set(listed.paths);
  const created = [...existing].filter((path) => !listedPaths.has(path));
  const paths = [...listed.paths.filter((path) => has(path) === true), ...created].sort();
  return { listed, existing, tree: { paths, has } };
}
