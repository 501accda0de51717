import {
  byForgeFile,
  fullMessage,
  rangeIn,
  type CheckedWorkspace,
  type CheckReport,
  type LocatedFinding,
} from '../report';
import { printable } from '../text/printable';
import { escapeXml, XML_DECLARATION, xmlElement } from '../text/xml';

/**
 * The result as JUnit's XML: a suite for each file, a failed test for each finding, and a passed one for each ISMS
 * without findings, because readers call a report without tests broken.
 */
export function reportJunit(report: CheckReport): string {
  const failed = byForgeFile(report.workspaces).map(([file, located]) =>
    suite(
      file,
      located.length,
      located.length,
      namesOf(located).map((name, index) => failedCase(name, file, located[index])),
    ),
  );
  const clean = report.workspaces.filter(({ findings }) => findings.length === 0);
  const suites = [...failed, ...clean.map(cleanSuite)];
  const failures = report.workspaces.reduce((sum, { findings }) => sum + findings.length, 0);
  const totals = { name: 'isms', tests: failures + clean.length, failures, errors: 0 };
  return `${XML_DECLARATION}${xmlElement('testsuites', totals, `\n${suites.join('')}`)}\n`;
}

function suite(name: string, tests: number, failures: number, cases: readonly string[]): string {
  const content = cases.map((each) => `    ${each}\n`).join('');
  return `  ${xmlElement('testsuite', { name, tests, failures, errors: 0 }, `\n${content}  `)}\n`;
}

function cleanSuite({ forgeRoot }: CheckedWorkspace): string {
  return suite(forgeRoot, 1, 0, [
    xmlElement('testcase', { classname: forgeRoot, name: 'no findings', time: 0 }),
  ]);
}

/** Readers show one of several tests with the same name, so every name has its place, and its number where that is not enough. */
function namesOf(located: readonly LocatedFinding[]): string[] {
  const seen = new Map<string, number>();
  return located.map(({ finding, workspace }) => {
    const { start } = rangeIn(workspace, finding);
    const control = finding.control === undefined ? '' : ` ${finding.control}`;
    const name = `${finding.ruleId}${control} (${start.line + 1}:${start.character + 1})`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}

function failedCase(name: string, file: string, located: LocatedFinding | undefined): string {
  if (located === undefined) return '';
  const { finding, workspace } = located;
  const { start } = rangeIn(workspace, finding);
  const message = printable(fullMessage(finding));
  const place = `${file}:${start.line + 1}:${start.character + 1}`;
  const failure = xmlElement(
    'failure',
    { type: finding.ruleId, message: `${finding.severity}: ${message}` },
    escapeXml(`${place} ${finding.severity} ${finding.ruleId} ${message}`),
  );
  return xmlElement('testcase', { classname: file, name, time: 0 }, failure);
}
