import type { Severity } from '../../engine/check/finding';
import { fullMessage, locatedFindings, rangeIn, type CheckReport, type LocatedFinding } from '../report';
import { printable } from '../text/printable';
import { capped, moreMessage } from './capped';

type Level = 'error' | 'warning';
const LEVELS: readonly Level[] = ['error', 'warning'];

/** Azure Pipelines knows no milder level; a message says which one it is. */
const LEVEL_OF: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'warning',
  hint: 'warning',
};

/** Azure Pipelines keeps so many issues of a level for each task and drops the rest without a word. */
const SHOWN = 10;

/** The result as logging commands of Azure Pipelines, which shows them on the run's page. */
export function reportAzure(report: CheckReport): string {
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
  const commands = shown.map((each) => command(level, each, each.finding.ruleId, messageOf(each)));
  if (more === undefined) return commands;
  const text = moreMessage(more, `Azure Pipelines keeps ${SHOWN} of a level`);
  return [...commands, command(level, more.first, 'more', text)];
}

function messageOf({ finding }: LocatedFinding): string {
  const milder =
    finding.severity === 'error' || finding.severity === 'warning' ? '' : `${finding.severity}: `;
  return milder + fullMessage(finding);
}

function command(
  level: Level,
  { finding, workspace, forgeFile }: LocatedFinding,
  code: string,
  message: string,
): string {
  const { start } = rangeIn(workspace, finding);
  const place = `sourcepath=${escaped(forgeFile)};linenumber=${start.line + 1};columnnumber=${start.character + 1}`;
  return `##vso[task.logissue type=${level};${place};code=${escaped(code)};]${escaped(message)}\n`;
}

/** Only a per cent sign that the agent would take for an escape is one: agents differ in whether they read `%AZP25`. */
function escaped(text: string): string {
  return printable(text)
    .replace(/%(?=3B|0D|0A|5D|AZP25)/gi, '%AZP25')
    .replace(/;/g, '%3B')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/\]/g, '%5D');
}
