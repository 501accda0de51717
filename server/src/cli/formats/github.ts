import { SEVERITIES, type Severity } from '../../engine/check/finding';
import { fullMessage, locatedFindings, rangeIn, type CheckReport, type LocatedFinding } from '../report';
import { printable } from '../text/printable';

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
  if (located.length <= SHOWN) return located.map((each) => command(level, each));
  const ranked = byImportance(located);
  const shown = new Set(ranked.slice(0, SHOWN - 1));
  const [firstHidden] = ranked.slice(SHOWN - 1);
  const commands = located.filter((each) => shown.has(each)).map((each) => command(level, each));
  return firstHidden === undefined
    ? commands
    : [...commands, moreCommand(level, firstHidden, located.length - SHOWN + 1)];
}

/** The graver ones first; of those, one of each rule and file before the second of any. */
function byImportance(located: readonly LocatedFinding[]): LocatedFinding[] {
  const seen = new Map<string, number>();
  const ranked = located.map((each) => {
    const key = `${each.finding.ruleId} ${each.forgeFile}`;
    const repeats = seen.get(key) ?? 0;
    seen.set(key, repeats + 1);
    return { each, repeats, severity: SEVERITIES.indexOf(each.finding.severity) };
  });
  return ranked.sort((a, b) => a.severity - b.severity || a.repeats - b.repeats).map(({ each }) => each);
}

function command(level: Level, { finding, workspace, forgeFile }: LocatedFinding): string {
  const { start, end } = rangeIn(workspace, finding);
  const lines = `line=${start.line + 1},endLine=${end.line + 1}`;
  // GitHub drops the columns of a range over several lines.
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
  const message = data(fullMessage(finding).slice(0, LONGEST_MESSAGE));
  return `::${level} file=${property(forgeFile)},${lines}${columns},title=${property(finding.ruleId)}::${message}\n`;
}

function moreCommand(level: Level, { forgeFile, finding, workspace }: LocatedFinding, count: number): string {
  const line = rangeIn(workspace, finding).start.line + 1;
  const message = `${count} more findings of this level are not shown here: GitHub shows ${SHOWN}. "isms check ${workspace.root}" lists them all.`;
  return `::${level} file=${property(forgeFile)},line=${line},endLine=${line},title=${property(`${count} more`)}::${data(message)}\n`;
}

function data(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
