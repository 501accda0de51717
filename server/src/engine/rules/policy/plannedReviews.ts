import type { RelatedLocation } from '../../check/finding';
import { documentReview, type DocumentReview } from '../../index/documentReview';
import type { IsmsDocument } from '../../index/model';
import type { RuleContext } from '../rule';
import { isInForce } from './inForce';

export interface PlannedReview extends DocumentReview {
  /** Where the cycle stands that the day was worked out with. */
  readonly related: readonly RelatedLocation[];
}

/** The next review of a document in force; `undefined` where its day is not known. */
export function plannedReview(document: IsmsDocument, { isms }: RuleContext): PlannedReview | undefined {
  if (!isInForce(document, isms)) return undefined;
  const review = documentReview(document, isms.vocabulary, isms.config?.config);
  if (review === undefined) return undefined;
  const cycle = review.cycle?.fact;
  const related =
    cycle === undefined ? [] : [{ path: document.path, span: cycle.span, message: 'the review cycle' }];
  return { ...review, related };
}
