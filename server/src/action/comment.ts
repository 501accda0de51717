import type { Analysis, ImpactAnalysis } from './analyse';
import type { ForgeAnswer } from './forge';
import type { ActionPorts, ActionRun } from './run';

/**
 * Keeps one comment on the pull request up to date. Where there never was an impact nothing is written; where it is gone the
 * comment says so. A comment that cannot be written is a warning: the summary has the same.
 */
export async function publishComment(
  run: ActionRun,
  { impact }: Analysis,
  { forge, warn }: Pick<ActionPorts, 'forge' | 'warn'>,
): Promise<void> {
  const { pullRequest } = run.event;
  if (pullRequest === undefined || impact === undefined || !isWanted(run)) return;
  const [marker = ''] = impact.comment.split('\n', 1);
  const found = await forge.findComment(pullRequest.number, marker);
  if ('failure' in found) {
    warn(failed('read', found));
    return;
  }
  const { value: existing } = found;
  if (existing?.body === impact.comment) return;
  if (existing === undefined && !isWorthOne(impact, run)) return;
  const written = await (existing === undefined
    ? forge.createComment(pullRequest.number, impact.comment)
    : forge.updateComment(existing.id, impact.comment));
  if ('failure' in written) warn(failed('written', written));
}

/** The token of a pull request from a fork may not write, so it is not even tried. */
function isWanted({ inputs, event }: ActionRun): boolean {
  if (inputs.comment === 'never' || inputs.token === '') return false;
  return inputs.comment === 'always' || event.pullRequest?.fromFork !== true;
}

function isWorthOne({ decisions, changes }: ImpactAnalysis, { inputs }: ActionRun): boolean {
  return inputs.comment === 'on-decision' ? decisions > 0 : changes > 0;
}

function failed(what: string, { failure }: Extract<ForgeAnswer<unknown>, { failure: string }>): string {
  return `The comment could not be ${what}: ${failure}. It needs the permission "pull-requests: write"; the summary of this job says the same.`;
}
