import type { Control } from '../../catalog/catalog';
import type { Citation } from '../../facts/facts';
import type { RuleContext } from '../rule';
import type { IsmsDocument } from '../../index/model';

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
