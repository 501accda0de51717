import type { IsmsDocument } from '../../index/model';
import type { RawFinding, Rule, RuleContext } from '../rule';
import { fieldDate } from './fieldDates';
import { plannedReview, type PlannedReview } from './plannedReviews';

export const reviewOverdue: Rule = {
  id: 'policy/review-overdue',
  severity: 'warning',
  fix: 'none',
  summary: 'The next review of a document, or its last review plus the review cycle, is past.',
  docs: {
    why: 'Control A.5.1 asks for policies to be reviewed at planned intervals, and a date in a document is such a plan. A date that has passed is a finding that auditors raise easily: the organisation has set it itself.',
    how: 'Review the document, record the outcome (also "no change"), and set the next review. Where no next review is named, the last review and the review cycle of the document or of `isms.yaml` count. Drafts and retired documents need no review.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
next_review: ⟪2026-03-31⟫
controls: ["A.8.13"]
---

# Backup
=== policies/access.md
---
title: Access control
last_review: ⟪1 June 2025⟫
review_cycle: annual
controls: ["A.5.15"]
---

# Access control
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
next_review: 2027-03-31
controls: ["A.8.13"]
---

# Backup
=== policies/access.md
---
title: Access control
last_review: 1 June 2026
review_cycle: annual
controls: ["A.5.15"]
---

# Access control
`,
  },
  *checkDocument(document, context) {
    const review = plannedReview(document, context);
    if (review === undefined || review.due >= context.today) return;
    if (!isBeforeApproval(document, review, context)) yield overdue(document, review);
  },
};

/** A next review that was not moved on at the approval is one cause, and `policy/date-order` reports it. */
function isBeforeApproval(
  document: IsmsDocument,
  { due, cycle }: PlannedReview,
  { isms }: RuleContext,
): boolean {
  const approved = fieldDate(document, 'approved_date', isms.vocabulary);
  return cycle === undefined && approved !== undefined && due < approved.first;
}

function overdue(document: IsmsDocument, { due, fact, cycle, related }: PlannedReview): RawFinding {
  return {
    path: document.path,
    span: fact.span,
    message:
      cycle === undefined
        ? `The review was due on ${due}. Until it is done, nobody can show that the document still fits.`
        : `Last reviewed on ${fact.value}, and the review cycle is ${cycle.text}: the next review was due on ${due}.`,
    hint: 'Review the document, record the outcome, and set the next review.',
    related,
  };
}
