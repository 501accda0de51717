import type { IsmsDocument, SoaEntry } from '../index/model';
import type { Isms } from '../index/model';
import type { SoaRow } from '../facts/soaFacts';
import { atHead, type ChangePlace } from './change';
import type { ImpactContext } from './context';

/** The documents that map a control, each once, by path. */
export function mappersOf(isms: Isms, control: string): readonly IsmsDocument[] {
  const documents = new Set((isms.mappings.get(control) ?? []).map(({ document }) => document));
  return [...documents].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every control that either side knows of: those of the catalogue in its order, then the organisation's own. */
export function controlsOf({ base, head }: ImpactContext): readonly string[] {
  const annex = head.catalog.controls.map(({ id }) => id);
  const own = [...base.mappings.keys(), ...head.mappings.keys()].filter((id) => !annex.includes(id)).sort();
  return [...new Set([...annex, ...own])];
}

/** The row that speaks for a control: where there are several, the first. */
export function rowOf(isms: Isms, control: string): SoaEntry | undefined {
  return isms.soa?.rows.get(control)?.[0];
}

/** What the SoA says of a control; `undecided` covers a missing row and words that are not understood. */
export function decisionOf(entry: SoaEntry | undefined): 'applicable' | 'excluded' | 'undecided' {
  if (entry?.row.applicability === 'applicable') return 'applicable';
  return entry?.row.applicability === 'not-applicable' ? 'excluded' : 'undecided';
}

/** The reason for the decision: tables may have one column for both or one for exclusions. */
export function justificationOf(row: SoaRow): string {
  const cells =
    row.applicability === 'not-applicable'
      ? [row.exclusion, row.justification]
      : [row.justification, row.exclusion];
  return cells.map((cell) => cell?.text.trim() ?? '').find((text) => text !== '') ?? '';
}

/** The row of a control after the change. */
export function rowPlace(entry: SoaEntry | undefined): ChangePlace | undefined {
  return entry === undefined ? undefined : atHead(entry.document.path, entry.row.mention.span);
}

/** `A.5.15 Access control`. */
export function controlName(isms: Isms, control: string): string {
  const title = (isms.catalog.control(control) ?? isms.catalog.ownControl(control))?.title;
  return title === undefined ? control : `${control} (${title})`;
}
