import type { IsmsDocument } from '../../index/model';
import type { RawFinding, Rule, RuleContext } from '../rule';
import { fieldDate, type FieldDate } from './fieldDates';
import { isInForce } from './inForce';

export const dateOrder: Rule = {
  id: 'policy/date-order',
  severity: 'warning',
  fix: 'none',
  summary:
    'A document was approved after it took effect, is to be reviewed before its approval, or is approved in the future.',
  docs: {
    why: 'The dates of document control tell a story: written, approved, in force, looked at again. Where the order cannot be true, an auditor doubts the other dates as well, and for the days between effect and approval nobody had agreed to the rules.',
    how: 'Correct the date that is wrong. If the document really took effect before it was approved, let the approver confirm that, and record the later date as effective date.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
approver: Managing director
approved_date: ⟪2026-05-12⟫
effective_date: 2026-04-01
next_review: 2027-05-12
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
approver: Managing director
approved_date: 2026-03-20
effective_date: 2026-04-01
next_review: 2027-03-20
controls: ["A.8.13"]
---

# Backup
`,
  },
  *checkDocument(document, context) {
    if (isInForce(document, context.isms)) yield* findingsOf(document, context);
  },
};

function* findingsOf(document: IsmsDocument, { isms, today }: RuleContext): Iterable<RawFinding> {
  const date = (field: Parameters<typeof fieldDate>[1]): FieldDate | undefined =>
    fieldDate(document, field, isms.vocabulary);
  const approved = date('approved_date');
  if (approved === undefined) return;
  const { path } = document;
  const effective = date('effective_date');
  const review = date('next_review');
  const related = (other: FieldDate, message: string) => [{ path, span: other.fact.span, message }];
  if (approved.first > today)
    yield {
      path,
      span: approved.fact.span,
      message: `The approval is dated ${approved.fact.value}, which is still to come, yet the document is in force. Nobody can have approved it on that day.`,
      hint: 'Write the day on which it was approved, or set the status to draft or in-review until then.',
    };
  else if (effective !== undefined && approved.first > effective.last)
    yield {
      path,
      span: approved.fact.span,
      message: `Approved on ${approved.fact.value}, but in effect since ${effective.fact.value}: in between the rules applied without anybody's approval.`,
      hint: 'Correct the date that is wrong, or move the effective date behind the approval.',
      related: related(effective, 'in effect since'),
    };
  if (review !== undefined && review.last < approved.first)
    yield {
      path,
      span: review.fact.span,
      message: `The next review is planned for ${review.fact.value}, before the approval on ${approved.fact.value}. It was probably not moved on when the document was approved.`,
      hint: 'Set the next review to a day after the approval.',
      related: related(approved, 'approved on'),
    };
}
