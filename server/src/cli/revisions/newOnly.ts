import { compareFindings, type FindingChanges } from '../../engine/impact/findings';
import { createContext } from '../../engine/impact/context';
import type { Isms } from '../../engine/index/model';
import type { Analysis, AnalysisRequest, LoadedRoot } from '../analyse';
import { isAsked } from '../asked';
import type { CommandContext } from '../commands/context';
import { isRefusal, refuse, type Refusal } from '../exitCodes';
import type { CheckedWorkspace, FindingComparison } from '../report';
import { basesOf } from './compare';
import { parseRange } from './range';
import { repositoryAt, resolveRange } from './resolve';

/** What `--base` adds to a check: every ISMS with all its findings and with the new ones alone, and the counts. */
export interface ComparedCheck {
  readonly all: readonly CheckedWorkspace[];
  readonly fresh: readonly CheckedWorkspace[];
  readonly comparison: FindingComparison;
}

/** Checks the roots twice, as they are and as they were; `undefined` where no base was asked for. */
export async function checkAgainstBase(
  analysis: Analysis,
  request: AnalysisRequest,
  context: CommandContext,
): Promise<ComparedCheck | Refusal | undefined> {
  const { options, terminal, engine, fileSystemAt } = context;
  const name = options.value('base');
  const newOnly = options.has('new-only');
  if (name === undefined)
    return newOnly
      ? refuse('--new-only needs --base REV: the revision whose findings are not new, such as HEAD^1.')
      : undefined;
  const repository = await repositoryAt(context.openRepository, terminal.cwd, '--base');
  if (isRefusal(repository)) return repository;
  try {
    const range = await resolveRange({ ...parseRange(name), head: undefined }, repository, terminal.env);
    if (isRefusal(range)) return range;
    const { config, baseline } = request;
    const side = {
      ...{ engine, repository, fileSystemAt },
      ...(config !== undefined && { config }),
      ...(baseline !== undefined && { baseline }),
    };
    const bases = await basesOf(range.base.commit, analysis.roots, terminal.cwd, side);
    const nothing = engine.build({ config: undefined, files: new Map() });
    const compared = analysis.roots.map((root) =>
      compareRoot(root, bases.get(root.root.folder) ?? nothing, request),
    );
    return { ...assembled(compared), comparison: counts(compared, range.base, newOnly) };
  } finally {
    repository.close();
  }
}

interface ComparedRootCheck {
  readonly root: LoadedRoot;
  readonly changes: FindingChanges;
}

function compareRoot(root: LoadedRoot, base: Isms, request: AnalysisRequest): ComparedRootCheck {
  const { engine, today } = request;
  const context = createContext({ base, head: root.project.isms(), today, rules: engine.rules });
  return { root, changes: compareFindings(context, (isms) => engine.check(isms, request)) };
}

function assembled(compared: readonly ComparedRootCheck[]): Pick<ComparedCheck, 'all' | 'fresh'> {
  return {
    all: compared.map(({ root, changes }) => root.check(changes.after)),
    fresh: compared.map(({ root, changes }) => root.check({ ...changes.after, findings: changes.added })),
  };
}

function counts(
  compared: readonly ComparedRootCheck[],
  { name, commit }: { readonly name: string; readonly commit: string },
  newOnly: boolean,
): FindingComparison {
  const sum = (of: (changes: FindingChanges) => readonly { readonly path: string }[]): number =>
    compared.reduce(
      (total, { root, changes }) =>
        total + of(changes).filter((finding) => isAsked(root.root, finding)).length,
      0,
    );
  const fresh = sum(({ added }) => added);
  return {
    base: name,
    commit,
    new: fresh,
    fixed: sum(({ fixed }) => fixed),
    unchanged: sum(({ after }) => after.findings) - fresh,
    newOnly,
  };
}
