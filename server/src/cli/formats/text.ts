import { fixKind, SEVERITIES, type Severity } from '../../engine/check/finding';
import { rangeOf } from '../../engine/text/source';
import {
  countSeverities,
  locatedFindings,
  rangeIn,
  sourceOf,
  type CheckReport,
  type CheckedWorkspace,
  type LocatedFinding,
} from '../report';
import { excerptOf } from '../text/excerpt';
import type { Colour, Paint } from '../text/paint';
import { printableLine, withoutCommands } from '../text/printable';
import { hang, wrap } from '../text/wrap';
import { coverageLines } from './coverageText';
import { groupFindings } from './grouping';
import { moreLines } from './groupingText';

export interface TextStyle {
  readonly paint: Paint;
  /** Columns for running text. */
  readonly width: number;
  /** Findings only. */
  readonly quiet: boolean;
  /** Every finding, also where one rule has a great many. */
  readonly all: boolean;
}

/** The result for people: findings by file with the line they are about, then the summary, then the coverage. */
export function reportText(report: CheckReport, style: TextStyle): string {
  const lines: string[] = [];
  let file: string | undefined;
  const findings = locatedFindings(report.workspaces);
  const grouped = groupFindings(findings, style.all);
  for (const located of grouped.shown) {
    if (located.file !== file) lines.push(style.paint.bold(printableLine(located.file)), '');
    file = located.file;
    lines.push(...findingLines(located, style), '');
  }
  lines.push(...moreLines(grouped, style));
  if (!style.quiet) lines.push(...summaryLines(report, style), ...comparisonLines(report, style));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : withoutCommands(`${lines.join('\n')}\n`);
}

const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
};
const INDENT = '    ';

function colourOf(severity: Severity, paint: Paint): Colour {
  if (severity === 'error') return paint.red;
  if (severity === 'warning') return paint.yellow;
  return severity === 'information' ? paint.blue : paint.cyan;
}

function findingLines(located: LocatedFinding, style: TextStyle): string[] {
  const { finding, workspace } = located;
  const { paint, width } = style;
  const { start } = rangeIn(workspace, finding);
  const colour = colourOf(finding.severity, paint);
  const place = `${start.line + 1}:${start.character + 1}`;
  return [
    `  ${place}  ${colour(paint.bold(WORDS[finding.severity]))}  ${paint.dim(finding.ruleId)}`,
    ...wrap(printableLine(finding.message), width - INDENT.length).map((line) => INDENT + line),
    ...excerptLines(located, colour, style),
    ...hang(`${INDENT}help: `, printableLine(helpOf(finding)), width).map((line) =>
      line.replace('help:', paint.bold('help:')),
    ),
    ...relatedLines(located, style),
  ];
}

function helpOf(finding: LocatedFinding['finding']): string {
  const kind = fixKind(finding);
  const offer = kind === 'safe' ? '(fix: isms fix)' : kind === 'choice' ? '(editor: quick fix)' : '';
  return [finding.hint, offer].filter((part) => part !== '').join(' ');
}

function excerptLines(
  { finding, workspace }: LocatedFinding,
  colour: Colour,
  { paint, width }: TextStyle,
): string[] {
  const source = sourceOf(workspace.isms, finding.path);
  const { start, end } = rangeOf(source, finding.span);
  const from = source.lines.offsetAt({ line: start.line, character: 0 });
  const next = source.lines.offsetAt({ line: start.line + 1, character: 0 });
  const line = source.text.slice(from, next).replace(/[\r\n]+$/, '');
  // Below a blank line there is nothing to point at.
  if (line.trim() === '') return [];
  const number = String(start.line + 1);
  const gutter = INDENT.length + number.length + 3;
  const to = end.line === start.line ? end.character : line.length;
  const { text, marks } = excerptOf(line, start.character, to, width - gutter);
  return [
    `${INDENT}${paint.dim(`${number} |`)} ${text}`,
    `${INDENT}${' '.repeat(number.length)} ${paint.dim('|')} ${colour(marks)}`,
  ];
}

const SHOWN_RELATED = 5;

function relatedLines({ finding, workspace }: LocatedFinding, { paint, width }: TextStyle): string[] {
  const lines = finding.related.slice(0, SHOWN_RELATED).flatMap((related) => {
    const { start } = rangeIn(workspace, related);
    const place = `${printableLine(workspace.fileAt(related.path))}:${start.line + 1}:${start.character + 1}`;
    return hang(`${INDENT}see:  `, `${place} ${printableLine(related.message)}`, width);
  });
  const more = finding.related.length - SHOWN_RELATED;
  if (more > 0) lines.push(`${INDENT}see:  ${more} more ${more === 1 ? 'place' : 'places'}`);
  return lines.map((line) => paint.dim(line));
}

function summaryLines(report: CheckReport, style: TextStyle): string[] {
  const several = report.workspaces.length > 1;
  return report.workspaces.flatMap((workspace, index) => {
    const heading = several ? [style.paint.bold(`ISMS in ${printableLine(workspace.root)}`)] : [];
    const gap = index < report.workspaces.length - 1 ? [''] : [];
    return [...heading, ...totalLines(workspace, style), '', ...coverageLines(workspace, style), ...gap];
  });
}

/** What `--base` found out. */
function comparisonLines({ comparison }: CheckReport, { width }: TextStyle): string[] {
  if (comparison === undefined) return [];
  const { base, commit, fixed, unchanged } = comparison;
  return [
    '',
    ...wrap(
      `Since ${printableLine(base)} (${commit.slice(0, 7)}): ${comparison.new} new, ${fixed} fixed, ${unchanged} unchanged.`,
      width,
    ),
  ];
}

function totalLines(workspace: CheckedWorkspace, { paint, width }: TextStyle): string[] {
  const { findings, suppressed, isms } = workspace;
  const counts = countSeverities(findings);
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    colourOf(severity, paint)(`${counts[severity]} ${plural(severity, counts[severity])}`),
  );
  const found = parts.length === 0 ? paint.green('No findings') : parts.join(', ');
  const files = isms.documents.length === 1 ? '1 document' : `${isms.documents.length} documents`;
  const hidden = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`;
  const fixable = findings.filter((finding) => fixKind(finding) === 'safe').length;
  const lines = [`${found} in ${files}${hidden}.`];
  if (fixable > 0)
    lines.push(...wrap(`"isms fix" mends ${fixable} of them; "isms fix --dry-run" shows how.`, width));
  return lines;
}

function plural(severity: Severity, count: number): string {
  return count === 1 || severity === 'information' ? WORDS[severity] : `${WORDS[severity]}s`;
}
