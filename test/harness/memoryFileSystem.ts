import type { DirectoryEntry, FileSystem, ReadFailure } from '../../server/src/workspace/fileSystem';

/** A file system in memory. Folders exist as long as something lies in them. */
export interface MemoryFileSystem extends FileSystem {
  /** Text, bytes, or the reason why the file cannot be read. */
  write(path: string, content: string | Uint8Array | { readonly failure: string }): void;
  link(path: string): void;
  /** A file, or a folder with all that lies in it. */
  remove(path: string): void;
  rename(from: string, to: string): void;
  /** The paths of all files that were read, in order. */
  readonly reads: string[];
}

type Content = string | Uint8Array | { readonly failure: string };
const LINK = Symbol('link');

export function createMemoryFileSystem(files: Readonly<Record<string, string>> = {}): MemoryFileSystem {
  const contents = new Map<string, Content | typeof LINK>(Object.entries(files));
  const reads: string[] = [];
  const within = (path: string): string[] =>
    [...contents.keys()].filter((each) => each === path || path === '' || each.startsWith(`${path}/`));
  const remove = (path: string): void => within(path).forEach((each) => contents.delete(each));
  return {
    reads,
    write: (path, content) => void contents.set(path, content),
    link: (path) => void contents.set(path, LINK),
    remove,
    rename: (from, to) => {
      for (const path of within(from)) {
        contents.set(to + path.slice(from.length), contents.get(path) ?? '');
        contents.delete(path);
      }
    },
    readFile: (path) => {
      reads.push(path);
      return Promise.resolve(read(contents.get(path)));
    },
    readDirectory: (path) => Promise.resolve(entriesOf(path, within(path), contents)),
  };
}

function read(content: Content | typeof LINK | undefined): Uint8Array | ReadFailure {
  if (content === undefined || content === LINK) return { failure: 'it does not exist', missing: true };
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : { failure: content.failure, missing: false };
}

function entriesOf(
  folder: string,
  below: readonly string[],
  contents: ReadonlyMap<string, unknown>,
): readonly DirectoryEntry[] | ReadFailure {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (folder !== '' && below.every((path) => path === folder))
    return { failure: 'it is no folder', missing: below.length === 0 };
  const entries = new Map<string, DirectoryEntry>();
  for (const path of below) {
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const kind = rest.length > 0 ? 'directory' : contents.get(path) === LINK ? 'link' : 'file';
    entries.set(name, { name, kind });
  }
  return [...entries.values()];
}
