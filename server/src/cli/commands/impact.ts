import { join } from 'node:path';
import { CHANGE_LEVELS, type ChangeLevel } from '../../engine/impact/change';
import { EXIT, isRefusal, type ExitCode, type Refusal } from '../exitCodes';
import { impactHtml } from '../formats/impact/html';
import { impactJson } from '../formats/impact/json';
import { COMMENT, impactMarkdown, SUMMARY } from '../formats/impact/markdown';
import { totalOf, type ImpactReport } from '../formats/impact/report';
import { impactText } from '../formats/impact/text';
import { outputsOf, writeOutputs, type Output } from '../outputs';
import { valueOrDefault } from '../parse';
import { relativePath } from '../paths';
import { analysisRequest } from '../request';
import { compareRoots, type ComparedRoot } from '../revisions/compare';
import { parseRange } from '../revisions/range';
import { repositoryAt, resolveRange } from '../revisions/resolve';
import { PLAIN } from '../text/paint';
import type { Repository } from '../../workspace/repository';
import type { AnalysisRequest } from '../analyse';
import type { CommandContext } from './context';

/** `isms impact BASE[..HEAD]` */
export async function runImpact(context: CommandContext): Promise<ExitCode | Refusal> {
  const { terminal, options, operands } = context;
  const outputs = outputsOf('impact', options, terminal.cwd);
  if (isRefusal(outputs)) return outputs;
  const request = await analysisRequest({ ...context, operands: [] });
  if (isRefusal(request)) return request;
  const repository = await repositoryAt(context.openRepository, terminal.cwd, '"isms impact"');
  if (isRefusal(repository)) return repository;
  try {
    const report = await reportOf(operands[0] ?? '', request, repository, context);
    if (isRefusal(report)) return report;
    const refusal = writeOutputs(outputs, (output) => written(report, output, context), terminal.out);
    return refusal ?? exitCodeOf(report, valueOrDefault(options, 'fail-on-change'));
  } finally {
    repository.close();
  }
}

async function reportOf(
  operand: string,
  request: AnalysisRequest,
  repository: Repository,
  context: CommandContext,
): Promise<ImpactReport | Refusal> {
  const { engine, fileSystemAt, terminal, product, options } = context;
  const range = await resolveRange(parseRange(operand), repository, terminal.env);
  if (isRefusal(range)) return range;
  const { config, baseline } = request;
  const side = {
    ...{ engine, repository, fileSystemAt },
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
  };
  const roots = await compareRoots(range, request, side);
  if (isRefusal(roots)) return roots;
  return {
    version: product.version,
    homepage: product.homepage,
    today: request.today,
    ...range,
    command: `isms impact ${operand}`,
    link: options.value('link'),
    workspaces: roots.map((root) => compared(root, repository, request, context)),
  };
}

function compared(
  { folder, name, fileAt, base, head }: ComparedRoot,
  { root }: Repository,
  { today, severities }: AnalysisRequest,
  { engine }: CommandContext,
): ImpactReport['workspaces'][number] {
  return {
    root: name,
    fileAt,
    forgeFileAt: (path) => relativePath(root, join(folder, path)),
    base,
    head,
    impact: engine.impact(base, head, { today, severities }),
  };
}

function written(
  report: ImpactReport,
  { format, file }: Output,
  { options, paint, width }: CommandContext,
): string {
  if (format === 'json') return impactJson(report);
  if (format === 'markdown') return impactMarkdown(report, SUMMARY);
  if (format === 'html') return impactHtml(report);
  if (format === 'comment') return impactMarkdown(report, COMMENT);
  const colours = file === undefined || options.value('color') === 'always' ? paint : PLAIN;
  return impactText(report, { paint: colours, width });
}

/** The output format never changes it, as everywhere. */
function exitCodeOf(report: ImpactReport, level: string): ExitCode {
  const limit = CHANGE_LEVELS.indexOf(level as ChangeLevel);
  const failing = CHANGE_LEVELS.slice(0, limit + 1);
  return failing.some((each) => totalOf(report, ({ counts }) => counts[each]) > 0)
    ? EXIT.findings
    : EXIT.clean;
}
