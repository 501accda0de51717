import { raisedBySuppressions, type Rule } from '../rule';

export const unused: Rule = {
  id: 'suppression/unused',
  severity: 'warning',
  fix: 'choice',
  summary: 'A suppression hides nothing. Only rules that ran count.',
  docs: {
    why: 'What a suppression was there for has been mended. Left in place it would hide the next deviation of the kind, with a reason that is no longer true.',
    how: 'Remove it. Findings about suppressions cannot be suppressed: such a suppression is always unused. Lines of `.isms-baseline` that stand for nothing any more are one finding together, an information, because whoever mends a finding should not be warned for it; `isms baseline prune` removes them.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

⟪<!-- isms-disable-next-line mapping/unknown-control -- our own list, see annex 2 -->⟫
Access follows A.5.15.
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
