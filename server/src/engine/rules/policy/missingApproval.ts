import type { IsmsDocument } from '../../index/model';
import type { Rule } from '../rule';
import { isUnderControl } from './inForce';

export const missingApproval: Rule = {
  id: 'policy/missing-approval',
  severity: 'error',
  fix: 'none',
  summary: 'A document is marked as approved, but does not say by whom or when.',
  docs: {
    why: 'Clause 7.5.2 asks for documented information to be reviewed and approved. A status word proves nothing: an auditor asks who approved this version and on which day, and compares both with the minutes or the pull request.',
    how: 'Add who approved the version and the day, as `approver` and `approved_date`. The command "ISMS: Record Approval" writes the date and a fingerprint of the text. If nobody has approved it yet, set the status to `draft` or `in-review`.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
version: "2.0"
status: ⟪approved⟫
owner: Head of IT
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
version: "2.0"
status: approved
owner: Head of IT
approver: Managing director
approved_date: 2026-03-20
controls: ["A.8.13"]
---

# Backup
`,
  },
  *checkDocument(document, { isms }) {
    if (!isUnderControl(document, isms)) return;
    const status = document.field('status');
    if (document.status !== 'approved' || status === undefined) return;
    const missing = missingParts(document, (value) => isms.vocabulary.dates.isEmptyValue(value));
    if (missing.length === 0) return;
    yield {
      path: document.path,
      span: status.span,
      message: `The status is "${status.value}", but the document does not say ${missing.join(' and ')}. Without it nobody can show that this version was approved.`,
      hint: 'Add approver and approved_date, or set the status to draft or in-review.',
    };
  },
};

/** A placeholder is there and has its own finding. */
function missingParts(document: IsmsDocument, isEmpty: (value: string) => boolean): string[] {
  const lacks = (field: 'approver' | 'approved_date'): boolean => {
    const value = document.field(field)?.value;
    return value === undefined || isEmpty(value);
  };
  return [
    ...(lacks('approver') ? ['who approved it'] : []),
    ...(lacks('approved_date') ? ['when it was approved'] : []),
  ];
}
