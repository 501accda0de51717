import type { Say } from '../catalog/translations';
import type { Applicability, SoaRow } from '../facts/soaFacts';
import type { RegisterRow } from '../facts/registerFacts';
import type { Isms, Mapping, RegisterEntry } from '../index/model';
import { escapeMarkdown, excerptOf, link, shortList, type LinkTo } from './markdown';

const MOST_DOCUMENTS = 5;
const MOST_ENTRIES = 4;
const MOST_LETTERS = 140;

/** What this workspace says of a control, as a Markdown list: documents, SoA, risks, requirements, evidence. */
export function controlState(id: string, isms: Isms, linkTo: LinkTo): string {
  const { say } = isms.catalog;
  const lines = [
    documentsLine(id, isms, linkTo),
    soaLine(id, isms, linkTo),
    entriesLine(isms.risksByControl.get(id), linkTo, (entries) => say('Risks: {0}', entries)),
    entriesLine(isms.requirementsByControl.get(id), linkTo, (entries) => say('Requirements: {0}', entries)),
    entriesLine(isms.evidenceByControl.get(id), linkTo, (entries) => say('Evidence: {0}', entries)),
  ];
  return lines.flatMap((line) => (line === undefined ? [] : [`- ${line}`])).join('\n');
}

/** The same in a few words: "mapped by 2 documents; SoA: applies, implemented". */
export function controlStateInBrief(id: string, isms: Isms): string {
  const { say } = isms.catalog;
  const documents = firstMappings(id, isms).length;
  const mapped =
    documents === 0
      ? say('mapped by no document')
      : say(documents === 1 ? 'mapped by {0} document' : 'mapped by {0} documents', documents);
  const row = isms.soa?.rows.get(id)?.[0]?.row;
  return row === undefined ? mapped : `${mapped}; SoA: ${verdictOf(row, say)}`;
}

function documentsLine(id: string, isms: Isms, linkTo: LinkTo): string {
  const { say } = isms.catalog;
  const mappings = firstMappings(id, isms);
  if (mappings.length === 0)
    return isms.mappingsUncertain
      ? say('Documents: unknown, because not every file could be read')
      : say('Documents: none maps it');
  const links = mappings.map(({ document, reference }) =>
    link(document.title, linkTo(document.path, reference.mention.span)),
  );
  return say('Documents: {0}', shortList(links, MOST_DOCUMENTS));
}

/** One mapping per document: where it names the control first. */
function firstMappings(id: string, isms: Isms): Mapping[] {
  const seen = new Set<string>();
  return (isms.mappings.get(id) ?? []).filter(({ document }) => {
    const first = !seen.has(document.path);
    seen.add(document.path);
    return first;
  });
}

function soaLine(id: string, isms: Isms, linkTo: LinkTo): string {
  const { say } = isms.catalog;
  if (isms.soa === undefined) return say('Statement of Applicability: there is none yet');
  const entries = isms.soa.rows.get(id) ?? [];
  const [entry] = entries;
  if (entry === undefined) return say(isms.soa.complete ? 'SoA: no row' : 'SoA: no row that could be read');
  const { row, document } = entry;
  const words = [row.justification, row.exclusion, ...row.basis].find(
    (cell) => cell !== undefined && cell.text !== '',
  )?.text;
  const reason = words === undefined ? '' : ` — “${escapeMarkdown(excerptOf(words, MOST_LETTERS))}”`;
  const more = entries.length > 1 ? say(', and {0} more of it', entries.length - 1) : '';
  return `${link('SoA', linkTo(document.path, row.mention.span))}: ${verdictOf(row, say)}${reason}${more}`;
}

function verdictOf(row: SoaRow, say: Say): string {
  const known = APPLICABILITY_WORDS[row.applicability];
  const applicability =
    known === undefined
      ? say('“{0}” is not understood', escapeMarkdown(row.applicable?.text ?? ''))
      : say(known);
  const status = statusOf(row, say);
  return [applicability, status].filter((part) => part !== '').join(', ');
}

export const APPLICABILITY_WORDS: Readonly<Partial<Record<Applicability, string>>> = {
  applicable: 'applies',
  'not-applicable': 'does not apply',
  'not-assessed': 'not assessed yet',
  missing: 'applicability not stated',
  'no-column': 'listed',
};

/** The status in the words of the row; nothing where it has none or where the control does not apply. */
function statusOf(row: SoaRow, say: Say): string {
  if (row.applicability === 'not-applicable' || row.status === 'no-column') return '';
  if (row.status === 'missing') return say('no status');
  return escapeMarkdown(row.statusCell?.text ?? '').toLowerCase();
}

/** The entries of a register that name the control; nothing where none does. */
function entriesLine(
  entries: readonly RegisterEntry<RegisterRow<string>>[] = [],
  linkTo: LinkTo,
  line: (entries: string) => string,
): string | undefined {
  if (entries.length === 0) return undefined;
  const links = entries.map(({ document, row }) => {
    const name = row.id === '' ? excerptOf(row.title, MOST_LETTERS / 2) : row.id;
    const title =
      row.id === '' || entries.length > 2 ? '' : ` ${escapeMarkdown(excerptOf(row.title, MOST_LETTERS / 2))}`;
    return `${link(name, linkTo(document.path, row.idSpan))}${title}`;
  });
  return line(shortList(links, MOST_ENTRIES));
}
