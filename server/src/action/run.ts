import type { ActionEvent } from './event';
import type { Forge } from './forge';
import type { ActionInputs } from './inputs';
import { analyse, type Analysis, type Program } from './analyse';
import { publishComment } from './comment';
import { summaryOf } from './summary';

/** What the action does to the world around it. */
export interface ActionPorts {
  readonly program: Program;
  readonly forge: Forge;
  /** Absolute path of a folder for results. */
  readonly results: string;
  readonly readFile: (path: string) => string;
  readonly print: (text: string) => void;
  readonly warn: (message: string) => void;
  readonly appendSummary: (markdown: string) => Promise<void>;
  readonly setOutput: (name: string, value: string) => void;
}

export interface ActionRun {
  readonly inputs: ActionInputs;
  readonly event: ActionEvent;
  /** The commit and the reference that the job checked out. */
  readonly commit: string;
  readonly ref: string;
}

/**
 * Analyses first, then annotates, sums up, comments and hands over files, and fails last: whatever goes wrong on the way, the
 * reviewer has seen the result. Returns why the job fails, or `undefined`.
 */
export async function runAction(run: ActionRun, ports: ActionPorts): Promise<string | undefined> {
  const analysis = await analyse(run, ports);
  if ('problem' in analysis) return analysis.problem;
  if (run.inputs.annotations) ports.print(analysis.annotations);
  await ports.appendSummary(summaryOf(analysis));
  await publishComment(run, analysis, ports);
  await uploadSarif(run, analysis, ports);
  for (const [name, value] of outputsOf(analysis)) ports.setOutput(name, value);
  return analysis.failure;
}

/** Code scanning is there for public repositories, and for private ones that pay for it. */
async function uploadSarif(
  { inputs, event, commit, ref }: ActionRun,
  { sarifFile }: Analysis,
  { forge, readFile, warn }: ActionPorts,
): Promise<void> {
  const mayWrite = event.pullRequest?.fromFork !== true;
  const wanted = inputs.sarif === 'always' || (inputs.sarif === 'auto' && event.isPublic && mayWrite);
  if (!wanted || inputs.token === '') return;
  const answer = await forge.uploadSarif({ commit, ref, sarif: readFile(sarifFile) });
  if ('failure' in answer)
    warn(
      `The findings could not be handed to code scanning: ${answer.failure}. It needs the permission "security-events: write", and code scanning switched on; the summary of this job has them all.`,
    );
}

function outputsOf(analysis: Analysis): readonly (readonly [string, string])[] {
  const { counts, comparison, impact } = analysis;
  return [
    ['result', analysis.failure === undefined ? 'passed' : 'failed'],
    ['errors', String(counts.errors)],
    ['warnings', String(counts.warnings)],
    ['new', String(comparison?.new ?? '')],
    ['fixed', String(comparison?.fixed ?? '')],
    ['decisions', String(impact?.decisions ?? '')],
    ['coverage', `${counts.mapped}/${counts.total}`],
    ['sarif-file', analysis.sarifFile],
    ['json-file', analysis.jsonFile],
    ['impact-json', impact?.jsonFile ?? ''],
    ['summary-file', impact?.summaryFile ?? analysis.summaryFile],
  ];
}
