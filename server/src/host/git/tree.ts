import type { DirectoryEntry, FileSystem, ReadFailure } from '../../workspace/fileSystem';

/** What a tree of git holds under one name. */
interface TreeEntry {
  readonly kind: DirectoryEntry['kind'];
  /** The object's name. */
  readonly object: string;
}

/**
 * The file system of a tree, from what `git ls-tree -r -t -z` lists. Paths are those of git whatever characters they
 * hold, since the list ends each with a NUL and quotes nothing.
 */
export function createTreeFileSystem(
  listing: string,
  read: (object: string) => Promise<Uint8Array | undefined>,
): FileSystem {
  const entries = new Map<string, TreeEntry>();
  const folders = new Map<string, DirectoryEntry[]>([['', []]]);
  for (const line of listing.split('\0')) {
    const [, mode = '', object = '', path = ''] = /^(\d+) \w+ ([\da-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    if (path === '') continue;
    const kind = kindOf(mode);
    const slash = path.lastIndexOf('/');
    entries.set(path, { kind, object });
    if (kind === 'directory') folders.set(path, []);
    folders.get(path.slice(0, Math.max(0, slash)))?.push({ name: path.slice(slash + 1), kind });
  }
  return {
    readDirectory: (path) =>
      Promise.resolve(
        folders.get(path) ?? { failure: 'it is no folder of this revision', missing: !entries.has(path) },
      ),
    readFile: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return NO_SUCH_FILE;
      if (entry.kind !== 'file') return { failure: 'it is no file of this revision', missing: false };
      return (await read(entry.object)) ?? NOT_IN_THIS_CLONE;
    },
  };
}

const NO_SUCH_FILE: ReadFailure = { failure: 'it does not exist', missing: true };

/** A partial clone leaves out contents, and nothing is fetched. */
const NOT_IN_THIS_CLONE: ReadFailure = {
  failure: 'this clone of the repository does not have its content',
  missing: false,
};

function kindOf(mode: string): DirectoryEntry['kind'] {
  if (mode === '040000') return 'directory';
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'other' : 'file';
}
