import type { Change, ChangeLevel } from '../../../engine/impact/change';
import type { DocumentChange } from '../../../engine/impact/documents';
import { shortNameOf } from '../../../engine/impact/names';
import { fullMessage } from '../../report';
import { THEME_NAMES } from '../coverageText';
import type { ComparedWorkspace, ImpactReport } from './report';
import { placeCell, quote, type Cell, type Section } from './view';

/** The tables about one ISMS, the most important first. */
export function sectionsOf(workspace: ComparedWorkspace, report: ImpactReport): Section[] {
  const changes = (level: ChangeLevel): readonly Change[] =>
    workspace.impact.changes.filter((change) => change.level === level);
  const sections = [
    changesSection('Decisions needed', changes('decision'), false, workspace, report),
    changesSection('To look at', changes('attention'), false, workspace, report),
    coverageSection(workspace),
    documentsSection(workspace),
    changesSection('For information', changes('information'), true, workspace, report),
    findingsSection(workspace, report),
  ];
  return sections.filter((section) => section.rows.length > 0);
}

function changesSection(
  title: string,
  changes: readonly Change[],
  folded: boolean,
  workspace: ComparedWorkspace,
  report: ImpactReport,
): Section {
  return {
    title: `${title} (${changes.length})`,
    header: ['What changed', 'Before', 'After', 'Where'],
    folded,
    rows: changes.map((change) => [
      [...messageOf(change), ' ', { code: change.id }],
      valueCell(change.before),
      valueCell(change.after),
      placeCell(workspace, change.place, report),
    ]),
  };
}

/** The message with the subject in it made strong, or before it. */
function messageOf({ subject, message }: Change): Cell {
  const text = quote(message);
  const at = text.indexOf(subject);
  return at < 0
    ? [{ strong: subject }, ' ', text]
    : [text.slice(0, at), { strong: subject }, text.slice(at + subject.length)];
}

function valueCell(text: string): Cell {
  return [text === '' ? '–' : quote(text)];
}

/** How many controls of each theme a document maps, before and after. */
function coverageSection({ impact: { before, after } }: ComparedWorkspace): Section {
  const of = (mapped: number | undefined, total: number): Cell => [
    mapped === undefined ? '–' : `${mapped} of ${total}`,
  ];
  const row = (name: string, was: number | undefined, is: number, total: number): Cell[] => [
    [name],
    of(was, total),
    of(is, total),
    [difference(was, is)],
  ];
  const themes = after.themes.map(({ theme, mapped, total }) =>
    row(THEME_NAMES[theme], before?.themes.find((each) => each.theme === theme)?.mapped, mapped, total),
  );
  return {
    title: 'Controls that a document maps',
    header: ['Theme', 'Before', 'After', 'Change'],
    numeric: [1, 2, 3],
    folded: false,
    rows: [...themes, row('All themes', before?.mapped, after.mapped, after.total)],
  };
}

function difference(before: number | undefined, after: number): string {
  if (before === undefined || before === after) return '';
  return after > before ? `+${after - before}` : `−${before - after}`;
}

function documentsSection(workspace: ComparedWorkspace): Section {
  const { documents } = workspace.impact;
  const normative = documents.filter(({ text }) => text === 'normative').length;
  return {
    title: `Documents: ${documents.length} changed, ${normative} in what ${normative === 1 ? 'it asks' : 'they ask'} for`,
    header: ['Document', 'Text', 'Version', 'Approved', 'Next review', 'Requirements'],
    folded: true,
    rows: documents.map((document) => [
      [shortNameOf(document.head), ' ', { code: workspace.fileAt(document.head.path) }],
      [document.text === 'none' ? 'metadata only' : document.text],
      fieldCell(document, 'version'),
      fieldCell(document, 'approved_date'),
      fieldCell(document, 'next_review'),
      [requirementsOf(document)],
    ]),
  };
}

function fieldCell({ base, head }: DocumentChange, field: 'version' | 'approved_date' | 'next_review'): Cell {
  const before = base.field(field)?.value ?? '–';
  const after = head.field(field)?.value ?? '–';
  return [before === after ? quote(after) : `${quote(before)} → ${quote(after)}`];
}

function requirementsOf({ statements }: DocumentChange): string {
  const count = (holds: (each: DocumentChange['statements'][number]) => boolean): number =>
    statements.filter(holds).length;
  const parts = [
    [
      count(
        ({ before, after, verdict }) => verdict === 'weaker' && before !== undefined && after !== undefined,
      ),
      'weaker',
    ],
    [count(({ after }) => after === undefined), 'gone'],
    [
      count(
        ({ before, after, verdict }) => verdict === 'stronger' && before !== undefined && after !== undefined,
      ),
      'stronger',
    ],
    [count(({ before }) => before === undefined), 'new'],
    [count(({ verdict }) => verdict === 'same'), 'reworded'],
  ] as const;
  return parts.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`])).join(', ');
}

function findingsSection(workspace: ComparedWorkspace, report: ImpactReport): Section {
  const { added, fixed, unchanged, suppressed } = workspace.impact.findings;
  const rowsOf = (kind: string, findings: typeof added, side: 'base' | 'head'): Cell[][] =>
    findings.map((finding) => [
      [kind],
      [{ code: finding.ruleId }],
      [quote(fullMessage(finding))],
      placeCell(workspace, { side, path: finding.path, span: finding.span }, report),
    ]);
  const accepted = suppressed.length === 0 ? '' : `, ${suppressed.length} accepted by this change`;
  return {
    title: `Findings: ${added.length} new, ${fixed.length} fixed, ${unchanged} unchanged${accepted}`,
    header: ['', 'Rule', 'What is wrong', 'Where'],
    folded: true,
    rows: [
      ...rowsOf('new', added, 'head'),
      ...suppressed.flatMap(({ finding }) => rowsOf('accepted', [finding], 'head')),
      ...rowsOf('fixed', fixed, 'base'),
    ],
  };
}
