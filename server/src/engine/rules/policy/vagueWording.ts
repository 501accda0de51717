import type { Rule } from '../rule';
import { isInForce } from './inForce';

export const vagueWording: Rule = {
  id: 'policy/vague-wording',
  severity: 'hint',
  fix: 'none',
  summary: 'A requirement that nobody can test: "as appropriate", "regularly", "where feasible".',
  docs: {
    why: 'An auditor tests what a policy asks for. "Access must be reviewed regularly" cannot be tested, so either everything passes or the auditor decides what regularly means. Only sentences that ask for something (must, shall, should, and their German equivalents) are looked at, and a sentence that names an interval or a deadline is left alone.',
    how: 'Say how often, by when, in which cases, who decides, or which measures. The finding says what is missing. Where the words are right as they are, leave them: this is a hint.',
    goodPractice: true,
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

# Access control

The owner of a system must review access ⟪regularly⟫. Rights must be withdrawn ⟪in a timely manner⟫ when somebody leaves.
=== policies/backup.md
---
title: Datensicherung
controls: ["A.8.13"]
---

# Datensicherung

Sicherungen müssen ⟪zeitnah⟫ geprüft werden.
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

# Access control

The owner of a system must review access every 90 days. Rights must be withdrawn in a timely manner, at the latest on the
last working day. The team regularly talks about access.
=== policies/backup.md
---
title: Datensicherung
controls: ["A.8.13"]
---

# Datensicherung

Sicherungen müssen am nächsten Werktag geprüft werden.
`,
  },
  *checkDocument(document, { isms, vague }) {
    if (!document.maps || !isInForce(document, isms)) return;
    const { path } = document;
    for (const [first, ...others] of vague(document)) {
      if (first === undefined) continue;
      yield {
        path,
        span: first.span,
        message: `"${first.text}" cannot be tested: everybody may take it differently, and so may an auditor.`,
        hint: first.say,
        related: others.map(({ span, text, say }) => ({ path, span, message: `"${text}": ${say}` })),
      };
    }
  },
};
