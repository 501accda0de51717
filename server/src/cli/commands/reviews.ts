import { reviewsOf } from '../../engine/features/reviews';
import { analyse, type LoadedRoot } from '../analyse';
import { EXIT, isRefusal, type ExitCode, type Refusal } from '../exitCodes';
import { calendarText } from '../formats/calendar';
import { reviewsJson, reviewsText, type ReviewWorkspace } from '../formats/reviews';
import { valueOrDefault } from '../parse';
import { sourceOf } from '../report';
import { analysisRequest } from '../request';
import { rangeOf } from '../../engine/text/source';
import type { CommandContext } from './context';

/** `isms reviews [PATH]` */
export async function runReviews(context: CommandContext): Promise<ExitCode | Refusal> {
  const request = await analysisRequest(context);
  if (isRefusal(request)) return request;
  const analysis = await analyse(request);
  if (isRefusal(analysis)) return analysis;
  const { today } = request;
  const { version } = context.product;
  const workspaces = analysis.roots.map((root) => workspaceOf(root, today));
  const format = valueOrDefault(context.options, 'format');
  const { out } = context.terminal;
  if (format === 'json') out(reviewsJson(workspaces, today, version));
  else if (format === 'ics') out(calendarText(workspaces, { version, today }));
  else out(reviewsText(workspaces, { today, ...context }));
  return EXIT.clean;
}

function workspaceOf({ name, project, fileAt }: LoadedRoot, today: string): ReviewWorkspace {
  const isms = project.isms();
  const reviews = reviewsOf(isms, today).map((review) => ({
    review,
    file: fileAt(review.path),
    range: rangeOf(sourceOf(isms, review.path), review.span),
  }));
  return { root: name, reviews };
}
