import { CONFIG_FILE } from '../../../workspace/walk';
import { breakMentions, forgeCode, forgeText } from '../../text/forgeMarkdown';
import { escapeHtml } from '../../text/html';
import { withoutCommands } from '../../text/printable';
import { impactView, verdict } from './build';
import type { ImpactReport } from './report';
import type { Cell, ImpactView, Inline, Section } from './view';

/** Where the Markdown goes: each place takes only so much, and drops or refuses more. */
export interface MarkdownTarget {
  /** The size of a text there. */
  readonly sizeOf: (text: string) => number;
  readonly most: number;
  /** Rows of a table before the rest is only counted, where there are many. */
  readonly mostRows: number;
  /** True where the first line is to find the text again, to bring it up to date. */
  readonly isFoundAgain?: boolean;
}

/** The summary of a job. GitHub drops one above 1 MiB as a whole. */
export const SUMMARY: MarkdownTarget = {
  sizeOf: (text) => Buffer.byteLength(text),
  most: 1_048_576,
  mostRows: Infinity,
};

/** A comment on a pull request. GitHub refuses one above 65,536 characters. */
export const COMMENT: MarkdownTarget = {
  sizeOf: (text) => text.length,
  most: 65_536,
  mostRows: 50,
  isFoundAgain: true,
};

/** The report as Markdown for a forge. It is never larger than its target takes: rows give way, texts stay whole. */
export function impactMarkdown(report: ImpactReport, target: MarkdownTarget): string {
  const view = impactView(report);
  const sections = view.sections.map((section) => ({ section, rows: section.rows.map(rowMarkdown) }));
  const budgets = sections.map(({ rows }) => Math.min(rows.length, target.mostRows));
  const written = (): string => withoutCommands(render(view, sections, budgets, report, target));
  let text = written();
  // The last section is the least important: its rows go first.
  for (let last = budgets.length - 1; last >= 0 && target.sizeOf(text) > target.most;) {
    const shown = budgets[last] ?? 0;
    budgets[last] = Math.floor(shown / 2);
    if (shown === 0) last--;
    text = written();
  }
  return text;
}

/** A section with its rows written once, however many of them are shown in the end. */
interface WrittenSection {
  readonly section: Section;
  readonly rows: readonly string[];
}

const SIGNS = { decision: '🔴', attention: '🟡', information: '🔵', none: '⚪' } as const;

function render(
  view: ImpactView,
  sections: readonly WrittenSection[],
  budgets: readonly number[],
  report: ImpactReport,
  { isFoundAgain = false }: MarkdownTarget,
): string {
  const sign = SIGNS[verdict(report)];
  const nothing = sections.length === 0 || verdict(report) === 'none';
  const parts = [
    `${isFoundAgain ? `${markerOf(report)}\n` : ''}### ${sign} ${view.headline}`,
    ...view.notes.map((note) => `> ${forgeText(note)}`),
    ...(nothing
      ? ['What the ISMS asks for, covers and accepts is the same as before.']
      : sections.map((section, index) => sectionMarkdown(section, budgets[index] ?? 0))),
    `<sub>${cellMarkdown(view.footer)}</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Jobs for several folders of one repository keep a comment each: below its root, the folder stands in the marker. */
function markerOf({ workspaces: [workspace] }: ImpactReport): string {
  const [file = '', forgeFile = ''] = [workspace?.fileAt(CONFIG_FILE), workspace?.forgeFileAt(CONFIG_FILE)];
  const folder = forgeFile.endsWith(`/${file}`) ? forgeFile.slice(0, -file.length - 1) : '';
  // Two hyphens would end the HTML comment.
  const written = encodeURI(folder).replaceAll('--', '%2D%2D');
  return `<!-- isms:impact:v1 ${written === '' ? '' : `${written} `}-->`;
}

function sectionMarkdown({ section, rows }: WrittenSection, budget: number): string {
  const { title, header, numeric = [], folded } = section;
  const shown = rows.slice(0, budget);
  const rule = header.map((_, column) => (numeric.includes(column) ? '---:' : '---'));
  const table = shown.length === 0 ? [] : [[line(header), line(rule), ...shown].join('\n')];
  const rest = shown.length < rows.length ? [`${shown.length} of ${rows.length} shown.`] : [];
  const body = [...table, ...rest].join('\n\n');
  return folded
    ? `<details>\n<summary>${summaryText(title)}</summary>\n\n${body}\n\n</details>`
    : `**${forgeText(title)}**\n\n${body}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function rowMarkdown(row: readonly Cell[]): string {
  return line(row.map(cellMarkdown));
}

/** Within an element a forge reads HTML and no Markdown. */
function summaryText(title: string): string {
  return breakMentions(escapeHtml(title));
}

function cellMarkdown(cell: Cell): string {
  return cell.map(inlineMarkdown).join('');
}

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return forgeText(inline);
  if ('strong' in inline) return `**${forgeText(inline.strong)}**`;
  const code = forgeCode(inline.code);
  return inline.href === undefined ? code : `[${code}](${inline.href})`;
}
