import type { Fix } from '../../check/finding';
import type { MetadataFact } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { isFingerprint } from '../../normative/fingerprint';
import { choiceFix, type Rule } from '../rule';
import { isInForce } from './inForce';
import { currentFingerprint, recordApproval } from './recordApproval';

export const changedSinceApproval: Rule = {
  id: 'policy/changed-since-approval',
  severity: 'error',
  fix: 'choice',
  summary:
    'The rules of an approved document are not those that were approved: the recorded fingerprint differs.',
  docs: {
    why: 'An approval holds for the text that was approved (clauses 7.5.2 and 7.5.3). A sentence that was changed afterwards has nobody behind it, and whoever approved the document is held to rules that they have never seen.',
    how: 'Let the change be approved and record that with the fix or the command "ISMS: Record Approval", which writes `approved_date` and `approved_fingerprint`; or set the status back to `in-review`. The fingerprint is that of the rules alone: line breaks, emphasis, punctuation, link targets, headings, front matter, the order of bullets, and sections that explain (purpose, references, history) do not count. Every word, number and mark of comparison of a rule does. Where no fingerprint is recorded, nothing is checked.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
status: approved
approver: Managing director
approved_date: 2026-03-20
approved_fingerprint: ⟪v1-df099a4ab1fcf4e4a644⟫
controls: ["A.8.13"]
---

# Backup

Backups must be kept for 30 days.
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
approved_fingerprint: v1-df099a4ab1fcf4e4a644
controls: ["A.8.13"]
---

# Backup

Backups must be kept for **90 days**.
`,
  },
  *checkDocument(document, { isms, today }) {
    if (!isInForce(document, isms)) return;
    const recorded = document.field('approved_fingerprint');
    if (recorded === undefined || document.status === 'in-review' || !isFingerprint(recorded.value)) return;
    if (currentFingerprint(document, isms.vocabulary) === recorded.value) return;
    const date = document.field('approved_date');
    yield {
      path: document.path,
      span: recorded.span,
      message: `The rules of this document were changed after they were approved${date === undefined ? '' : ` on ${date.value}`}. Nobody has approved the text as it is now.`,
      hint: 'Let the change be approved and record it, or set the status to in-review.',
      fixes: fixesOf(document, recordApproval(document, { today }, isms.vocabulary)),
      ...(date !== undefined && {
        related: [{ path: document.path, span: date.span, message: 'the approval on record' }],
      }),
    };
  },
};

function fixesOf(document: IsmsDocument, edits: ReturnType<typeof recordApproval>): Fix[] {
  const { path } = document;
  const status = document.field('status');
  const record = choiceFix(
    'Record approval of the text as it is now',
    edits.map((edit) => ({ path, ...edit })),
  );
  return [
    ...(edits.length === 0 ? [] : [record]),
    ...(status === undefined ? [] : [backToReview(path, status)]),
  ];
}

function backToReview(path: string, { span, carrier }: MetadataFact): Fix {
  const newText = carrier === 'front-matter' ? 'in-review' : 'In review';
  return choiceFix('Set the status to in-review', [{ path, span, newText }]);
}
