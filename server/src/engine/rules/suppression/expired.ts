import { raisedBySuppressions, type Rule } from '../rule';

export const expired: Rule = {
  id: 'suppression/expired',
  severity: 'warning',
  fix: 'choice',
  summary: 'A suppression is past its last day, or its `until` is not a date. It suppresses nothing.',
  docs: {
    why: 'An acceptance with an end is a promise to look again. After its last day the deviation is open, and an auditor finds that nobody looked.',
    how: 'Correct what the suppression hides and remove it, or have the acceptance renewed and write the new date. The date of `until=` is the last day on which it holds, and is written `2027-06-30`.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

<!-- isms-disable-next-line mapping/unknown-control until=⟪2025-12-31⟫ by=CISO -- our own list -->
Suppliers follow A.5.99 of our own list.
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

<!-- isms-disable-next-line mapping/unknown-control until=2027-12-31 by=CISO -- our own list -->
Suppliers follow A.5.99 of our own list.
`,
  },
  check: raisedBySuppressions,
};
