import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../../engine/engine';
import type { Isms } from '../../engine/index/model';
import { BASELINE_FILE } from '../../engine/readers/baseline';
import { isFailure, type FileSystem } from '../../workspace/fileSystem';
import { createProject } from '../../workspace/project';
import type { Repository } from '../../workspace/repository';
import { CONFIG_FILE } from '../../workspace/walk';
import { relativePath } from '../paths';
import type { NamedFile } from '../configuration';

export interface SideRequest {
  readonly engine: Engine;
  readonly repository: Repository;
  /** The file system of a folder on disk. */
  readonly fileSystemAt: (folder: string) => FileSystem;
  readonly config?: NamedFile;
  readonly baseline?: NamedFile | 'none';
}

/** Where a commit lacks one of these, there was none. */
const KEPT_BY_GIT: readonly string[] = [CONFIG_FILE, BASELINE_FILE];

/** The file systems of a commit, one for each folder on disk that lies in the repository. */
export function filesOfCommit(
  commit: string,
  { repository, fileSystemAt }: SideRequest,
): (folder: string) => FileSystem {
  return (folder) => {
    let tree: Promise<FileSystem> | undefined;
    const disk = fileSystemAt(folder);
    const past = (): Promise<FileSystem> =>
      (tree ??= repository.treeAt(commit, pathInRepository(repository, folder)));
    return {
      readDirectory: async (path) => (await past()).readDirectory(path),
      readFile: async (path) => {
        const found = await (await past()).readFile(path);
        // A catalogue that git does not keep, because its text is licensed, is the same at every commit.
        const kept = !isFailure(found) || !found.missing || KEPT_BY_GIT.includes(path);
        return kept ? found : disk.readFile(path);
      },
    };
  };
}

/** The ISMS of each of the folders as it was in a commit, and of those below them that are marked as one. */
export async function ismsOfCommit(
  commit: string,
  folders: readonly string[],
  request: SideRequest,
): Promise<ReadonlyMap<string, Isms>> {
  const filesAt = filesOfCommit(commit, request);
  const found = new Map<string, Isms>();
  const queue = [...folders];
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    if (found.has(folder)) continue;
    const { config, baseline, engine } = request;
    const named = ({ path, text }: NamedFile) => ({ path: relativePath(folder, path), text });
    const project = createProject({
      engine,
      fileSystem: filesAt(folder),
      ...(config !== undefined && { configuration: named(config) }),
      ...(baseline !== undefined && { baseline: baseline === 'none' ? baseline : named(baseline) }),
    });
    await project.load();
    found.set(folder, project.isms());
    for (const path of project.nestedRoots) queue.push(join(folder, path));
  }
  return found;
}

/**
 * The root of the ISMS around a folder as it was in a commit: the nearest folder upwards with an `isms.yaml`; `undefined`
 * where there was none.
 */
export async function rootInCommit(
  commit: string,
  folder: string,
  request: Pick<SideRequest, 'repository'>,
): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const path = pathInRepository(request.repository, current);
    const tree = await request.repository.treeAt(commit, path);
    if (!isFailure(await tree.readFile(CONFIG_FILE))) return current;
    if (path === '' || dirname(current) === current) return undefined;
  }
}

/** Git speaks of the real folder, a shell of the one that its user went through. */
function pathInRepository({ root }: Repository, folder: string): string {
  const path = relativePath(realpathSync.native(root), realpathSync.native(folder));
  return path === '.' ? '' : path;
}
