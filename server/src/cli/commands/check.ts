import type { Severity } from '../../engine/check/finding';
import { analyse, type Analysis } from '../analyse';
import { EXIT, isRefusal, type ExitCode, type Refusal } from '../exitCodes';
import { CHECK_FORMATS } from '../formats/checkFormats';
import type { CheckFormat } from '../formatNames';
import { reportStatistics } from '../formats/statistics';
import { outputsOf, writeOutputs, type Output } from '../outputs';
import { valueOrDefault } from '../parse';
import { reaches, type CheckedWorkspace, type CheckReport } from '../report';
import { analysisRequest } from '../request';
import { checkAgainstBase } from '../revisions/newOnly';
import { PLAIN } from '../text/paint';
import type { CommandContext } from './context';

/** `isms check [PATH…]` */
export async function runCheck(context: CommandContext): Promise<ExitCode | Refusal> {
  if (!context.options.has('watch')) return checkOnce(context);
  return (await import('./watch')).runWatching(context, () => checkOnce(context));
}

async function checkOnce(context: CommandContext): Promise<ExitCode | Refusal> {
  const { terminal, options } = context;
  const outputs = outputsOf('check', options, terminal.cwd);
  if (isRefusal(outputs)) return outputs;
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const compared = await checkAgainstBase(analysis, request, context);
  if (isRefusal(compared)) return compared;
  const complete = reportOf(compared?.all ?? checkedRoots(analysis), request.today, context);
  const report =
    compared === undefined
      ? complete
      : {
          ...reportOf(compared.comparison.newOnly ? compared.fresh : compared.all, request.today, context),
          comparison: compared.comparison,
        };
  const refusal = writeOutputs(
    outputs,
    (output) => written(COMPLETE.has(output.format) ? complete : report, output, context),
    terminal.out,
  );
  if (refusal !== undefined) return refusal;
  if (!options.has('quiet')) for (const note of analysis.notes) terminal.err(`isms: ${note}\n`);
  return report.failed ? EXIT.findings : EXIT.clean;
}

/**
 * Formats that a forge compares with those of other runs by itself: a part would tell it that the rest is mended, and it
 * would close what is open.
 */
const COMPLETE: ReadonlySet<string> = new Set(['sarif', 'gitlab'] satisfies CheckFormat[]);

export function checkedRoots(analysis: Analysis): CheckedWorkspace[] {
  return analysis.roots.map((root) => {
    const checked = root.check();
    root.keep();
    return checked;
  });
}

export function reportOf(
  workspaces: readonly CheckedWorkspace[],
  today: string,
  { product, ruleBaseHref, engine, options }: CommandContext,
): CheckReport {
  const { version, homepage } = product;
  const findings = workspaces.flatMap((workspace) => workspace.findings);
  return {
    version,
    homepage,
    ruleBaseHref,
    today,
    rules: engine.rules,
    failed: reaches(findings, valueOrDefault(options, 'fail-on') as Severity | 'never'),
    workspaces,
  };
}

function written(
  report: CheckReport,
  { format, file }: Output,
  { options, paint, width }: CommandContext,
): string {
  const colours = file === undefined || options.value('color') === 'always' ? paint : PLAIN;
  const style = { paint: colours, width, quiet: options.has('quiet'), all: options.has('all') };
  if (format === 'text' && options.has('statistics')) return reportStatistics(report, style);
  return CHECK_FORMATS[format as CheckFormat](report, style);
}
