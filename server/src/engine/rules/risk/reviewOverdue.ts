import type { Isms, RiskEntry } from '../../index/model';
import { readDate } from '../../text/date';
import { addPeriod, readPeriod } from '../../text/period';
import type { RawFinding, Rule } from '../rule';
import { openRisks, type Risk } from './risks';

export const reviewOverdue: Rule = {
  id: 'risk/review-overdue',
  severity: 'warning',
  fix: 'none',
  summary: 'The next review of a risk is past.',
  docs: {
    why: 'Clause 8.2 asks for risk assessments at planned intervals. A date in the register is the plan, and an auditor reads a date that has passed as a review that was missed.',
    how: 'Review the risk and write the next date. If the column holds the dates of the last review, call it "Last review"; with `reviewCycle` in isms.yaml the next one follows from it.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.8 | Management of technical vulnerabilities | Yes | A known weakness was exploited in 2025 (R-004). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls | Next review |
| --- | --- | --- | --- | --- | --- |
| R-004 | A known weakness is exploited | CTO | Mitigate | A.8.8 | ⟪2026-06-30⟫ |
| R-005 | A malicious package enters the build | CTO | Mitigate | A.8.19 | 2027-02-09 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.8 | Management of technical vulnerabilities | Yes | A known weakness was exploited in 2025 (R-004). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls | Next review |
| --- | --- | --- | --- | --- | --- |
| R-004 | A known weakness is exploited | CTO | Mitigate | A.8.8 | 2026-12-31 |
| R-005 | A malicious package enters the build | CTO | Mitigate | A.8.19 | 2027-02-09 |
`,
  },
  *check({ isms, today }) {
    const due = openRisks(isms).flatMap((risk) => dueOf(risk, isms));
    const unclear = new Set<RiskEntry['table']>();
    for (const { entry } of due) if (mayBePast(entry, due, today)) unclear.add(entry.table);
    for (const table of unclear) yield* unclearColumn(due.filter(({ entry }) => entry.table === table));
    for (const each of due) if (each.day < today && !unclear.has(each.entry.table)) yield findingOf(each);
  },
};

interface Due {
  readonly risk: Risk;
  readonly entry: RiskEntry;
  /** The last day on which the review is in time. */
  readonly day: string;
  readonly column: 'review' | 'reviewed';
}

/** The next review as the register says it, else the last one and the cycle of `isms.yaml`. */
function dueOf(risk: Risk, isms: Isms): Due[] {
  for (const entry of risk.entries) {
    const { review, reviewed } = entry.row.cells;
    const next = review === undefined ? undefined : readDate(review.text, isms.vocabulary.dates);
    if (next?.kind === 'date') return [{ risk, entry, day: next.last, column: 'review' }];
    const last = reviewed === undefined ? undefined : readDate(reviewed.text, isms.vocabulary.dates);
    const cycle = readPeriod(isms.config?.config.reviewCycle ?? '', isms.vocabulary.dates);
    if (review === undefined && last?.kind === 'date' && cycle.kind === 'period')
      return [{ risk, entry, day: addPeriod(last.last, cycle.period), column: 'reviewed' }];
  }
  return [];
}

/** "Review" alone may head the last reviews: where each of several dates has passed, that is as likely as that all were left out. */
function mayBePast({ table }: RiskEntry, due: readonly Due[], today: string): boolean {
  const header = table.columns.find(({ meaning }) => meaning === 'review')?.header ?? '';
  if (
    !/^\P{L}*(?:review|review date|revue|überprüfung|prüfdatum|revisão|revisión|beoordeling)\P{L}*$/iu.test(
      header,
    )
  )
    return false;
  const same = due.filter(({ entry, column }) => entry.table === table && column === 'review');
  return same.length >= FEWEST_DATES && same.every(({ day }) => day < today);
}

const FEWEST_DATES = 3;

function* unclearColumn(due: readonly Due[]): Iterable<RawFinding> {
  const [first] = due;
  if (first === undefined) return;
  const { document, table } = first.entry;
  const column = table.columns.find(({ meaning }) => meaning === 'review');
  yield {
    path: document.path,
    span: column?.span ?? table.header,
    message: `All ${due.length} dates under "${column?.header}" have passed. If they are the next reviews, all of them were missed; if they are the last ones, nothing says when the next is due.`,
    hint: 'Review the risks, or call the column "Last review" and add "Next review".',
  };
}

function findingOf({ risk, entry, day, column }: Due): RawFinding {
  const cell = entry.row.cells[column];
  return {
    path: entry.document.path,
    span: cell?.span ?? entry.row.idSpan,
    message: `The review of ${risk.name} was due on ${day}${column === 'reviewed' ? ', by the cycle in isms.yaml' : ''}. An auditor reads a date that has passed as a review that was missed.`,
    hint: 'Review the risk, then write the next date.',
  };
}
