import type { SoaEntry } from '../../index/model';
import type { Isms } from '../../index/model';
import { isPlaceholder } from '../../text/placeholder';
import type { Rule } from '../rule';
import { isUncollected } from '../../index/freshness';

export const missing: Rule = {
  id: 'evidence/missing',
  severity: 'information',
  fix: 'none',
  summary:
    'A control that is said to be implemented has no evidence, although a register of evidence is kept.',
  docs: {
    why: 'An auditor believes "Implemented" when shown what the control leaves behind: a report, a ticket, a log. You keep a register of evidence, so a control that is missing from it looks forgotten.',
    how: 'Enter what shows that the control works, and name the control in the row; or name the evidence in the row of the Statement of Applicability.',
    goodPractice: true,
    bad: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.18 | Access rights | Yes | A leaver kept access for a month (R-003). | Implemented |
| ⟪A.8.13⟫ | Information backup | Yes | Lost data would stop every port (R-011). | Implemented |
| A.8.16 | Monitoring activities | Yes | Break-ins stayed unseen for weeks (R-014). | Planned |

=== evidence.md
| ID | Evidence | Controls | Frequency | Last collected | Location |
| --- | --- | --- | --- | --- | --- |
| EV-001 | Review of access rights | A.5.18 | quarterly | 2026-10-01 | Okta report |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.18 | Access rights | Yes | A leaver kept access for a month (R-003). | Implemented |
| A.8.13 | Information backup | Yes | Lost data would stop every port (R-011). | Implemented |
| A.8.16 | Monitoring activities | Yes | Break-ins stayed unseen for weeks (R-014). | Planned |

=== evidence.md
| ID | Evidence | Controls | Frequency | Last collected | Location |
| --- | --- | --- | --- | --- | --- |
| EV-001 | Review of access rights | A.5.18 | quarterly | 2026-10-01 | Okta report |
| EV-002 | Restore test | A.8.13 | P6M | 2026-09-15 | Ticket OPS-77 |
`,
  },
  *check({ isms }) {
    if (isms.evidence.length === 0 || isms.incompleteRegisters.has('evidence')) return;
    for (const [id, [entry]] of isms.soa?.rows ?? []) {
      if (entry === undefined || !saysImplemented(entry) || namesEvidence(entry, isms)) continue;
      const listed = isms.evidenceByControl.get(id) ?? [];
      if (listed.some(({ row }) => !isUncollected(row, isms))) continue;
      const [waiting] = listed;
      const title = isms.catalog.control(id)?.title ?? '';
      yield {
        path: entry.document.path,
        span: entry.row.mention.span,
        control: id,
        message:
          waiting === undefined
            ? `${id} ${title} is said to be implemented, and the register of evidence has nothing on it. An auditor will ask what shows that it works.`
            : `${id} ${title} is said to be implemented, and its evidence was never collected. An auditor will ask what shows that it works.`,
        hint:
          waiting === undefined ? 'Enter its evidence into the register.' : 'Collect it, and write the date.',
        related:
          waiting === undefined
            ? []
            : [
                {
                  path: waiting.document.path,
                  span: waiting.row.idSpan,
                  message: 'Its evidence is listed here',
                },
              ],
      };
    }
  },
};

function saysImplemented({ row }: SoaEntry): boolean {
  return row.status === 'implemented' && row.applicability !== 'not-applicable';
}

function namesEvidence({ row: { evidence } }: SoaEntry, { vocabulary: { dates } }: Isms): boolean {
  return evidence !== undefined && !dates.isEmptyValue(evidence.text) && !isPlaceholder(evidence.text, dates);
}
