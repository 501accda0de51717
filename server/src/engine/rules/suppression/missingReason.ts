import { raisedBySuppressions, type Rule } from '../rule';

export const missingReason: Rule = {
  id: 'suppression/missing-reason',
  severity: 'warning',
  fix: 'none',
  summary: 'A suppression gives no reason. It suppresses nothing.',
  docs: {
    why: 'An accepted deviation needs a recorded reason. Without one an auditor sees a hidden finding, and nobody remembers in a year why it was hidden.',
    how: 'Write the reason after two hyphens, and better also who accepted it and until when: `until=2027-06-30 by=CISO -- reason`. In `isms.yaml` it is the key `reason`.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

⟪<!-- isms-disable-next-line mapping/unknown-control -->⟫
Suppliers follow A.5.99 of our own list.
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

<!-- isms-disable-next-line mapping/unknown-control -- our own list, see annex 2 -->
Suppliers follow A.5.99 of our own list.
`,
  },
  check: raisedBySuppressions,
};
