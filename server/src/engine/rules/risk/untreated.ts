import type { RiskEntry } from '../../index/model';
import type { RawFinding, Rule } from '../rule';
import { cellOf, isOpen, openRisks, registersOf, type Risk } from './risks';

export const untreated: Rule = {
  id: 'risk/untreated',
  severity: 'warning',
  fix: 'none',
  summary: 'A risk is to be mitigated, and no control is named.',
  docs: {
    why: 'Clause 6.1.3 b) asks for the controls that carry out the chosen treatment, and c) compares them with Annex A. "Mitigate" without a control is only an intention, and nothing ties the risk to the Statement of Applicability.',
    how: 'Name the controls in the register or in the treatment plan: ids of Annex A, or your own measures in words. If nothing is to be done, the treatment is "accept".',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.7 | Protection against malware | Yes | Ransomware stopped a port in our neighbourhood (R-006). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-006 | Ransomware spreads to shared drives | CTO | Mitigate | A.8.7, A.8.13 |
| ⟪R-012⟫ | A faulty release takes ports offline | CTO | Mitigate | |
| R-024 | The office has no power for a day | CEO | Accept | |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification |
| --- | --- | --- | --- |
| A.8.7 | Protection against malware | Yes | Ransomware stopped a port in our neighbourhood (R-006). |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-006 | Ransomware spreads to shared drives | CTO | Mitigate | A.8.7, A.8.13 |
| R-012 | A faulty release takes ports offline | CTO | Mitigate | A.8.29, A.8.32 |
| R-024 | The office has no power for a day | CEO | Accept | |
`,
  },
  *check({ isms }) {
    const risks = openRisks(isms).filter(
      ({ entries }) => entries.some(isMitigated) && !entries.some(namesControl),
    );
    yield* withoutColumn(risks.filter((risk) => cellOf(risk, 'controls', isms) === undefined));
    for (const risk of risks) {
      const controls = cellOf(risk, 'controls', isms);
      if (controls === undefined || !isOpen(controls.cell, isms)) continue;
      yield {
        path: risk.entry.document.path,
        span: risk.entry.row.idSpan,
        message: `${risk.name} is to be mitigated, and no control is named for it. An auditor asks what carries the treatment out.`,
        hint: 'Name the controls, or accept the risk.',
      };
    }
  },
};

function isMitigated({ row }: RiskEntry): boolean {
  return row.treatment === 'mitigate';
}

const MOST_WORDS_OF_A_DECISION = 3;

/** By an id anywhere in its rows or in the plan, or by words behind the decision: `Mitigate by keys for all administrators`. */
function namesControl({ row, plan }: RiskEntry): boolean {
  const words = (row.cells.treatment?.text ?? '').split(/\s+/).length;
  return row.controls.length > 0 || plan.length > 0 || words > MOST_WORDS_OF_A_DECISION;
}

function* withoutColumn(risks: readonly Risk[]): Iterable<RawFinding> {
  for (const { document, table, count, others } of registersOf(risks)) {
    yield {
      path: document.path,
      span: table.header,
      message: `${count === 1 ? 'One risk' : `${count} risks`} of this register ${count === 1 ? 'is' : 'are'} to be mitigated, and nothing names a control: the table has no column for it. So nothing ties the register to the Statement of Applicability.`,
      hint: 'Add a column "Controls", or a treatment plan that names risks and controls.',
      related: others,
    };
  }
}
