import type { ControlState } from '../../engine/check/coverage';
import type { CheckedWorkspace, CheckReport } from '../report';
import type { Paint } from '../text/paint';
import { printableLine, withoutCommands } from '../text/printable';
import { columnsOf, padEnd } from '../text/wrap';
import { coverageLines, THEME_NAMES } from './coverageText';
import { csvTable } from './csv';
import { toJson, workspaceJson } from './json';
import { heading, table, type Page } from './page';

export function coverageJson(report: CheckReport): string {
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version: report.version },
    workspaces: report.workspaces.map((workspace) => {
      const { root, catalog, summary, controls } = workspaceJson(workspace);
      return {
        root,
        catalog,
        summary: { documents: summary.documents, controls: summary.controls },
        themes: workspace.coverage.themes,
        controls,
      };
    }),
  });
}

/** One line for each control; several ids or paths of a cell are joined by `; `. */
export function coverageCsv(report: CheckReport): string {
  const header = ['workspace', 'control', 'title', 'theme', 'applicable', 'status', 'documents', 'risks'];
  const rows = report.workspaces.flatMap((workspace) =>
    workspace.controls.map((control) => [
      workspace.root,
      control.id,
      control.title,
      control.theme,
      control.applicable === null ? '' : control.applicable ? 'yes' : 'no',
      control.status ?? '',
      control.documents.map((path) => workspace.fileAt(path)).join('; '),
      control.risks.join('; '),
    ]),
  );
  return csvTable(header, rows);
}

export function coveragePage(workspace: CheckedWorkspace): Page {
  const { coverage } = workspace;
  const themes = coverage.themes.map(({ theme, mapped, total }) => [
    THEME_NAMES[theme],
    `${mapped} of ${total}`,
  ]);
  const controls = workspace.controls.map((control) => [
    `${control.id} ${control.title}`,
    applicableWord(control),
    statusWord(control),
    control.documents.map((path) => `[${escaped(path)}](${linkTarget(workspace.fileAt(path))})`).join(', '),
    control.risks.map(escaped).join(', '),
  ]);
  return {
    title: `Coverage of ISO/IEC 27001:2022 Annex A${workspace.root === '.' ? '' : ` in ${escaped(workspace.root)}`}`,
    blocks: [
      table(
        ['Theme', 'Controls that a document maps'],
        [...themes, ['All themes', `${coverage.mapped} of ${coverage.total}`]],
      ),
      heading('Controls'),
      table(['Control', 'Applicable', 'Status', 'Documents', 'Risks'], controls),
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]*_`<>#@]/g, '\\$&');
}

function linkTarget(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

export function coverageText(
  report: CheckReport,
  style: { readonly paint: Paint; readonly width: number },
): string {
  const lines = report.workspaces.flatMap((workspace, index) => [
    ...(index === 0 ? [] : ['']),
    ...(report.workspaces.length === 1 ? [] : [style.paint.bold(`ISMS in ${printableLine(workspace.root)}`)]),
    ...controlLines(workspace, style),
    '',
    ...coverageLines(workspace, style),
  ]);
  return withoutCommands(`${lines.join('\n')}\n`);
}

const TITLE_COLUMNS = 38;

function controlLines(workspace: CheckedWorkspace, { paint }: { readonly paint: Paint }): string[] {
  return workspace.coverage.themes.flatMap(({ theme }, index) => [
    ...(index === 0 ? [] : ['']),
    paint.bold(THEME_NAMES[theme]),
    ...workspace.controls
      .filter((control) => control.theme === theme)
      .flatMap((control) => controlLine(control, paint)),
  ]);
}

function controlLine(control: ControlState, paint: Paint): string[] {
  const title =
    columnsOf(control.title) > TITLE_COLUMNS
      ? `${control.title.slice(0, TITLE_COLUMNS - 1).trimEnd()}…`
      : control.title;
  const lead = `  ${padEnd(control.id, 8)}${padEnd(title, TITLE_COLUMNS + 2)}${padEnd(stateWord(control), 16)}`;
  const documents = control.documents.map(printableLine);
  const none = control.applicable === false ? paint.dim('–') : paint.yellow('no document');
  if (documents.length === 0) return [`${lead}${none}`];
  return documents.map((path, index) => (index === 0 ? lead : ' '.repeat(lead.length)) + path);
}

function stateWord(control: ControlState): string {
  if (control.applicable === false) return 'not applicable';
  if (control.applicable === null) return 'undecided';
  return statusWord(control) || 'no status';
}

function applicableWord({ applicable }: ControlState): string {
  if (applicable === null) return '';
  return applicable ? 'yes' : 'no';
}

function statusWord({ status }: ControlState): string {
  return (status ?? '').replaceAll('-', ' ');
}
