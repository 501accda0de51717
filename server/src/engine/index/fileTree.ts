import { folderOf } from '../text/path';

/** Which files there are, whether anybody reads them or not: images, PDFs and spreadsheets are link targets too. */
export interface FileTree {
  /** `undefined` where it cannot be known: the file is ignored by git, or lies in a folder that is not looked into. */
  has(path: string): boolean | undefined;
  /** The paths of all known files, in order. */
  readonly paths: readonly string[];
}

/** What a host knows of the files below the root. */
export interface FileListing {
  readonly files: readonly string[];
  /** True for a path that the listing would not show, whether it exists or not. */
  leavesOut(path: string): boolean;
  /** False where only the beginning was listed. */
  readonly complete: boolean;
}

/** Prepares a listing for questions: one set for all of them. Folders count as files do. */
export function createFileTree({ files, leavesOut, complete }: FileListing): FileTree {
  const known = new Set(files);
  for (const path of files)
    for (let folder = folderOf(path); folder !== '' && !known.has(folder); folder = folderOf(folder))
      known.add(folder);
  return {
    has: (path) => path === '' || known.has(path) || (complete && !leavesOut(path) ? false : undefined),
    paths: files,
  };
}

/** A tree of exactly these files. */
export function fileTreeOf(paths: Iterable<string>): FileTree {
  return createFileTree({ files: [...paths].sort(), leavesOut: () => false, complete: true });
}
