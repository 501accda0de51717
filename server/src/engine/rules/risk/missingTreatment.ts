import type { RawFinding, Rule } from '../rule';
import { cellOf, isOpen, openRisks, registersOf, risksOfRegister, type Risk } from './risks';

export const missingTreatment: Rule = {
  id: 'risk/missing-treatment',
  severity: 'warning',
  fix: 'none',
  summary: 'The register does not say how a risk is treated.',
  docs: {
    why: 'Clause 6.1.3 a) asks for treatment options that follow from the assessment of the risks: usually to mitigate, avoid, transfer or accept each of them. A risk that was found and not decided on is among the first things that an auditor follows up.',
    how: 'Decide, and write the decision into the column: mitigate, accept, avoid or transfer, or your own words for these.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.6 | Capacity management | Yes | The service slows down in the cruise season (R-016). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-016 | Capacity runs out in the cruise season | CTO | Mitigate | A.8.6 |
| R-021 | Two engineers are away at the same time | CTO | ⟪⟫ | |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.6 | Capacity management | Yes | The service slows down in the cruise season (R-016). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-016 | Capacity runs out in the cruise season | CTO | Mitigate | A.8.6 |
| R-021 | Two engineers are away at the same time | CTO | Accept | |
`,
  },
  *check({ isms }) {
    const risks = openRisks(isms).filter(({ entries }) => entries.every(({ plan }) => plan.length === 0));
    yield* withoutColumn(risks.filter((risk) => cellOf(risk, 'treatment', isms) === undefined));
    for (const risk of risks) {
      const treatment = cellOf(risk, 'treatment', isms);
      if (treatment === undefined || !isOpen(treatment.cell, isms)) continue;
      yield {
        path: treatment.entry.document.path,
        span: treatment.cell.span,
        message: `${risk.name} has no treatment. An auditor asks what was decided about every risk that was found.`,
        hint: 'Write mitigate, accept, avoid or transfer.',
      };
    }
  },
};

/** A table with likelihood and impact assesses risks; where it says nothing of treatment and no other table does, one finding. */
function* withoutColumn(risks: readonly Risk[]): Iterable<RawFinding> {
  const assessed = risks.filter(({ entries }) =>
    entries.some(({ row: { cells } }) => cells.likelihood !== undefined && cells.impact !== undefined),
  );
  for (const { document, table, count, others } of registersOf(assessed)) {
    yield {
      path: document.path,
      span: table.header,
      message: `${risksOfRegister(count)} ${count === 1 ? 'is' : 'are'} assessed, and nothing says how ${count === 1 ? 'it is' : 'they are'} treated. An auditor asks what was decided about every risk.`,
      hint: 'Add a column "Treatment", or a treatment plan that names the risks by their ids.',
      related: others,
    };
  }
}
