import type { MetadataField } from '../facts/facts';
import type { IsmsDocument } from '../index/model';
import type { ImpactContext } from './context';
import { plainText } from './plainText';
import type { StatementChange } from './obligations';
import type { TextChangeKind } from './textChanges';

/** A document that is on both sides and is not what it was. */
export interface DocumentChange {
  readonly base: IsmsDocument;
  readonly head: IsmsDocument;
  readonly text: TextChangeKind;
  /** Metadata whose value changed. */
  readonly fields: readonly MetadataField[];
  readonly statements: readonly StatementChange[];
}

const FIELDS: readonly MetadataField[] = [
  'id',
  'title',
  'type',
  'version',
  'status',
  'classification',
  'owner',
  'author',
  'approver',
  'approved_date',
  'effective_date',
  'last_review',
  'next_review',
  'review_cycle',
  'applies_to',
];

/** The documents that changed, by path. A file that was only moved is not among them. */
export function documentChanges({ pairs, texts }: ImpactContext): DocumentChange[] {
  return pairs.both.flatMap((pair) => {
    if (pair.base.source.text === pair.head.source.text) return [];
    const fields = FIELDS.filter((field) => valueOf(pair.base, field) !== valueOf(pair.head, field));
    const { kind: text, statements } = texts.of(pair);
    return text === 'none' && fields.length === 0 ? [] : [{ ...pair, text, fields, statements }];
  });
}

function valueOf(document: IsmsDocument, field: MetadataField): string {
  return plainText(document.field(field)?.value ?? '');
}
