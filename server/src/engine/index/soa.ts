import type { SoaTable } from '../facts/soaFacts';
import type { IsmsDocument, Soa, SoaEntry, UnreadableFile } from './model';
import { leavesAlone, type Change } from './change';
import { groupByControl } from './groupByControl';
import { namesPath } from './include';
import { isTranslation } from './translations';

export interface SoaInput {
  readonly documents: readonly IsmsDocument[];
  /** Paths that `isms.yaml` names as SoA, and those of them that do not exist. */
  readonly configured: string | readonly string[] | undefined;
  readonly missing: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

/** The SoA of these documents: the value from before where an edit concerns no document that may be part of it. */
export function keptSoa(input: SoaInput, change: Change | undefined): Soa | undefined {
  return change !== undefined && leavesAlone(change, isMeant) ? change.previous.soa : soaOf(input);
}

/** Puts the Statement of Applicability together, from one file or from one per theme. */
function soaOf(input: SoaInput): Soa | undefined {
  const documents = soaDocuments(input.documents);
  if (documents.length === 0) return undefined;
  const tables = documents.flatMap((document) => soaTablesOf(document).map((table) => ({ document, table })));
  const entries = tables.flatMap(({ document, table }) =>
    table.rows.map((row): SoaEntry => ({ document, table, row })),
  );
  return {
    documents,
    tables,
    rows: groupByControl(entries, ({ row }) =>
      row.mention.namespace === 'iso27001:2022' ? row.mention.ids : [],
    ),
    complete: isComplete(documents, input),
  };
}

/** A row can hide in a file that is missing, unreadable, broken at its front matter or in the middle of a table, or not understood. */
function isComplete(documents: readonly IsmsDocument[], input: SoaInput): boolean {
  const mayBeSoa = (file: UnreadableFile): boolean =>
    namesPath(input.configured, file.path) || SOA_NAME.test(file.path);
  const sound = documents.every(
    ({ facts }) =>
      facts.tableBreaks.length === 0 && facts.frontMatter?.readable !== false && facts.soaTables.length > 0,
  );
  return sound && input.missing.length === 0 && !input.unreadable.some(mayBeSoa);
}

const SOA_NAME = /(?:^|[^a-z])(?:soa|statement[-_ ]of[-_ ]applicability)(?:[^a-z]|$)/i;

/**
 * Of several files that look like an SoA, those with the best claim: named by `isms.yaml`, else by their type, else by
 * their name. A gap analysis with a table of all controls is not a second SoA, and neither is a translation.
 */
function soaDocuments(documents: readonly IsmsDocument[]): IsmsDocument[] {
  const all = documents.filter(isMeant);
  const filled = all.filter((document) => document.facts.soaTables.length > 0);
  const candidates = filled.length > 0 ? filled : all;
  const best = Math.max(...candidates.map(claim));
  // What `isms.yaml` names is part of the SoA even where no table of it was understood.
  const chosen = (best === NAMED ? all : candidates).filter((document) => claim(document) === best);
  return chosen.filter((document) => !chosen.some((other) => isTranslationOf(document, other)));
}

function isMeant({ kind, status }: IsmsDocument): boolean {
  return kind === 'statement-of-applicability' && status !== 'retired';
}

const NAMED = 3;

function claim(document: IsmsDocument): number {
  if (document.basis === 'isms.yaml') return NAMED;
  if (document.basis === 'type') return 2;
  return SOA_NAME.test(document.path) ? 1 : 0;
}

/** Of an SoA in two languages the one with more rows counts, else the one whose path comes first. */
function isTranslationOf(document: IsmsDocument, other: IsmsDocument): boolean {
  if (document === other || document.basis === 'isms.yaml' || !isTranslation(document.path, other.path))
    return false;
  const more = rowCount(other) - rowCount(document);
  return more > 0 || (more === 0 && other.path < document.path);
}

function rowCount(document: IsmsDocument): number {
  return document.facts.soaTables.reduce((count, table) => count + table.rows.length, 0);
}

/** Where one table of a file says what applies, its other tables of controls are summaries and not the SoA. */
export function soaTablesOf(document: IsmsDocument): readonly SoaTable[] {
  const tables = document.facts.soaTables;
  const deciding = tables.filter((table) => table.columns.some((column) => column.meaning === 'applicable'));
  return deciding.length > 0 ? deciding : tables;
}
