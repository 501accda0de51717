import { analyse } from '../analyse';
import { EXIT, isRefusal, type ExitCode, type Refusal } from '../exitCodes';
import { coverageCsv, coverageJson, coveragePage, coverageText } from '../formats/coverage';
import { pageMarkdown } from '../formats/page';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import { reportOf } from './check';
import type { CommandContext } from './context';

/** `isms coverage [PATH]` */
export async function runCoverage(context: CommandContext): Promise<ExitCode | Refusal> {
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const report = reportOf(analysis, request.today, context);
  const format = valueOrDefault(context.options, 'format');
  const { out } = context.terminal;
  if (format === 'json') out(coverageJson(report));
  else if (format === 'csv') out(coverageCsv(report));
  else if (format === 'markdown')
    out(report.workspaces.map((workspace) => pageMarkdown(coveragePage(workspace))).join('\n'));
  else out(coverageText(report, context));
  return EXIT.clean;
}
