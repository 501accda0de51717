import { raisedBySuppressions, type Rule } from '../rule';

export const unknownRule: Rule = {
  id: 'suppression/unknown-rule',
  severity: 'warning',
  fix: 'choice',
  summary: 'A suppression names a rule that does not exist, or none.',
  docs: {
    why: 'A suppression with a slip in its rule does nothing: whoever wrote it believes that a deviation was accepted and recorded, and it is reported again.',
    how: 'Correct the rule. The fix offers the nearest one; `isms rules` lists them all.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

<!-- isms-disable-next-line ⟪mapping/unknown-controll⟫ -- our own list, see annex 2 -->
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
