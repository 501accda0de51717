import { THEMES, type Control } from '../catalog/catalog';
import { escapeCell } from './tableCell';

/** What is known of a control before anybody has decided on it. */
export interface SoaPrefill {
  /** Documents that map it: their titles and paths from the root. */
  documents(id: string): readonly { readonly title: string; readonly path: string }[];
  /** Ids of the risks that name it. */
  risks(id: string): readonly string[];
}

export interface NewSoa {
  /** Where the file will lie: links are relative to it. */
  readonly path: string;
  readonly organization: string | undefined;
  readonly scope: string | undefined;
  readonly reviewCycle: string | number | undefined;
  readonly lineBreak: string;
}

/**
 * The text of a Statement of Applicability in which nothing is decided yet: front matter in the order of the conventions,
 * empty where only the organisation knows the answer, and all controls, a table per theme.
 */
export function newSoa(controls: readonly Control[], prefill: SoaPrefill, file: NewSoa): string {
  const of = file.organization === undefined ? '' : ` of ${file.organization}`;
  const scope = file.scope === undefined ? '' : ` Scope: ${file.scope.replace(/\.?\s*$/, '')}.`;
  const lines = [
    '---',
    'id: ""',
    'title: "Statement of Applicability"',
    'type: statement-of-applicability',
    'version: "0.1"',
    'status: draft',
    'classification: ""',
    'owner: ""',
    'approver: ""',
    'approved_date: ""',
    'effective_date: ""',
    `review_cycle: ${JSON.stringify(file.reviewCycle ?? '')}`,
    'next_review: ""',
    'related_documents: []',
    '---',
    '',
    '# Statement of Applicability',
    '',
    `This statement${of} answers for every control of ISO/IEC 27001:2022 Annex A whether it applies, why, and how far it is implemented.${scope}`,
    '',
    'Applicable: Yes, No, or TBC while nobody has decided. Status: Implemented, Partial, Planned or Not started.',
    ...soaTables(controls, prefill, file.path),
    '',
  ];
  return lines.join(file.lineBreak);
}

/** The lines of the tables, a heading before each. */
export function soaTables(controls: readonly Control[], prefill: SoaPrefill, path: string): string[] {
  return THEMES.flatMap((theme) => [
    '',
    `## ${theme.charAt(0).toUpperCase()}${theme.slice(1)} controls`,
    '',
    '| Control | Title | Applicable | Justification | Status | Documents | Risks |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...controls.filter((control) => control.theme === theme).map((control) => rowOf(control, prefill, path)),
  ]);
}

function rowOf(control: Control, prefill: SoaPrefill, from: string): string {
  const documents = prefill
    .documents(control.id)
    .map(({ title, path }) => `[${escapeLink(title)}](${linkTarget(from, path)})`);
  const cells = [
    control.id,
    control.title,
    'TBC',
    '',
    '',
    documents.join(', '),
    prefill.risks(control.id).join(', '),
  ];
  return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${escapeCell(cell)} `)).join('|')}|`;
}

function escapeLink(title: string): string {
  return title.replace(/[[\]\\]/g, '\\$&');
}

/** The target of a link from one file to another, both given from the root. */
export function linkTarget(from: string, to: string): string {
  const own = from.split('/').slice(0, -1);
  const their = to.split('/');
  let shared = 0;
  while (shared < own.length && shared < their.length - 1 && own[shared] === their[shared]) shared++;
  const steps = [...own.slice(shared).map(() => '..'), ...their.slice(shared)];
  return steps
    .map((step) => encodeURIComponent(step).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')))
    .join('/');
}
