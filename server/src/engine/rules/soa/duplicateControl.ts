import type { SoaEntry } from '../../index/model';
import type { Rule } from '../rule';
import { soaRows } from './soaRows';

export const duplicateControl: Rule = {
  id: 'soa/duplicate-control',
  severity: 'error',
  fix: 'none',
  summary: 'A second row of the SoA for one control.',
  docs: {
    why: 'Two rows for one control can disagree on whether it applies, why, and how far it is. An auditor will ask which of the two holds, and the counts of the SoA no longer add up to 93.',
    how: 'Merge the rows into one. If the second row was meant for another control, correct its id.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.15 | Logging | Yes | Break-ins into the port systems must be traceable (R-011). | Implemented |
| ⟪A.8.15⟫ | Monitoring activities | Yes | The on-call team has to see break-ins within the hour (R-011). | Partial |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.15 | Logging | Yes | Break-ins into the port systems must be traceable (R-011). | Implemented |
| A.8.16 | Monitoring activities | Yes | The on-call team has to see break-ins within the hour (R-011). | Partial |
`,
  },
  *check({ isms }) {
    const first = new Map<string, SoaEntry>();
    for (const entry of soaRows(isms)) {
      const { document, row } = entry;
      const repeated = row.mention.ids.filter((id) => first.has(id));
      for (const id of row.mention.ids) if (!first.has(id)) first.set(id, entry);
      const [id] = repeated;
      if (id === undefined) continue;
      const earlier = new Set(repeated.flatMap((each) => first.get(each) ?? []));
      yield {
        path: document.path,
        span: row.mention.span,
        control: id,
        message: `${repeated.join(', ')} already has a row. Where two rows of one control disagree, an auditor cannot tell which one holds.`,
        hint: 'Merge the two rows, or correct the id of this one.',
        related: [...earlier].map((each) => ({
          path: each.document.path,
          span: each.row.mention.span,
          message: 'The first row of the control.',
        })),
      };
    }
  },
};
