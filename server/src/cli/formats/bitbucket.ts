import { SEVERITIES, type Severity } from '../../engine/check/finding';
import { findingFingerprints } from '../fingerprint';
import {
  countSeverities,
  fullMessage,
  locatedFindings,
  rangeIn,
  type CheckReport,
  type LocatedFinding,
} from '../report';
import { printableLine } from '../text/printable';
import { capped, moreMessage, type Capped } from './capped';
import { toJson } from './json';

/** Bitbucket refuses a report with more annotations, and texts that are longer. */
const SHOWN = 1000;
const LONGEST_SUMMARY = 450;
const LONGEST_DETAILS = 2000;

const SEVERITY: Readonly<Record<Severity, 'HIGH' | 'MEDIUM' | 'LOW'>> = {
  error: 'HIGH',
  warning: 'MEDIUM',
  information: 'LOW',
  hint: 'LOW',
};

/**
 * The result for Bitbucket's Code Insights: the body of the report, and those of its annotations, which Bitbucket takes
 * a hundred at a time.
 */
export function reportBitbucket(report: CheckReport): string {
  const located = locatedFindings(report.workspaces, 'forgeFile');
  const fingerprints = new Map(findingFingerprints(located).map((each, index) => [located[index], each]));
  const { shown, more } = capped(located, SHOWN);
  const annotations = shown.map((each) => annotation(each, fingerprints.get(each) ?? '', report));
  return toJson({
    report: summaryOf(report, located),
    annotations: more === undefined ? annotations : [...annotations, moreAnnotation(more)],
  });
}

function summaryOf(report: CheckReport, located: readonly LocatedFinding[]): object {
  const counts = countSeverities(located.map(({ finding }) => finding));
  const documents = report.workspaces.reduce((sum, { isms }) => sum + isms.documents.length, 0);
  const total = report.workspaces.reduce((sum, { coverage }) => sum + coverage.total, 0);
  const mapped = report.workspaces.reduce((sum, { coverage }) => sum + coverage.mapped, 0);
  const number = (title: string, value: number): object => ({ title, type: 'NUMBER', value });
  return {
    title: 'ISMS check',
    details: `${located.length} ${located.length === 1 ? 'finding' : 'findings'} in ${documents} ${documents === 1 ? 'document' : 'documents'}. ${mapped} of ${total} controls are mapped.`,
    report_type: 'BUG',
    reporter: `isms ${report.version}`,
    link: report.homepage,
    result: report.failed ? 'FAILED' : 'PASSED',
    data: [
      ...SEVERITIES.map((severity) => number(TITLES[severity], counts[severity])),
      { title: 'Controls mapped', type: 'TEXT', value: `${mapped} of ${total}` },
    ],
  };
}

const TITLES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  information: 'Information',
  hint: 'Hints',
};

function annotation(
  { finding, workspace, forgeFile }: LocatedFinding,
  fingerprint: string,
  report: CheckReport,
): object {
  return {
    external_id: `isms-${fingerprint}`,
    annotation_type: 'CODE_SMELL',
    summary: cut(`${finding.ruleId}: ${finding.message}`, LONGEST_SUMMARY),
    details: cut(fullMessage(finding), LONGEST_DETAILS),
    severity: SEVERITY[finding.severity],
    path: forgeFile,
    line: rangeIn(workspace, finding).start.line + 1,
    link: `${report.ruleBaseHref}${finding.ruleId}`,
  };
}

function moreAnnotation(more: NonNullable<Capped['more']>): object {
  const { finding, workspace, forgeFile } = more.first;
  return {
    external_id: 'isms-more',
    annotation_type: 'CODE_SMELL',
    summary: cut(moreMessage(more, `Bitbucket takes ${SHOWN} in a report`), LONGEST_SUMMARY),
    severity: SEVERITY[finding.severity],
    path: forgeFile,
    line: rangeIn(workspace, finding).start.line + 1,
  };
}

/** At most `most` UTF-16 units on one line; no character is cut in two. */
function cut(text: string, most: number): string {
  const line = printableLine(text);
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
