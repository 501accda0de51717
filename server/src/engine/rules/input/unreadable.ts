import type { Rule } from '../rule';

export const unreadable: Rule = {
  id: 'input/unreadable',
  severity: 'error',
  fix: 'none',
  summary: 'A file of the ISMS cannot be read, or is not UTF-8 text.',
  docs: {
    why: 'A document that cannot be opened is of no use to anybody, an auditor included. Everything else is still checked, and nothing is concluded from what this file may hold: no control is reported unmapped because of it.',
    how: 'Save the file as UTF-8 text, or give the user who runs the check the right to read it. A file that does not belong to the ISMS is left out with `documents.exclude` in `isms.yaml`.',
    bad: `
=== policies/access.md (unreadable: byte 17 is not UTF-8; save the file as UTF-8)
⟪⟫
=== policies/backup.md
---
title: Backup
controls: ["A.8.13"]
---
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
---

=== policies/backup.md
---
title: Backup
controls: ["A.8.13"]
---
`,
  },
  *check({ isms }) {
    for (const { path, reason } of isms.unreadable) {
      yield {
        path,
        span: { start: 0, end: 0 },
        message: `This cannot be read: ${reason}. It was not checked. As it may map controls, none is reported as unmapped.`,
        hint: 'Save it as UTF-8 text that this user may read, or leave it out with documents.exclude in isms.yaml.',
      };
    }
  },
};
