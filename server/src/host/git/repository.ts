import type { FileSystem } from '../../workspace/fileSystem';
import type { NoRepository, Repository } from '../../workspace/repository';
import { createObjectReader } from './objects';
import { gitIn, type GitProgram } from './program';
import { createTreeFileSystem } from './tree';

/** The repository around a folder, or why there is none. */
export async function openRepository(folder: string): Promise<Repository | NoRepository> {
  const git = gitIn(folder);
  if (git === undefined) return { reason: 'git was not found on this machine; install it' };
  const { code, output, error } = await git.run(['rev-parse', '--is-shallow-repository', '--show-toplevel']);
  if (code !== 0) return { reason: whyNot(error, folder) };
  const [shallow, ...root] = output.toString('utf8').split('\n');
  return repositoryOf(git, root.join('\n').replace(/\n$/, ''), shallow === 'true');
}

function whyNot(error: string, folder: string): string {
  if (error.includes('dubious ownership'))
    return `git does not trust the repository, because it belongs to another user; run: git config --global --add safe.directory "${folder}"`;
  if (error.includes('not a git repository')) return 'this folder lies in no git repository';
  if (error.includes('must be run in a work tree')) return 'this repository has no work tree';
  return `git said: ${error.trim().split('\n')[0] ?? ''}`;
}

function repositoryOf(git: GitProgram, root: string, shallow: boolean): Repository {
  const objects = createObjectReader(() => git.start(['cat-file', '--batch']));
  const firstLine = async (args: readonly string[]): Promise<string | undefined> => {
    const { code, output } = await git.run(args);
    const line = output.toString('utf8').split('\n')[0] ?? '';
    return code === 0 && line !== '' ? line : undefined;
  };
  const commitOf = (revision: string): Promise<string | undefined> =>
    firstLine(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const trees = new Map<string, Promise<FileSystem>>();
  const treeOf = (commit: string, folder: string): Promise<FileSystem> => {
    const name = `${commit}:${folder}`;
    const tree = trees.get(name) ?? treeAt(git, name, (object) => objects.read(object));
    trees.set(name, tree);
    return tree;
  };
  return {
    root,
    shallow,
    commitOf,
    mergeBaseOf: (one, other) => firstLine(['merge-base', '--end-of-options', one, other]),
    defaultBranch: () => defaultBranch(firstLine, commitOf),
    treeAt: treeOf,
    close: () => objects.close(),
  };
}

async function treeAt(
  git: GitProgram,
  name: string,
  read: (object: string) => Promise<Uint8Array | undefined>,
): Promise<FileSystem> {
  const { output } = await git.run(['ls-tree', '-r', '-t', '-z', '--full-tree', name]);
  // A folder that the commit does not have is listed as nothing, and that is what it holds.
  return createTreeFileSystem(output.toString('utf8'), read);
}

/** What the remote calls its default branch, else the first that there is of the usual names. */
async function defaultBranch(
  firstLine: (args: readonly string[]) => Promise<string | undefined>,
  commitOf: (revision: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const head = await firstLine(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  if (head !== undefined) return head;
  for (const name of ['origin/main', 'origin/master', 'main', 'master'])
    if ((await commitOf(name)) !== undefined) return name;
  return undefined;
}
