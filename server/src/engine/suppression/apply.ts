import type { Finding } from '../check/finding';
import type { BaselineEntry } from '../facts/baselineFacts';
import type { Isms } from '../index/model';
import {
  activeSuppressions,
  holds,
  isSuppressible,
  type ActiveSuppression,
  type SuppressionOptions,
} from './active';
import { matchBaseline } from './baseline';
import { baselineFindings } from './baselineFindings';
import { everythingWasRead, suppressionFindings } from './findings';

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly until: string | undefined;
  readonly by: string | undefined;
  readonly where: 'inline' | 'isms.yaml' | 'baseline';
}

/**
 * Takes away the findings that a suppression with a reason or the baseline covers, and adds findings about suppressions.
 * A suppression without a reason, or one that has expired, suppresses nothing.
 */
export function applySuppressions(
  isms: Isms,
  raw: readonly Finding[],
  options: SuppressionOptions,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const suppressions = activeSuppressions(isms);
  if (suppressions.length === 0 && isms.baseline === undefined) return { findings: raw, suppressed: [] };
  const { accepted, stale } = matchBaseline(isms, raw);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const byRule = groupedByRule(suppressions);
  for (const finding of raw) {
    const matching = (byRule.get(finding.ruleId) ?? []).filter(
      (each) => isSuppressible(finding.ruleId) && each.covers(finding),
    );
    for (const each of matching) each.used = true;
    const holding = matching.find((each) => holds(each, options.today));
    const entry = accepted.get(finding);
    if (holding === undefined && entry === undefined) findings.push(finding);
    else if (holding === undefined) suppressed.push(byBaseline(finding, entry));
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
  if (isms.baseline !== undefined) {
    const certain = everythingWasRead(isms);
    findings.push(...baselineFindings(isms.baseline, stale, { ...options, certain }));
  }
  return { findings, suppressed };
}

function byBaseline(finding: Finding, entry: BaselineEntry | undefined): SuppressedFinding {
  const reason = entry?.reason ?? 'It is in the baseline.';
  return { finding, reason, until: undefined, by: undefined, where: 'baseline' };
}

function groupedByRule(suppressions: readonly ActiveSuppression[]): ReadonlyMap<string, ActiveSuppression[]> {
  const groups = new Map<string, ActiveSuppression[]>();
  for (const each of suppressions) {
    const group = groups.get(each.rule);
    if (group === undefined) groups.set(each.rule, [each]);
    else group.push(each);
  }
  return groups;
}
