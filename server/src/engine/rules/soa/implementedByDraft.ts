import { mapsByKind } from '../../index/classify';
import { groupByControl } from '../../index/groupByControl';
import type { DocumentHead } from '../../index/heads';
import { documentAt, type Isms, type SoaEntry } from '../../index/model';
import type { Rule } from '../rule';
import { controlOf, nameOf, soaRows } from './soaRows';

export const implementedByDraft: Rule = {
  id: 'soa/implemented-by-draft',
  severity: 'warning',
  fix: 'none',
  summary: 'A control counts as implemented, and every document that maps it is a draft or retired.',
  docs: {
    why: 'A draft binds nobody, and neither does a document that was withdrawn. An auditor who asks how the control is carried out is shown a document that is not in force, and the status in the Statement of Applicability is then more than the organisation can show.',
    how: 'Approve the document, or map the control in one that is in force. Until then the honest status is Partial or Planned.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | ⟪Implemented⟫ |
=== policies/backup.md
---
title: Backup
type: policy
status: draft
controls: ["A.8.13"]
---
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | Implemented |
| A.8.14 | Redundancy of information processing facilities | Yes | Outage of the region (R-010). | Partial |
=== policies/backup.md
---
title: Backup
type: policy
status: approved
controls: ["A.8.13"]
---
=== policies/continuity.md
---
title: Continuity
type: policy
status: draft
controls: ["A.8.13", "A.8.14"]
---
`,
  },
  *check({ isms }) {
    // A document that could not be read may be the one that is in force.
    if (isms.mappingsUncertain) return;
    const naming = documentsById(isms);
    for (const entry of soaRows(isms)) {
      const { row, document } = entry;
      if (row.status !== 'implemented' || row.statusCell === undefined || !mayApply(entry)) continue;
      const documents = [...new Set(row.mention.ids.flatMap((id) => naming.get(id) ?? []))];
      if (documents.length === 0 || documents.some((each) => !isOutOfForce(each))) continue;
      yield {
        path: document.path,
        span: row.statusCell.span,
        control: controlOf(row),
        message: `${nameOf(row)} counts as implemented, and ${statesOf(documents)}. An auditor will not take a document that is not in force as proof.`,
        hint: 'Approve the document, or set the status to what can be shown today.',
        related: documents.map((each) => ({
          path: each.path,
          span: documentAt(isms, each.path)?.field('status')?.span ?? { start: 0, end: 0 },
          message: `"${each.title}" is ${each.status === 'draft' ? 'a draft' : 'retired'}.`,
        })),
      };
    }
  },
};

function mayApply({ row }: SoaEntry): boolean {
  return row.applicability === 'applicable' || row.applicability === 'no-column';
}

/** Retired documents included: they map nothing any more, and still are what people take for the proof. */
function documentsById({ heads }: Isms): ReadonlyMap<string, readonly DocumentHead[]> {
  return groupByControl(
    heads.filter(({ kind }) => mapsByKind(kind)),
    ({ listed }) => listed,
  );
}

function isOutOfForce({ status }: DocumentHead): boolean {
  return status === 'draft' || status === 'retired';
}

function statesOf(documents: readonly DocumentHead[]): string {
  const [only] = documents;
  if (documents.length === 1 && only !== undefined)
    return `the only document that maps it, "${only.title}", is ${only.status === 'draft' ? 'a draft' : 'retired'}`;
  const all = documents.every(({ status }) => status === 'draft') ? 'drafts' : 'drafts or retired';
  return `the ${documents.length} documents that map it are ${all}`;
}
