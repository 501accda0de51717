import { addDays } from '../../text/period';
import type { Rule } from '../rule';
import { plannedReview } from './plannedReviews';

/** How many days ahead a review is announced. */
const DAYS_AHEAD = 30;

export const reviewDue: Rule = {
  id: 'policy/review-due',
  severity: 'information',
  fix: 'none',
  summary: 'The next review of a document falls due within 30 days.',
  docs: {
    why: 'A review takes time: somebody has to read, ask, change and approve. Whoever sees the date a month ahead can finish before an auditor asks why it has passed.',
    how: 'Plan the review now. When it is done, record the outcome and set the next review. `isms reviews` prints the whole calendar, also as a file for your calendar.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
next_review: ⟪2026-12-10⟫
controls: ["A.8.13"]
---

# Backup
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
`,
  },
  *checkDocument(document, context) {
    const { today } = context;
    const review = plannedReview(document, context);
    if (review === undefined || review.due < today || review.due > addDays(today, DAYS_AHEAD)) return;
    const { due, fact, related } = review;
    yield {
      path: document.path,
      span: fact.span,
      message: `The review is due on ${due}${due === today ? ', today' : ''}. Once the date has passed, an auditor will ask why.`,
      hint: 'Review the document and set the next review.',
      related,
    };
  },
};
