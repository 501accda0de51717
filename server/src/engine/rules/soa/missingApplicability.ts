import type { Rule } from '../rule';
import { decisionFixes } from './decisionFixes';
import { controlOf, hasColumn, nameOf, soaRows, tablesThatLack } from './soaRows';

export const missingApplicability: Rule = {
  id: 'soa/missing-applicability',
  severity: 'error',
  fix: 'choice',
  summary: 'A row of the SoA does not say whether its control applies, or the table has no column for it.',
  docs: {
    why: 'The Statement of Applicability answers one question before all others: does the organisation need this control? An auditor counts the answers, and an empty cell means that nobody has decided.',
    how: 'Write Yes or No (or the words that your table uses). While the decision is open write TBC: the row is then reported as not assessed, and not as a gap in the document. A table without such a column needs one.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.7.1 | Physical security perimeters | Yes | The server room in Bremen holds the backup of all customers (R-007). | Implemented |
| A.7.2 | Physical entry | ⟪⟫ | | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.7.1 | Physical security perimeters | Yes | The server room in Bremen holds the backup of all customers (R-007). | Implemented |
| A.7.2 | Physical entry | TBC | | |
`,
  },
  *check({ isms }) {
    for (const { document, first, others } of tablesThatLack(
      isms,
      (table) => !hasColumn(table, 'applicable'),
    )) {
      yield {
        path: document.path,
        span: first.header,
        message:
          'This table has no column that says which controls apply. That decision, for each of the 93 controls, is what a Statement of Applicability is for.',
        hint: 'Add a column "Applicable" with Yes or No in each row.',
        related: others,
      };
    }
    for (const entry of soaRows(isms)) {
      const { document, row } = entry;
      if (row.applicability !== 'missing' || row.applicable === undefined) continue;
      yield {
        path: document.path,
        span: row.applicable.span,
        control: controlOf(row),
        message: `The row of ${nameOf(row)} does not say whether the control applies. An auditor asks for a decision on each of the 93 controls.`,
        hint: 'Write Yes or No, or TBC while nobody has decided.',
        fixes: decisionFixes(isms, entry, row.applicable),
      };
    }
  },
};
