import type { Severity } from '../../engine/check/finding';
import { fullMessage, locatedFindings, rangeIn, type CheckReport, type LocatedFinding } from '../report';
import { printable } from '../text/printable';
import { capped, moreMessage, type Capped } from './capped';

type Level = 'error' | 'warning' | 'notice';
const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];
const LEVEL_OF: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub shows so many annotations of a level for each step and drops the rest without a word. */
const SHOWN = 10;
/** GitHub cuts longer messages. */
const LONGEST_MESSAGE = 4096;

/** The result as workflow commands, which GitHub shows as annotations in the changed files. */
export function reportGithub(report: CheckReport): string {
  const located = locatedFindings(report.workspaces, 'forgeFile');
  return LEVELS.flatMap((level) =>
    levelCommands(
      level,
      located.filter(({ finding }) => LEVEL_OF[finding.severity] === level),
    ),
  ).join('');
}

function levelCommands(level: Level, located: readonly LocatedFinding[]): string[] {
  const { shown, more } = capped(located, SHOWN);
  const commands = shown.map((each) => command(level, each));
  return more === undefined ? commands : [...commands, moreCommand(level, more)];
}

function command(level: Level, { finding, workspace, forgeFile }: LocatedFinding): string {
  const { start, end } = rangeIn(workspace, finding);
  const lines = `line=${start.line + 1},endLine=${end.line + 1}`;
  // GitHub drops the columns of a range over several lines.
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
  const message = data(fullMessage(finding).slice(0, LONGEST_MESSAGE));
  return `::${level} file=${property(forgeFile)},${lines}${columns},title=${property(finding.ruleId)}::${message}\n`;
}

function moreCommand(level: Level, more: NonNullable<Capped['more']>): string {
  const { forgeFile, finding, workspace } = more.first;
  const line = rangeIn(workspace, finding).start.line + 1;
  const message = moreMessage(more, `GitHub shows ${SHOWN} of a level`);
  return `::${level} file=${property(forgeFile)},line=${line},endLine=${line},title=${property(`${more.count} more`)}::${data(message)}\n`;
}

function data(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
