import type { FileTree } from '../engine/index/fileTree';
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

/** The files there are: with those that are open and new, without documents deleted since the folders were listed. */
export function treeNow(tree: FileTree, store: FileStore, isRead: (path: string) => boolean): FileTree {
  return {
    paths: tree.paths,
    has: (path) => store.text(path) !== undefined || (isRead(path) ? false : tree.has(path)),
  };
}
