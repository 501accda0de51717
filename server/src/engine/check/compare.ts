import { compareIds } from '../ids/numbering';
import { compareSpans } from '../text/span';
import type { Finding } from './finding';

/** The order of every output: path, line, column, rule; then the control, A.5.9 before A.5.10. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    compareSpans(a.span, b.span) ||
    compareText(a.ruleId, b.ruleId) ||
    compareIds(a.control ?? '', b.control ?? '') ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
