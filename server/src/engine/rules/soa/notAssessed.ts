import type { Rule } from '../rule';
import { controlOf, nameOf, soaRows } from './soaRows';

export const notAssessed: Rule = {
  id: 'soa/not-assessed',
  severity: 'information',
  fix: 'none',
  summary: 'A row of the SoA says that nobody has decided yet: TBC, TBD, to be assessed, [Yes/No].',
  docs: {
    why: 'An open decision is honest while the ISMS is being built. Before the audit each control has to be included or excluded, with a reason, so the open ones are kept in sight.',
    how: 'Decide with the owner of the risk, and write Yes or No with the justification. Until then the row raises no other finding.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.7 | Threat intelligence | ⟪TBC⟫ | | |
| A.5.8 | Information security in project management | ⟪[Yes/No]⟫ | | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.7 | Threat intelligence | Yes | Attacks on ports reach us through the BSI alerts only (R-004). | Planned |
| A.5.8 | Information security in project management | No | There are no projects: the product is maintained by one team as a whole. | |
`,
  },
  *check({ isms }) {
    for (const { document, row } of soaRows(isms)) {
      if (row.applicability !== 'not-assessed' || row.applicable === undefined) continue;
      yield {
        path: document.path,
        span: row.applicable.span,
        control: controlOf(row),
        message: `Nobody has decided yet whether ${nameOf(row)} applies. Before the audit each control is included or excluded, with a reason.`,
        hint: 'Decide, and write Yes or No with the justification.',
      };
    }
  },
};
