import { CHANGE_LEVELS, type Change, type ChangeLevel } from '../../../engine/impact/change';
import { shortNameOf } from '../../../engine/impact/names';
import { fullMessage } from '../../report';
import type { Paint } from '../../text/paint';
import { printableLine, withoutCommands } from '../../text/printable';
import { hang, padEnd, wrap } from '../../text/wrap';
import { THEME_NAMES } from '../coverageText';
import { impactView, verdict } from './build';
import { reportPlace, shortCommit, type ComparedWorkspace, type ImpactReport } from './report';
import { quote } from './view';

export interface ImpactTextStyle {
  readonly paint: Paint;
  /** Columns for running text. */
  readonly width: number;
}

const TITLES: Readonly<Record<ChangeLevel, string>> = {
  decision: 'Decisions needed',
  attention: 'To look at',
  information: 'For information',
};
const INDENT = '    ';

/** The report for people in a terminal. */
export function impactText(report: ImpactReport, style: ImpactTextStyle): string {
  const { paint, width } = style;
  const { headline, notes } = impactView(report);
  const lines = [
    paint.bold(headline),
    paint.dim(`${shortCommit(report.base)} → ${shortCommit(report.head)}`),
    ...notes.flatMap((note) => wrap(printableLine(note), width)),
    '',
  ];
  const several = report.workspaces.length > 1;
  if (verdict(report) === 'none')
    lines.push(...wrap('What the ISMS asks for, covers and accepts is the same as before.', width));
  else
    for (const workspace of report.workspaces) {
      if (several) lines.push(paint.bold(`ISMS in ${printableLine(workspace.root)}`), '');
      lines.push(...workspaceLines(workspace, style));
    }
  while (lines.at(-1) === '') lines.pop();
  return withoutCommands(`${lines.join('\n')}\n`);
}

function workspaceLines(workspace: ComparedWorkspace, style: ImpactTextStyle): string[] {
  const { changes } = workspace.impact;
  const levels = CHANGE_LEVELS.flatMap((level) => {
    const ofLevel = changes.filter((change) => change.level === level);
    if (ofLevel.length === 0) return [];
    return [
      style.paint.bold(`${TITLES[level]} (${ofLevel.length})`),
      '',
      ...ofLevel.flatMap((change) => [...changeLines(workspace, change, style), '']),
    ];
  });
  return [
    ...levels,
    ...documentLines(workspace, style),
    ...findingLines(workspace, style),
    ...coverageLines(workspace, style),
  ];
}

function changeLines(
  workspace: ComparedWorkspace,
  change: Change,
  { paint, width }: ImpactTextStyle,
): string[] {
  const colour = { decision: paint.red, attention: paint.yellow, information: paint.blue }[change.level];
  const place = change.place === undefined ? undefined : reportPlace(workspace, change.place);
  const where =
    place === undefined
      ? ''
      : `${printableLine(place.file)}:${place.range.start.line + 1}${place.before ? ' (before)' : ''}`;
  return [
    `  ${colour(paint.bold(printableLine(change.subject)))}  ${paint.dim([change.id, where].filter(Boolean).join('  '))}`,
    ...wrap(printableLine(change.message), width - INDENT.length).map((line) => INDENT + line),
    ...valueLines('before: ', change.before, width),
    ...valueLines('after:  ', change.after, width),
  ];
}

function valueLines(label: string, value: string, width: number): string[] {
  return hang(`${INDENT}${label}`, value === '' ? '–' : printableLine(quote(value)), width);
}

function documentLines(workspace: ComparedWorkspace, { paint }: ImpactTextStyle): string[] {
  const { documents } = workspace.impact;
  if (documents.length === 0) return [];
  const lines = documents.map(({ head, text }) => {
    const kind = text === 'none' ? 'metadata' : text;
    return `  ${padEnd(kind, KIND_COLUMNS)}${printableLine(shortNameOf(head))}  ${paint.dim(printableLine(workspace.fileAt(head.path)))}`;
  });
  return [paint.bold(`Documents (${documents.length} changed)`), ...lines, ''];
}

const KIND_COLUMNS = 11;

function findingLines(workspace: ComparedWorkspace, { paint, width }: ImpactTextStyle): string[] {
  const { added, fixed, unchanged, suppressed } = workspace.impact.findings;
  const list = [
    ...added.map((finding) => ['new', finding] as const),
    ...suppressed.map(({ finding }) => ['accepted', finding] as const),
    ...fixed.map((finding) => ['fixed', finding] as const),
  ];
  if (list.length === 0) return [];
  return [
    paint.bold(`Findings (${added.length} new, ${fixed.length} fixed, ${unchanged} unchanged)`),
    ...list.flatMap(([kind, finding]) =>
      hang(
        `  ${padEnd(kind, KIND_COLUMNS)}`,
        printableLine(`${workspace.fileAt(finding.path)}: ${fullMessage(finding)} [${finding.ruleId}]`),
        width,
      ),
    ),
    '',
  ];
}

function coverageLines(
  { impact: { before, after } }: ComparedWorkspace,
  { paint }: ImpactTextStyle,
): string[] {
  const row = (name: string, was: number | undefined, is: number, total: number): string => {
    const change =
      was === undefined || was === is ? '' : paint.yellow(`  ${is > was ? '+' : '−'}${Math.abs(is - was)}`);
    const counts = `${was ?? '–'} → ${is} of ${total}`;
    return `  ${padEnd(name, NAME_COLUMNS)}${counts}${change}`;
  };
  return [
    paint.bold('Controls that a document maps'),
    ...after.themes.map(({ theme, mapped, total }) =>
      row(THEME_NAMES[theme], before?.themes.find((each) => each.theme === theme)?.mapped, mapped, total),
    ),
    row('All themes', before?.mapped, after.mapped, after.total),
    '',
  ];
}

const NAME_COLUMNS = 16;
