import type { Finding } from '../check/finding';
import type { Isms } from '../index/model';
import { activeSuppressions, holds, isSuppressible, type SuppressionOptions } from './active';
import { suppressionFindings } from './findings';

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly until: string | undefined;
  readonly by: string | undefined;
  readonly where: 'inline' | 'isms.yaml' | 'baseline';
}

/**
 * Takes away the findings that a suppression with a reason covers, and adds findings about suppressions themselves.
 * A suppression without a reason, or one that has expired, suppresses nothing.
 */
export function applySuppressions(
  isms: Isms,
  raw: readonly Finding[],
  options: SuppressionOptions,
): { findings: Finding[]; suppressed: SuppressedFinding[] } {
  const suppressions = activeSuppressions(isms);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of raw) {
    const matching = suppressions.filter(
      (each) => isSuppressible(finding.ruleId) && each.rule === finding.ruleId && each.covers(finding),
    );
    for (const each of matching) each.used = true;
    const holding = matching.find((each) => holds(each, options.today));
    if (holding === undefined) findings.push(finding);
    else
      suppressed.push({
        finding,
        reason: holding.reason ?? '',
        until: holding.until,
        by: holding.by,
        where: holding.source.kind,
      });
  }
  findings.push(...suppressionFindings(isms, suppressions, options));
  return { findings, suppressed };
}
