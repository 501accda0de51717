import type { Isms, IsmsDocument } from '../../index/model';

/** True for a document that needs document control, where anything says that this is an ISMS; else only ids are checked. */
export function isUnderControl(document: IsmsDocument, { managed }: Isms): boolean {
  return managed && document.controlled && document.facts.frontMatter?.readable !== false;
}

/** True for those of them that people follow: neither drafts nor retired. */
export function isInForce(document: IsmsDocument, isms: Isms): boolean {
  const { status } = document;
  return status !== 'draft' && status !== 'retired' && isUnderControl(document, isms);
}
