import { exclusionEnds } from '../../index/exclusionEnds';
import type { Rule } from '../rule';
import { controlOf, nameOf, soaRows } from './soaRows';

export const exclusionExpired: Rule = {
  id: 'soa/exclusion-expired',
  severity: 'warning',
  fix: 'none',
  summary: 'An exclusion had an end or a date of review, and it has passed.',
  docs: {
    why: 'An exclusion that was granted for a time was to be looked at again, and the date says that this has not happened. An auditor will ask whether the reason still holds, and who decided that it does.',
    how: 'Look at the reason again. If it still holds, set a new date and say in the justification what was found; if not, include the control. Dates count in a column such as "Until" or "Review date", and in the justification behind "until:"; dates within a sentence do not.',
    goodPractice: true,
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Until |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | No | The landlord watches the house. | ⟪2025-06-30⟫ |
| A.8.30 | Outsourced development | No | All code is written by our own engineers; ⟪until: 2025-12-31⟫ | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Until |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | No | The landlord watches the house. | 2030-06-30 |
| A.8.30 | Outsourced development | No | The last agency left on 2025-12-31. | |
`,
  },
  *check({ isms, today }) {
    for (const { document, row } of soaRows(isms)) {
      if (row.applicability !== 'not-applicable') continue;
      const [ended] = exclusionEnds(isms, row, document.source.text).filter(({ last }) => last < today);
      if (ended === undefined) continue;
      yield {
        path: document.path,
        span: ended.span,
        control: controlOf(row),
        message: `The exclusion of ${nameOf(row)} was to be looked at again by ${ended.last}, and that has passed. An auditor will ask whether the reason still holds.`,
        hint: 'Look at the reason again, then set a new date or include the control.',
      };
    }
  },
};
