import type { RiskEntry } from '../../index/model';
import { registerKey } from '../../index/registers';
import { isTranslation } from '../../index/translations';
import type { Rule } from '../rule';

export const duplicateId: Rule = {
  id: 'risk/duplicate-id',
  severity: 'error',
  fix: 'none',
  summary: 'A second risk of the register has an id that another one has already.',
  docs: {
    why: 'The Statement of Applicability and the policies name risks by their ids. Where two risks share one, nobody can tell which of them a control treats, and clause 6.1.2 asks for results that can be compared.',
    how: 'Give the later risk an id of its own and correct the documents that mean it. If both rows are the same risk, merge them.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.10 | Storage media | Yes | Disks are carried to ports by hand (R-007). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-007 | A disk with chart data is lost on a journey | CTO | Mitigate | A.7.10 |
| ⟪R-007⟫ | A laptop is stolen on a train | CTO | Mitigate | A.8.1 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.10 | Storage media | Yes | Disks are carried to ports by hand (R-007). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-007 | A disk with chart data is lost on a journey | CTO | Mitigate | A.7.10 |
| R-008 | A laptop is stolen on a train | CTO | Mitigate | A.8.1 |
`,
  },
  *check({ isms }) {
    if (isms.config === undefined && isms.soa === undefined) return;
    const seen = new Map<string, RiskEntry[]>();
    for (const entry of isms.risks) {
      const { row, document } = entry;
      if (row.id === '') continue;
      const key = registerKey(row.id);
      const before = seen.get(key) ?? [];
      seen.set(key, [...before, entry]);
      const first = before.find((other) => isRival(other, entry));
      if (first === undefined) continue;
      yield {
        path: document.path,
        span: row.idSpan,
        message: `${row.id} is the id of two risks. Whoever names it in the Statement of Applicability or in a policy can mean either.`,
        hint: 'Give this risk an id of its own, or merge it with the other.',
        related: [
          {
            path: first.document.path,
            span: first.row.idSpan,
            message: `The first risk with the id ${first.row.id}`,
          },
        ],
      };
    }
  },
};

/** Two tables with other columns show one risk from two sides, and a translation shows it in two languages. */
function isRival(first: RiskEntry, second: RiskEntry): boolean {
  if (first.table === second.table) return true;
  if (isTranslation(first.document.path, second.document.path)) return false;
  const oneFileEach = first.table.rows.length === 1 && first.document !== second.document;
  return oneFileEach || columnsOf(first) === columnsOf(second);
}

function columnsOf({ table }: RiskEntry): string {
  return table.columns.map(({ meaning }) => meaning ?? '').join();
}
