import type { Severity } from '../../engine/check/finding';
import { byForgeFile, fullMessage, rangeIn, type CheckReport, type LocatedFinding } from '../report';
import { printable } from '../text/printable';
import { XML_DECLARATION, xmlElement } from '../text/xml';

const SEVERITY: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** The version of Checkstyle's report that this is; readers look for it. */
const VERSION = '4.3';

/** The result as a report of Checkstyle, which many build servers read. */
export function reportCheckstyle(report: CheckReport): string {
  const files = byForgeFile(report.workspaces).map(
    ([name, located]) => `  ${xmlElement('file', { name }, `\n${located.map(errorElement).join('')}  `)}\n`,
  );
  return `${XML_DECLARATION}${xmlElement('checkstyle', { version: VERSION }, `\n${files.join('')}`)}\n`;
}

function errorElement({ finding, workspace }: LocatedFinding): string {
  const { start } = rangeIn(workspace, finding);
  const element = xmlElement('error', {
    line: start.line + 1,
    column: start.character + 1,
    severity: SEVERITY[finding.severity],
    message: printable(fullMessage(finding)),
    source: finding.ruleId,
  });
  return `    ${element}\n`;
}
