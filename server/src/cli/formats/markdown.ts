import { fixKind, SEVERITIES, type Severity } from '../../engine/check/finding';
import {
  countSeverities,
  locatedFindings,
  rangeIn,
  type CheckReport,
  type CheckedWorkspace,
  type LocatedFinding,
} from '../report';
import { forgeCode, forgeText } from '../text/forgeMarkdown';
import { withoutCommands } from '../text/printable';
import { byImportance } from './capped';
import { THEME_NAMES } from './coverageText';

/** GitHub drops the summary of a step that is larger, as a whole and without a word. */
const MOST_BYTES = 1_048_576;
/** Room for the lines that say how many rows are left out. */
const RESERVE = 1024;
/** Texts of findings are far shorter; a quotation from a document has no limit. */
const LONGEST_TEXT = 2000;

/** The result as the summary of a job: what matters first, and never larger than GitHub takes. */
export function reportMarkdown(report: CheckReport): string {
  const located = locatedFindings(report.workspaces);
  const sections = SEVERITIES.map((severity) => ({
    severity,
    located: located.filter(({ finding }) => finding.severity === severity),
  })).filter((section) => section.located.length > 0);
  const frame = [...headLines(report, located), ...footLines(report)].join('\n');
  let budget = MOST_BYTES - RESERVE - Buffer.byteLength(frame);
  const body: string[] = [];
  for (const section of sections) {
    const lines = sectionLines(section.severity, section.located, report, budget);
    budget -= Buffer.byteLength(lines.join('\n'));
    body.push(...lines);
  }
  return withoutCommands(`${[...headLines(report, located), ...body, ...footLines(report)].join('\n')}\n`);
}

const SIGNS: Readonly<Record<Severity, string>> = {
  error: '❌',
  warning: '⚠️',
  information: 'ℹ️',
  hint: '💡',
};
const TITLES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

function headLines(report: CheckReport, located: readonly LocatedFinding[]): string[] {
  const counts = countSeverities(located.map(({ finding }) => finding));
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${counts[severity]} ${TITLES[severity][counts[severity] === 1 ? 0 : 1]}`,
  );
  return [
    `## ${report.failed ? '❌' : '✅'} ISMS check: ${parts.length === 0 ? 'no findings' : parts.join(', ')}`,
    '',
    ...comparisonLines(report),
    ...coverageTable(report.workspaces),
    '',
  ];
}

/** What `--base` found out. */
function comparisonLines({ comparison }: CheckReport): string[] {
  if (comparison === undefined) return [];
  const { base, commit, fixed, unchanged } = comparison;
  return [
    `Since ${forgeText(base)} (${forgeCode(commit.slice(0, 7))}): **${comparison.new} new**, ${fixed} fixed, ${unchanged} unchanged.`,
    '',
  ];
}

/** One row for each ISMS: how many controls of each theme a document maps. */
function coverageTable(workspaces: readonly CheckedWorkspace[]): string[] {
  const several = workspaces.length > 1;
  const themes = workspaces[0]?.coverage.themes.map(({ theme }) => THEME_NAMES[theme]) ?? [];
  const header = [...(several ? ['ISMS'] : []), 'Documents', 'Suppressed', ...themes, '**Controls mapped**'];
  const rows = workspaces.map(({ root, isms, suppressed, coverage }) => [
    ...(several ? [forgeCode(root)] : []),
    String(isms.documents.length),
    String(suppressed.length),
    ...coverage.themes.map(({ mapped, total }) => `${mapped} of ${total}`),
    `**${coverage.mapped} of ${coverage.total}**`,
  ]);
  const uncertain = workspaces.some(({ isms }) => isms.mappingsUncertain)
    ? ['', 'Documents that could not be read may map more controls than these.']
    : [];
  return [...[header, header.map(() => '---'), ...rows].map(tableRow), ...uncertain];
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** As many findings as fit into `budget` bytes, the most important ones; the rest is counted. */
function sectionLines(
  severity: Severity,
  located: readonly LocatedFinding[],
  report: CheckReport,
  budget: number,
): string[] {
  const folded = severity === 'information' || severity === 'hint';
  const title = `${SIGNS[severity]} ${capitalized(TITLES[severity][1])} (${located.length})`;
  const head = folded ? ['<details>', `<summary>${title}</summary>`, ''] : [`### ${title}`, ''];
  const table = [tableRow(['Where', 'What is wrong, and what to do']), tableRow([':---', ':---'])];
  const tail = folded ? ['', '</details>', ''] : [''];
  let left = budget - Buffer.byteLength([...head, ...table, ...tail].join('\n'));
  const rows = new Map<LocatedFinding, string>();
  for (const each of byImportance(located)) {
    const row = findingRow(each, report);
    left -= Buffer.byteLength(row) + 1;
    if (left < 0) break;
    rows.set(each, row);
  }
  const shown = located.flatMap((each) => rows.get(each) ?? []);
  const more = located.length - shown.length;
  const rest =
    more === 0 ? [] : ['', `${shown.length} of ${located.length} shown; "isms check" lists them all.`];
  return [...head, ...(shown.length === 0 ? [] : [...table, ...shown]), ...rest, ...tail];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function findingRow({ finding, workspace, file }: LocatedFinding, report: CheckReport): string {
  const { start } = rangeIn(workspace, finding);
  const mend = fixKind(finding) === 'safe' ? ['*(fix: `isms fix`)*'] : [];
  const help = [forgeText(cut(finding.hint)), ...mend].filter(Boolean).join(' ');
  const rule = `[${finding.ruleId}](${report.ruleBaseHref}${finding.ruleId})`;
  return tableRow([
    `${forgeCode(cut(`${file}:${start.line + 1}`))}<br>${rule}`,
    [forgeText(cut(finding.message)), help].filter(Boolean).join('<br>'),
  ]);
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function footLines({ version, homepage, today }: CheckReport): string[] {
  return [
    `<sub>[ISMS Policy](${homepage}) ${version}, checked as of ${today}. "isms check" shows the same in a terminal, "isms explain RULE" says more about a rule.</sub>`,
  ];
}
