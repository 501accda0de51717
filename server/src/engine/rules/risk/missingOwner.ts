import type { RawFinding, Rule } from '../rule';
import { cellOf, isOpen, openRisks, registersOf, risksOfRegister } from './risks';

export const missingOwner: Rule = {
  id: 'risk/missing-owner',
  severity: 'warning',
  fix: 'none',
  summary: 'A risk of the register has no owner.',
  docs: {
    why: "Clause 6.1.2 c) asks who owns each risk, and clause 6.1.3 f) asks for that owner to approve the treatment and to accept what remains. A risk without an owner is nobody's work.",
    how: 'Name a person or a role with the authority to decide about the risk and the means to treat it. The information security officer seldom is that person.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.5 | Protecting against physical and environmental threats | Yes | The server room lies below the river (R-018). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-017 | A stranger walks into the office | Head of office | Mitigate | A.7.2 |
| R-018 | Flood in the server room | ⟪TBD⟫ | Mitigate | A.7.5 |
| R-019 | A key person leaves | ⟪⟫ | Mitigate | A.6.5 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.7.5 | Protecting against physical and environmental threats | Yes | The server room lies below the river (R-018). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-017 | A stranger walks into the office | Head of office | Mitigate | A.7.2 |
| R-018 | Flood in the server room | Head of operations | Mitigate | A.7.5 |
`,
  },
  *check({ isms }) {
    const risks = openRisks(isms);
    yield* withoutColumn(risks.filter((risk) => cellOf(risk, 'owner', isms) === undefined));
    for (const risk of risks) {
      const owner = cellOf(risk, 'owner', isms);
      if (owner === undefined || !isOpen(owner.cell, isms)) continue;
      yield {
        path: owner.entry.document.path,
        span: owner.cell.span,
        message: `${risk.name} has no owner. An auditor asks who approved its treatment and who accepts what remains of it.`,
        hint: 'Name the person or role that decides about this risk.',
      };
    }
  },
};

/** Only a table that judges or treats risks is the register; a list of the gravest ones is a summary. */
function* withoutColumn(risks: Parameters<typeof registersOf>[0]): Iterable<RawFinding> {
  const kept = risks.filter(({ entries }) =>
    entries.some(
      ({ row: { cells } }) => cells.treatment !== undefined && (cells.impact ?? cells.controls) !== undefined,
    ),
  );
  for (const { document, table, count, others } of registersOf(kept)) {
    yield {
      path: document.path,
      span: table.header,
      message: `${risksOfRegister(count)} ${count === 1 ? 'has' : 'have'} no owner: the table has no column for it. An auditor asks who approved each treatment and who accepts what remains.`,
      hint: 'Add a column "Owner".',
      related: others,
    };
  }
}
