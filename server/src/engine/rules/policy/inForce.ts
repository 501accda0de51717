import type { Isms, IsmsDocument } from '../../index/model';

/** The documents that need document control, where anything says that this is an ISMS; else only ids are checked. */
export function controlledDocuments(isms: Isms): readonly IsmsDocument[] {
  if (isms.config === undefined && isms.soa === undefined) return [];
  return isms.documents.filter(
    (document) => document.controlled && document.facts.frontMatter?.readable !== false,
  );
}

/** Those of them that people follow: neither drafts nor retired. */
export function documentsInForce(isms: Isms): readonly IsmsDocument[] {
  return controlledDocuments(isms).filter(({ status }) => status !== 'draft' && status !== 'retired');
}
