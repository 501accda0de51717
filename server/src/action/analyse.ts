import type { ActionPorts, ActionRun } from './run';

/** Runs one command line of `isms` and says what it wrote. */
export type Program = (args: readonly string[]) => Promise<ProgramResult>;

export interface ProgramResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What was found, and the files that hold it. */
export interface Analysis {
  /** Workflow commands, within what GitHub shows of them. */
  readonly annotations: string;
  readonly counts: {
    readonly errors: number;
    readonly warnings: number;
    readonly mapped: number;
    readonly total: number;
  };
  /** Against the base; absent where there is none. */
  readonly comparison: { readonly new: number; readonly fixed: number } | undefined;
  readonly impact: ImpactAnalysis | undefined;
  readonly jsonFile: string;
  readonly sarifFile: string;
  readonly summaryFile: string;
  readonly checkSummary: string;
  /** Why the job fails; absent where it does not. */
  readonly failure: string | undefined;
}

export interface ImpactAnalysis {
  readonly decisions: number;
  /** All changes that somebody has to know of. */
  readonly changes: number;
  readonly comment: string;
  readonly summary: string;
  readonly jsonFile: string;
  readonly summaryFile: string;
}

const FAILED = 1;
const UNUSABLE = 2;

type AnalysisPorts = Pick<ActionPorts, 'program' | 'readFile' | 'results'>;

/** Runs the check, and where there is a base the impact as well. A problem is what kept it from being done. */
export async function analyse(
  run: ActionRun,
  ports: AnalysisPorts,
): Promise<Analysis | { readonly problem: string }> {
  const { readFile, results } = ports;
  const base = baseOf(run);
  const check = await runCheck(run, base, ports);
  if (check.code >= UNUSABLE) return { problem: reasonOf(check) };
  const impact = base === undefined ? undefined : await analyseImpact(run, base, ports);
  if (impact !== undefined && 'problem' in impact) return impact;
  const report = JSON.parse(readFile(`${results}/isms.json`)) as CheckJson;
  return {
    annotations: check.out,
    counts: countsOf(report),
    comparison: report.comparison,
    impact: impact?.analysis,
    jsonFile: `${results}/isms.json`,
    sarifFile: `${results}/isms.sarif`,
    summaryFile: `${results}/isms.md`,
    checkSummary: readFile(`${results}/isms.md`),
    failure: failureOf(check.code, impact?.failed === true, run),
  };
}

async function runCheck(
  run: ActionRun,
  base: string | undefined,
  { program, results }: AnalysisPorts,
): Promise<ProgramResult> {
  const common = commonArgs(run);
  // What code scanning gets is always complete: it closes what is missing from it.
  const complete = ['--quiet', '--fail-on', 'never', ...output('sarif=isms.sarif', results)];
  const all = await program(['check', ...complete, ...common]);
  if (all.code >= UNUSABLE) return all;
  const shown = base !== undefined && isNewOnly(run) ? ['--base', base, '--new-only'] : [];
  const files = ['json=isms.json', 'markdown=isms.md'].flatMap((each) => output(each, results));
  const options = ['--format', 'github', '--fail-on', run.inputs.failOn];
  return program(['check', ...run.inputs.paths, ...options, ...files, ...common, ...shown]);
}

interface CheckJson {
  readonly workspaces: readonly {
    readonly summary: {
      readonly errors: number;
      readonly warnings: number;
      readonly controls: { readonly total: number; readonly mapped: number };
    };
  }[];
  readonly comparison?: { readonly new: number; readonly fixed: number };
}

interface ImpactJson {
  readonly workspaces: readonly {
    readonly summary: Readonly<Record<'decisions' | 'attention' | 'information', number>>;
  }[];
}

async function analyseImpact(
  run: ActionRun,
  base: string,
  { program, readFile, results }: AnalysisPorts,
): Promise<{ readonly analysis: ImpactAnalysis; readonly failed: boolean } | { readonly problem: string }> {
  const link = `https://github.com/${run.event.repository}/blob/${run.commit}/{path}?plain=1#L{line}`;
  const files = ['json=impact.json', 'markdown=impact.md', 'comment=comment.md'];
  const result = await program([
    'impact',
    `${base}..HEAD`,
    ...files.flatMap((each) => output(each, results)),
    ...commonArgs(run),
    '--link',
    link,
    '--fail-on-change',
    run.inputs.failOnChange,
  ]);
  if (result.code >= UNUSABLE) return { problem: reasonOf(result) };
  const { workspaces } = JSON.parse(readFile(`${results}/impact.json`)) as ImpactJson;
  const analysis = {
    decisions: workspaces.reduce((sum, { summary }) => sum + summary.decisions, 0),
    changes: workspaces.reduce(
      (sum, { summary: { decisions, attention, information } }) => sum + decisions + attention + information,
      0,
    ),
    comment: readFile(`${results}/comment.md`),
    summary: readFile(`${results}/impact.md`),
    jsonFile: `${results}/impact.json`,
    summaryFile: `${results}/impact.md`,
  };
  return { analysis, failed: result.code === FAILED };
}

/** The merge commit of a pull request has the base for its first parent, also in a clone of depth 2. */
function baseOf({ inputs, event }: ActionRun): string | undefined {
  return inputs.base ?? (event.pullRequest === undefined ? undefined : 'HEAD^1');
}

function isNewOnly({ inputs, event }: ActionRun): boolean {
  return inputs.newOnly === 'true' || (inputs.newOnly === 'auto' && event.pullRequest !== undefined);
}

function commonArgs({ inputs: { config, today } }: ActionRun): string[] {
  return [
    ...(config === undefined ? [] : ['--config', config]),
    ...(today === undefined ? [] : ['--today', today]),
  ];
}

function output(formatAndName: string, folder: string): string[] {
  const [format, name] = formatAndName.split('=');
  return ['--output', `${format}=${folder}/${name}`];
}

function reasonOf({ err }: ProgramResult): string {
  return err.trim().replace(/^isms: /, '');
}

function countsOf({ workspaces }: CheckJson): Analysis['counts'] {
  const sum = (of: (summary: CheckJson['workspaces'][number]['summary']) => number): number =>
    workspaces.reduce((total, { summary }) => total + of(summary), 0);
  return {
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    mapped: sum(({ controls }) => controls.mapped),
    total: sum(({ controls }) => controls.total),
  };
}

function failureOf(code: number, decided: boolean, run: ActionRun): string | undefined {
  if (code === FAILED)
    return `There are ${isNewOnly(run) ? 'new findings' : 'findings'} of severity ${run.inputs.failOn} or graver; the summary of this job has them.`;
  return decided
    ? `This change has an impact of level ${run.inputs.failOnChange} or graver; the summary of this job says which.`
    : undefined;
}
