import type { EvidenceRow } from '../../facts/registerFacts';
import type { Isms, RegisterEntry } from '../../index/model';
import type { RawFinding, Rule } from '../rule';
import { freshUntil } from '../../index/freshness';

export const stale: Rule = {
  id: 'evidence/stale',
  severity: 'warning',
  fix: 'none',
  summary: 'Evidence was collected longer ago than its frequency allows.',
  docs: {
    goodPractice: true,
    why: 'Evidence has to show that a control works now, not that it once did. An auditor compares the date of the last collection with the frequency that the organisation has set itself.',
    how: 'Collect it again and write the new date. If the interval is shorter than anybody needs, change the frequency, and say why where you define it.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.18 | Access rights | Yes | A leaver kept access for a month (R-003). | Implemented |

=== evidence.md
| ID | Evidence | Controls | Frequency | Last collected | Location |
| --- | --- | --- | --- | --- | --- |
| EV-001 | Review of access rights | A.5.18 | quarterly | ⟪2026-04-02⟫ | Okta report |
| EV-002 | Restore test | A.8.13 | P6M | 2026-09-15 | Ticket OPS-77 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.18 | Access rights | Yes | A leaver kept access for a month (R-003). | Implemented |

=== evidence.md
| ID | Evidence | Controls | Frequency | Last collected | Location |
| --- | --- | --- | --- | --- | --- |
| EV-001 | Review of access rights | A.5.18 | quarterly | 2026-10-01 | Okta report |
| EV-002 | Restore test | A.8.13 | P6M | 2026-09-15 | Ticket OPS-77 |
`,
  },
  *check({ isms, today }) {
    if (isms.config === undefined && isms.soa === undefined) return;
    for (const entry of isms.evidence) {
      const day = freshUntil(entry.row, isms);
      if (day !== undefined && day < today) yield findingOf(entry, day, isms);
    }
  },
};

function findingOf({ document, row }: RegisterEntry<EvidenceRow>, day: string, isms: Isms): RawFinding {
  const { collected, frequency, due } = row.cells;
  const name = [row.id, row.title === '' ? '' : `“${row.title}”`].filter((part) => part !== '').join(' ');
  const since =
    collected === undefined || isms.vocabulary.dates.isEmptyValue(collected.text)
      ? 'never collected'
      : `collected on ${collected.text}`;
  const every = frequency === undefined || frequency.text === '' ? '' : ` (${frequency.text})`;
  const [control] = row.controls.flatMap((mention) => mention.ids);
  return {
    path: document.path,
    span: (collected ?? due)?.span ?? row.idSpan,
    ...(row.controls.length === 1 && control !== undefined ? { control } : {}),
    message: `${name || 'This evidence'} was ${since} and due again on ${day}${every}. An auditor takes old evidence as a sign that the control is no longer carried out.`,
    hint: 'Collect it again and write the date.',
  };
}
