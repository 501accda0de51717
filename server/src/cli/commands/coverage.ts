import { frameworkCoverage } from '../../engine/check/frameworkCoverage';
import type { Isms } from '../../engine/index/model';
import { nearest } from '../../engine/text/nearest';
import { analyse, type Analysis } from '../analyse';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { coverageCsv, coverageJson, coveragePage, coverageText } from '../formats/coverage';
import { frameworkPage, type FrameworkWorkspace } from '../formats/frameworkCoverage';
import { frameworkCsv, frameworkJson } from '../formats/frameworkCoverageData';
import { pageMarkdown, pageText } from '../formats/page';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import { checkedRoots, reportOf } from './check';
import type { CommandContext } from './context';

/** `isms coverage [PATH]` */
export async function runCoverage(context: CommandContext): Promise<ExitCode | Refusal> {
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const framework = context.options.value('framework');
  if (framework !== undefined) return writeFramework(framework, analysis, context);
  const report = reportOf(checkedRoots(analysis), request.today, context);
  const format = valueOrDefault(context.options, 'format');
  const { out } = context.terminal;
  if (format === 'json') out(coverageJson(report));
  else if (format === 'csv') out(coverageCsv(report));
  else if (format === 'markdown')
    out(report.workspaces.map((workspace) => pageMarkdown(coveragePage(workspace))).join('\n'));
  else out(coverageText(report, context));
  return EXIT.clean;
}

/** `--framework ID`: every ISMS that was found, against the items of one framework. */
function writeFramework(id: string, analysis: Analysis, context: CommandContext): ExitCode | Refusal {
  const workspaces: FrameworkWorkspace[] = [];
  for (const { name, fileAt, project } of analysis.roots) {
    const isms = project.isms();
    const coverage = frameworkCoverage(isms, id);
    if (coverage === undefined) return unknownFramework(id, isms);
    workspaces.push({ root: name, fileAt, coverage });
  }
  const format = valueOrDefault(context.options, 'format');
  const { out } = context.terminal;
  if (format === 'json') out(frameworkJson(workspaces, context.product.version));
  else if (format === 'csv') out(frameworkCsv(workspaces));
  else if (format === 'markdown')
    out(workspaces.map((workspace) => pageMarkdown(frameworkPage(workspace))).join('\n'));
  else
    out(workspaces.map((each) => pageText(frameworkPage(each, TERMINAL_TITLE_LENGTH), context)).join('\n'));
  return EXIT.clean;
}

const TERMINAL_TITLE_LENGTH = 40;

function unknownFramework(id: string, isms: Isms): Refusal {
  const ids = isms.catalog.crosswalks?.frameworks.map((framework) => framework.id) ?? [];
  const suggestion = nearest(id, ids);
  const meant = suggestion === undefined ? '.' : `; did you mean "${suggestion}"?`;
  return refuse(`--framework: there is no framework "${id}"${meant} There are ${ids.join(', ')}.`);
}
