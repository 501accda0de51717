import { nearestSubjects } from '../../engine/trace/subject';
import { traceOf } from '../../engine/trace/trace';
import { analyse, type Analysis } from '../analyse';
import { EXIT, isRefusal, refuse, type ExitCode, type Refusal } from '../exitCodes';
import { traceText, type TracedWorkspace } from '../formats/trace';
import { traceJson, traceMermaid } from '../formats/traceData';
import { valueOrDefault } from '../parse';
import { analysisRequest } from '../request';
import type { CommandContext } from './context';

/** `isms trace ID [PATH]` */
export async function runTrace(context: CommandContext): Promise<ExitCode | Refusal> {
  const [id = '', ...paths] = context.operands;
  const request = await analysisRequest({ ...context, operands: paths });
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const traced = analysis.roots.flatMap(({ name, fileAt, project }): TracedWorkspace[] => {
    const isms = project.isms();
    const trace = traceOf(isms, id, request.today);
    return trace === undefined ? [] : [{ root: name, fileAt, isms, trace }];
  });
  if (traced.length === 0) return unknown(id, analysis);
  const format = valueOrDefault(context.options, 'format');
  const { out } = context.terminal;
  if (format === 'json') out(traceJson(traced, { version: context.product.version, today: request.today }));
  else if (format === 'mermaid') out(traced.map(({ trace }) => traceMermaid(trace)).join('\n'));
  else out(traced.map((each) => traceText(each, context)).join('\n'));
  return EXIT.clean;
}

function unknown(id: string, { roots }: Analysis): Refusal {
  const near = roots.flatMap(({ project }) => nearestSubjects(project.isms(), id));
  const offered = [...new Set(near)].slice(0, 3);
  return refuse(
    offered.length === 0
      ? `there is no control, risk, requirement, document, evidence or exception "${id}" here.`
      : `there is no "${id}" here; did you mean ${offered.map((each) => `"${each}"`).join(' or ')}?`,
  );
}
