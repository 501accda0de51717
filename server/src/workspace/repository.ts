import type { FileSystem } from './fileSystem';

/**
 * A repository of git as the workspace needs it: past states of the files, read from git's object database. Nothing is
 * checked out, nothing fetched, and no code of the repository is run. Only hosts that can start git have one.
 */
export interface Repository {
  /** The root of the work tree, as git writes it: absolute, with `/`. */
  readonly root: string;
  /** True for a clone that has only the last commits of its history. */
  readonly shallow: boolean;
  /** The full name of the commit that a revision means; `undefined` where this clone does not have it. */
  commitOf(revision: string): Promise<string | undefined>;
  /** The commit in which the histories of two commits parted; `undefined` where this clone cannot tell. */
  mergeBaseOf(one: string, other: string): Promise<string | undefined>;
  /** The branch that changes are merged into, such as `origin/main`; `undefined` where nothing says so. */
  defaultBranch(): Promise<string | undefined>;
  /** The files of a commit below a folder of the repository; the empty path is its root. */
  treeAt(commit: string, folder: string): Promise<FileSystem>;
  /** Ends what was started; to be called once. */
  close(): void;
}

/** Why there is no repository, in words for the user. */
export interface NoRepository {
  readonly reason: string;
}

export function isRepository(value: Repository | NoRepository): value is Repository {
  return !('reason' in value);
}
