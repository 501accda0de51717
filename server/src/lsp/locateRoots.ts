import { isFailure, type FileSystem } from '../workspace/fileSystem';
import { CONFIG_FILE } from '../workspace/walk';
import { keyOf, parentOf, relativePath } from './uris';

export interface FoundRoot {
  readonly uri: string;
  /** False where it is only the folder of a file that somebody opened. */
  readonly folder: boolean;
}

/**
 * The roots of what an editor has open: for each folder, and for each file outside of them, the nearest folder upwards
 * with an `isms.yaml`, else the folder itself. As on the command line.
 */
export async function locateRoots(
  folders: readonly string[],
  files: readonly string[],
  fileSystemAt: (uri: string) => FileSystem,
): Promise<Map<string, FoundRoot>> {
  const roots = new Map<string, FoundRoot>();
  const isMarked = createMarkTest(fileSystemAt);
  for (const folder of folders) {
    const uri = (await nearestMarked(folder, isMarked)) ?? folder;
    roots.set(keyOf(uri), { uri, folder: true });
  }
  for (const file of files) {
    if ([...roots.values()].some(({ uri }) => relativePath(uri, file) !== undefined)) continue;
    const folder = parentOf(file);
    if (folder === undefined) continue;
    const marked = await nearestMarked(folder, isMarked);
    const uri = marked ?? folder;
    if (!roots.has(keyOf(uri))) roots.set(keyOf(uri), { uri, folder: marked !== undefined });
  }
  return roots;
}

type MarkTest = (folder: string) => Promise<boolean>;

/** Whether a folder holds an `isms.yaml`; asked once per folder. */
function createMarkTest(fileSystemAt: (uri: string) => FileSystem): MarkTest {
  const known = new Map<string, Promise<boolean>>();
  return (folder) => {
    const key = keyOf(folder);
    const answer =
      known.get(key) ??
      fileSystemAt(folder)
        .readFile(CONFIG_FILE)
        .then((file) => !isFailure(file));
    known.set(key, answer);
    return answer;
  };
}

async function nearestMarked(folder: string, isMarked: MarkTest): Promise<string | undefined> {
  for (let uri: string | undefined = folder; uri !== undefined; uri = parentOf(uri))
    if (await isMarked(uri)) return uri;
  return undefined;
}
