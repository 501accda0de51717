import type { Control } from '../../catalog/catalog';
import type { Citation } from '../../facts/facts';
import type { RuleContext } from '../rule';
import type { Isms, IsmsDocument } from '../../index/model';

/** The places of a document's text that cite a control by its id of today or by the former ids that it took over. */
export function citationsOf(document: IsmsDocument, control: Control): readonly Citation[] {
  const ids = new Set([control.id, ...control.predecessors]);
  return document.facts.citations.filter(({ mention }) => mention.ids.some((id) => ids.has(id)));
}

/** Whether a document's text, headings included, names a control by an id or by its title. */
export function isNamedIn(document: IsmsDocument, control: Control, { elements }: RuleContext): boolean {
  if (citationsOf(document, control).length > 0) return true;
  const { holds } = elements(document);
  return holds(control.title) || holds(control.alternativeTitle);
}

/** Whether the SoA declares a control not applicable: then `mapping/excluded-control` says what there is to say. */
export function isExcluded({ soa }: Isms, id: string): boolean {
  return soa?.rows.get(id)?.[0]?.row.applicability === 'not-applicable';
}

/** Without both an SoA and a configuration only the ids themselves are judged. */
export function isManaged({ soa, config }: Isms): boolean {
  return soa !== undefined || config !== undefined;
}
