import type { Severity } from '../../engine/check/finding';
import { findingFingerprints } from '../fingerprint';
import { fullMessage, locatedFindings, rangeIn, type CheckReport } from '../report';
import { printableLine } from '../text/printable';
import { toJson } from './json';

const SEVERITY: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** The result as a Code Quality report of GitLab. GitLab does not show `check_name`, so the description begins with it. */
export function reportGitlab(report: CheckReport): string {
  const located = locatedFindings(report.workspaces, 'forgeFile');
  const fingerprints = findingFingerprints(located);
  return toJson(
    located.map(({ finding, workspace, forgeFile }, index) => ({
      description: printableLine(`${finding.ruleId}: ${fullMessage(finding)}`),
      check_name: finding.ruleId,
      fingerprint: fingerprints[index],
      severity: SEVERITY[finding.severity],
      location: { path: forgeFile, lines: { begin: rangeIn(workspace, finding).start.line + 1 } },
    })),
  );
}
