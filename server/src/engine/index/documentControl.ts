import type { FileFacts, MetadataField } from '../facts/facts';

/** What puts a document under control. A title, a date or a list of tags alone does not. */
export const DOCUMENT_CONTROL: ReadonlySet<MetadataField> = new Set([
  'id',
  'version',
  'status',
  'classification',
  'owner',
  'approver',
  'approved_date',
  'effective_date',
  'next_review',
  'review_cycle',
]);

/** True where a text says anything of its document control, in whatever carrier. */
export function hasDocumentControl({ metadata }: Pick<FileFacts, 'metadata'>): boolean {
  return metadata.some((fact) => DOCUMENT_CONTROL.has(fact.field));
}
