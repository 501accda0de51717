import { join } from 'node:path';
import { isEmpty } from '../../engine/impact/context';
import type { Isms } from '../../engine/index/model';
import { analyse, type AnalysisRequest, type LoadedRoot } from '../analyse';
import { isRefusal, type Refusal } from '../exitCodes';
import type { Root } from '../locate';
import { relativePath } from '../paths';
import type { ResolvedRange } from './resolve';
import { filesOfCommit, ismsOfCommit, rootInCommit, type SideRequest } from './sides';

/** One ISMS on both sides of a change. */
export interface ComparedRoot {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** Relative to the working directory. */
  readonly name: string;
  readonly fileAt: (path: string) => string;
  readonly base: Isms;
  readonly head: Isms;
}

/** Loads every ISMS of the head, and what each was in the base. One that is gone is compared with nothing. */
export async function compareRoots(
  range: ResolvedRange,
  request: AnalysisRequest,
  side: SideRequest,
): Promise<readonly ComparedRoot[] | Refusal> {
  const analysis = await analyse(await headRequest(range, request, side));
  if (isRefusal(analysis)) return analysis;
  const heads = new Map(analysis.roots.map((root) => [root.root.folder, root.project.isms()]));
  const bases = await basesOf(range.base.commit, analysis.roots, request.cwd, side);
  const nothing = request.engine.build({ config: undefined, files: new Map() });
  const folders = [...new Set([...heads.keys(), ...bases.keys()])];
  return folders
    .map((folder): ComparedRoot => ({
      folder,
      name: relativePath(request.cwd, folder),
      fileAt: (path) => relativePath(request.cwd, join(folder, path)),
      base: bases.get(folder) ?? nothing,
      head: heads.get(folder) ?? nothing,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the roots of an analysis were in a commit, and the roots that are gone since. */
export async function basesOf(
  commit: string,
  roots: readonly LoadedRoot[],
  cwd: string,
  side: SideRequest,
): Promise<ReadonlyMap<string, Isms>> {
  const around = (await rootInCommit(commit, cwd, side)) ?? cwd;
  const known = roots.map(({ root }) => root.folder);
  const found = await ismsOfCommit(commit, [...known, around], side);
  return new Map([...found].filter(([folder, isms]) => known.includes(folder) || !isEmpty(isms)));
}

async function headRequest(
  { head }: ResolvedRange,
  request: AnalysisRequest,
  side: SideRequest,
): Promise<AnalysisRequest> {
  if (head.commit === undefined) return request;
  const marked = await rootInCommit(head.commit, request.cwd, side);
  const folder = marked ?? request.cwd;
  const root: Root = {
    folder,
    marked: marked !== undefined,
    scopes: [{ path: '', kind: 'folder', name: '.' }],
  };
  return { ...request, roots: [root], fileSystemAt: filesOfCommit(head.commit, side) };
}
