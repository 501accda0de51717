import type { LoadedConfig, ReadSource } from '../engine/engine';
import { isMarkdown, isNamed, isReadable } from '../engine/index/include';
import type { FileTree } from '../engine/index/fileTree';
import type { UnreadableFile } from '../engine/index/model';
import { BASELINE_FILE } from '../engine/readers/baseline';
import type { FileStore } from './fileStore';
import { treeNow, type CurrentTree } from './fileTree';
import { CONFIG_FILE, type Listing } from './walk';

/** The files of an ISMS at one moment. */
export interface CurrentFiles {
  /** By path in order. */
  readonly files: ReadonlyMap<string, ReadSource>;
  readonly unreadable: readonly UnreadableFile[];
  readonly tree: CurrentTree | undefined;
  readonly config: LoadedConfig | undefined;
  /** True where files may have come, gone or been read anew since. */
  readonly isStale: boolean;
  /** What alone was edited since the last time; `undefined` where more than that may have changed. */
  readonly edited: readonly string[] | undefined;
}

/** What files are gathered from. */
export interface Gathering {
  readonly options: { readonly configuration?: unknown };
  readonly store: FileStore;
  readonly listing: Listing | undefined;
  /** The files that were listed, for links. */
  readonly tree: FileTree | undefined;
  readonly config: LoadedConfig | undefined;
  readonly isWanted: (path: string) => boolean;
  /** What was edited since the last time. */
  readonly edited: ReadonlySet<string>;
}

/** The files as they are now: those of the last time with what was edited since, where nothing else has happened. */
export function filesNow(last: CurrentFiles | undefined, gathering: Gathering): CurrentFiles {
  const { edited, config, store } = gathering;
  if (last === undefined || last.isStale || last.config !== config) return gather(last, gathering);
  const read = [...edited].map((path) => [path, last.files.get(path) && store.read(path, config)] as const);
  const files = new Map(last.files);
  for (const [path, file] of read) {
    // One that was not read before, or cannot be read any more.
    if (file === undefined) return gather(last, gathering);
    files.set(path, file);
  }
  return { ...last, files: edited.size === 0 ? last.files : files, edited: [...edited] };
}

function gather(last: CurrentFiles | undefined, gathering: Gathering): CurrentFiles {
  const { store, config, isWanted, listing } = gathering;
  const files = new Map<string, ReadSource>();
  const unreadable: UnreadableFile[] = [...(listing?.unreadable ?? [])];
  for (const path of [...store.paths()].sort()) {
    if (path === BASELINE_FILE) continue;
    if (path === CONFIG_FILE ? gathering.options.configuration !== undefined : !isWanted(path)) continue;
    const text = store.text(path);
    // Of the CSV, YAML and JSON of a repository only what `isms.yaml` names has to be readable.
    const matters = isMarkdown(path) || isNamed(config?.config, path) || path === CONFIG_FILE;
    if (typeof text === 'object' && matters) unreadable.push({ path, reason: text.failure });
    const file = path === CONFIG_FILE ? undefined : store.read(path, config);
    if (file !== undefined) files.set(path, file);
  }
  const isRead = (path: string): boolean => isReadable(path) && isWanted(path);
  const tree = gathering.tree && treeNow(gathering.tree, store, isRead, last?.tree);
  return { files, unreadable: unreadable.sort(byPath), tree, config, isStale: false, edited: undefined };
}

export function byPath(one: UnreadableFile, other: UnreadableFile): number {
  return one.path < other.path ? -1 : 1;
}
