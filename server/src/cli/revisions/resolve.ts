import type { NoRepository, Repository } from '../../workspace/repository';
import { isRepository } from '../../workspace/repository';
import { isRefusal, refuse, type Refusal } from '../exitCodes';
import type { Terminal } from '../terminal';
import type { RevisionRange } from './range';

/** A revision as the user named it, and the commit that it is; without a commit: the files on disk. */
export interface Revision {
  readonly name: string;
  readonly commit: string | undefined;
}

export interface ResolvedRange {
  readonly base: Revision & { readonly commit: string };
  readonly head: Revision;
}

type Environment = Terminal['env'];

/** The commits that a range names, or what to do where this clone does not have them. */
export async function resolveRange(
  { base, head, fromMergeBase }: RevisionRange,
  repository: Repository,
  env: Environment,
): Promise<ResolvedRange | Refusal> {
  const baseCommit = await commitOf(base, repository, env);
  if (isRefusal(baseCommit)) return baseCommit;
  const headCommit = head === undefined ? undefined : await commitOf(head, repository, env);
  if (isRefusal(headCommit)) return headCommit;
  const after = { name: head ?? 'the working tree', commit: headCommit };
  if (!fromMergeBase) return { base: { name: base, commit: baseCommit }, head: after };
  const other = headCommit ?? (await commitOf('HEAD', repository, env));
  if (isRefusal(other)) return other;
  const parted = await repository.mergeBaseOf(baseCommit, other);
  if (parted === undefined) return refuse(withoutMergeBase(base, head ?? 'HEAD', repository, env));
  return { base: { name: `merge base with ${base}`, commit: parted }, head: after };
}

/** Opens the repository around a folder for an option or operand that names a revision. */
export async function repositoryAt(
  open: (folder: string) => Promise<Repository | NoRepository>,
  folder: string,
  what: string,
): Promise<Repository | Refusal> {
  const repository = await open(folder);
  return isRepository(repository)
    ? repository
    : refuse(`${what} needs a git repository: ${repository.reason}.`);
}

async function commitOf(name: string, repository: Repository, env: Environment): Promise<string | Refusal> {
  const commit = await repository.commitOf(name);
  return commit ?? refuse(missingRevision(name, repository, env));
}

function missingRevision(name: string, { shallow }: Repository, env: Environment): string {
  const what = `there is no revision "${name}" in this clone`;
  if (!shallow && !isForge(env)) return `${what}. "git log" shows which there are.`;
  return `${what}${shallow ? ', which has only the last commits' : ''}. ${deeper(name, env, 2)}`;
}

function withoutMergeBase(one: string, other: string, { shallow }: Repository, env: Environment): string {
  const what = `"${one}" and "${other}" have no commit in common`;
  return shallow
    ? `${what} in this clone, because it has only the last commits. ${deeper(one, env, 0)}`
    : `${what}, so it is open where they parted. Name the revision to compare with: isms impact ${one}..${other}`;
}

function isForge(env: Environment): boolean {
  return (
    env['GITHUB_ACTIONS'] !== undefined || env['GITLAB_CI'] !== undefined || env['TF_BUILD'] !== undefined
  );
}

/** The line that lets a clone have what it lacks. `depth` 0 is the whole history. */
function deeper(name: string, env: Environment, depth: 0 | 2): string {
  if (env['GITHUB_ACTIONS'] !== undefined)
    return `Let the workflow fetch it:\n\n  - uses: actions/checkout@v4\n    with:\n      fetch-depth: ${depth}${depth === 2 ? '\n\nThe base of a pull request is then HEAD^1.' : ''}`;
  if (env['GITLAB_CI'] !== undefined)
    return `Let the job fetch it:\n\n  variables:\n    GIT_DEPTH: "0"\n\nThe base of a merge request is then $CI_MERGE_REQUEST_DIFF_BASE_SHA.`;
  if (env['TF_BUILD'] !== undefined)
    return `Let the pipeline fetch it:\n\n  - checkout: self\n    fetchDepth: ${depth}`;
  return depth === 2
    ? `Fetch it first: git fetch --depth=1 origin ${name.replace(/^origin\//, '')}`
    : 'Fetch the history first: git fetch --unshallow';
}
