import type { Analysis } from './analyse';

/** GitHub drops a summary above this as a whole. */
const MOST_BYTES = 1_048_576;

/** The summary of the job: what the change does, then what was found. */
export function summaryOf({ impact, checkSummary }: Analysis): string {
  if (impact === undefined) return checkSummary;
  const both = `${impact.summary}\n\n${checkSummary}`;
  if (Buffer.byteLength(both) <= MOST_BYTES) return both;
  const left =
    '\n\n*The findings have no room here; the output `json-file` names the file that has them all.*\n';
  return Buffer.byteLength(impact.summary + left) <= MOST_BYTES ? impact.summary + left : impact.summary;
}
