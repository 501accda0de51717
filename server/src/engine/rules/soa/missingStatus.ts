import type { Rule } from '../rule';
import { statusFixes } from './statusFixes';
import { controlOf, hasColumn, nameOf, saysNothing, soaRows, tablesThatLack } from './soaRows';

export const missingStatus: Rule = {
  id: 'soa/missing-status',
  severity: 'warning',
  fix: 'choice',
  summary: 'A control that applies has no implementation status.',
  docs: {
    why: 'The SoA states for each control that applies whether it is implemented. Without it an auditor cannot tell a gap that is known and planned from one that nobody has noticed.',
    how: 'Write Implemented, Partial, Planned or Not started (or the words that your table uses). A control that does not apply needs no status.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | ⟪⟫ |
| A.8.30 | Outsourced development | No | All code is written by our own engineers. | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | Partial |
| A.8.30 | Outsourced development | No | All code is written by our own engineers. | |
`,
  },
  *check({ isms }) {
    const lacks = tablesThatLack(
      isms,
      (table) => !hasColumn(table, 'status') && table.rows.some((row) => row.applicability === 'applicable'),
    );
    for (const { document, first, others } of lacks) {
      yield {
        path: document.path,
        span: first.header,
        message:
          'This table has no column for the implementation status. The SoA states for each control that applies whether it is implemented.',
        hint: 'Add a column "Status" with Implemented, Partial, Planned or Not started.',
        related: others,
      };
    }
    for (const entry of soaRows(isms)) {
      const { document, row } = entry;
      if (row.applicability !== 'applicable' || row.statusCell === undefined) continue;
      if (row.status !== 'missing' && row.status !== 'not-applicable') continue;
      const written = saysNothing(row.statusCell)
        ? ''
        : ` ("${row.statusCell.text}" is for controls that do not apply)`;
      yield {
        path: document.path,
        span: row.statusCell.span,
        control: controlOf(row),
        message: `${nameOf(row)} applies and has no implementation status${written}. An auditor cannot tell a planned control from a forgotten one.`,
        hint: 'Write how far the control is: implemented, partial, planned or not started.',
        fixes: statusFixes(isms, entry, row.statusCell),
      };
    }
  },
};
