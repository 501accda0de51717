import type { RelatedLocation } from '../../check/finding';
import { documentReview, type DocumentReview } from '../../index/documentReview';
import type { IsmsDocument } from '../../index/model';
import type { RuleContext } from '../rule';
import { documentsInForce } from './inForce';

export interface PlannedReview extends DocumentReview {
  readonly document: IsmsDocument;
  /** Where the cycle stands that the day was worked out with. */
  readonly related: readonly RelatedLocation[];
}

/** The reviews of all documents in force whose day is known. */
export function plannedReviews({ isms }: RuleContext): PlannedReview[] {
  return documentsInForce(isms).flatMap((document) => {
    const review = documentReview(document, isms.vocabulary, isms.config?.config);
    if (review === undefined) return [];
    const cycle = review.cycle?.fact;
    const related =
      cycle === undefined ? [] : [{ path: document.path, span: cycle.span, message: 'the review cycle' }];
    return [{ ...review, document, related }];
  });
}
