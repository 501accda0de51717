import type { Engine, LoadedConfig, ReadSource } from '../engine/engine';
import type { OwnIds } from '../engine/ids/ownIds';
import { decodeText } from './decode';
import { isFailure, type FileSystem, type ReadFailure } from './fileSystem';

/** The texts of a project: what the disk says, and on top what an editor holds unsaved. */
export interface FileStore {
  /** Every path that has a text or a reason why it has none. */
  paths(): Iterable<string>;
  /** The text that counts now, or why there is none; `undefined` where the file is not known. */
  text(path: string): string | ReadFailure | undefined;
  /** What was read from the text that counts now. Read once per text and per meaning of the keys. */
  read(path: string, config: LoadedConfig | undefined): ReadSource | undefined;
  open(path: string, text: string): void;
  close(path: string): void;
  /** True where the disk was asked for the file and has it, readable or not. */
  onDisk(path: string): boolean;
  /** Asks the disk anew. An open file that the disk no longer has does not count until it is edited again. */
  reread(path: string): Promise<void>;
  /** Asks the disk about a file that was there, if only for a moment. Where it is gone, an open one counts as deleted. */
  miss(path: string): Promise<void>;
  /** Forgets what the disk said of all files that `keeps` does not want; open ones count as deleted. */
  retain(keeps: (path: string) => boolean): void;
}

/** A text with what was read from it; the facts are dropped when the text, the keys or the ids of own catalogues change. */
interface Entry {
  readonly text: string;
  reading: { readonly keys: string; readonly ids: OwnIds | undefined; readonly read: ReadSource } | undefined;
}

export function createFileStore(engine: Engine, fileSystem: FileSystem): FileStore {
  const disk = new Map<string, Entry | ReadFailure>();
  const open = new Map<string, Entry>();
  const deleted = new Set<string>();

  const readEntry = createReader(engine);
  const current = (path: string): Entry | ReadFailure | undefined =>
    deleted.has(path) ? undefined : (open.get(path) ?? disk.get(path));

  return {
    paths: () => new Set([...disk.keys(), ...open.keys()]),
    text: (path) => {
      const entry = current(path);
      return entry === undefined || isFailure(entry) ? entry : entry.text;
    },
    read: (path, config) => {
      const entry = current(path);
      return entry === undefined || isFailure(entry) ? undefined : readEntry(path, entry, config);
    },
    open: (path, text) => {
      deleted.delete(path);
      open.set(path, sameOr(open.get(path) ?? disk.get(path), text));
    },
    close: (path) => {
      deleted.delete(path);
      open.delete(path);
    },
    onDisk: (path) => disk.has(path),
    reread: async (path) => take({ disk, open, deleted }, path, await readText(fileSystem, path)),
    miss: async (path) => {
      if (!open.has(path)) return;
      const found = await fileSystem.readFile(path);
      if (isFailure(found) && found.missing && open.has(path)) deleted.add(path);
    },
    retain: (keeps) => {
      for (const path of [...disk.keys()].filter((each) => !keeps(each))) {
        disk.delete(path);
        if (open.has(path)) deleted.add(path);
      }
    },
  };
}

interface Shelves {
  readonly disk: Map<string, Entry | ReadFailure>;
  readonly open: ReadonlyMap<string, Entry>;
  readonly deleted: Set<string>;
}

/** Takes over what the disk says of a file. */
function take({ disk, open, deleted }: Shelves, path: string, found: string | ReadFailure): void {
  const gone = typeof found !== 'string' && found.missing;
  if (!gone) deleted.delete(path);
  // An open file that the disk never had is a new one, not a deleted one.
  else if (open.has(path) && disk.has(path)) deleted.add(path);
  if (gone) disk.delete(path);
  else disk.set(path, typeof found === 'string' ? sameOr(disk.get(path), found) : found);
}

async function readText(fileSystem: FileSystem, path: string): Promise<string | ReadFailure> {
  const bytes = await fileSystem.readFile(path);
  return isFailure(bytes) ? bytes : decodeText(bytes);
}

/** The entry as it is where the text is the same: its facts are worth keeping. */
function sameOr(known: Entry | ReadFailure | undefined, text: string): Entry {
  return known !== undefined && !isFailure(known) && known.text === text
    ? known
    : { text, reading: undefined };
}

/** Reads entries, and keeps what was read while neither the text nor what a configuration says of keys and ids changes. */
function createReader(
  engine: Engine,
): (path: string, entry: Entry, config: LoadedConfig | undefined) => ReadSource {
  let last: { readonly config: LoadedConfig | undefined; readonly keys: string } | undefined;
  return (path, entry, config) => {
    // Asked for every file, and the same for all of them.
    if (last === undefined || last.config !== config)
      last = { config, keys: JSON.stringify(config?.config.controlKeys ?? {}) };
    const { keys } = last;
    const ids = config?.catalogs?.ids;
    if (entry.reading?.keys !== keys || entry.reading.ids !== ids)
      entry.reading = { keys, ids, read: engine.read(path, entry.text, config) };
    return entry.reading.read;
  };
}
