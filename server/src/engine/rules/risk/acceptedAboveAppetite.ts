import type { Cell } from '../../facts/cell';
import type { RawFinding, Rule } from '../rule';
import { cellOf, isOpen, openRisks, type Risk } from './risks';
import { remainingScore } from './scores';

export const acceptedAboveAppetite: Rule = {
  id: 'risk/accepted-above-appetite',
  severity: 'warning',
  fix: 'none',
  summary: 'A risk above the appetite is accepted, and nobody is named who did so.',
  docs: {
    why: "Clause 6.1.2 a) asks for risk acceptance criteria, and clause 6.1.3 f) for the risk owner's acceptance of what remains. Above the appetite that is a decision for management, and an auditor asks who took it and when.",
    how: 'Let somebody with the authority accept the risk, and name that person in a column "Accepted by". Or treat the risk until it lies within the appetite. `riskAppetite` in isms.yaml is the highest score that may be accepted without this.',
    bad: `
=== isms.yaml
riskAppetite: 6
=== risks.md
| ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Controls | Accepted by |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| R-024 | No power in the office for a day | CEO | 3 | 1 | 3 | Accept | | |
| R-027 | A long outage costs more than our reserves | CEO | 2 | 5 | 10 | ⟪Accept⟫ | | |
`,
    good: `
=== isms.yaml
riskAppetite: 6
=== risks.md
| ID | Risk | Owner | Likelihood | Impact | Score | Treatment | Controls | Accepted by |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| R-024 | No power in the office for a day | CEO | 3 | 1 | 3 | Accept | | |
| R-027 | A long outage costs more than our reserves | CEO | 2 | 5 | 10 | Accept | | Marit de Groot, 6 October 2026 |
`,
  },
  *check({ isms }) {
    const appetite = isms.config?.config.riskAppetite;
    if (appetite === undefined) return;
    for (const risk of openRisks(isms)) {
      const accepted = risk.entries.find(({ row }) => row.treatment === 'accept');
      const approver = cellOf(risk, 'approver', isms)?.cell;
      if (accepted === undefined || (!isOpen(approver, isms) && !isMark(approver))) continue;
      const score = highest(risk, isms);
      if (score === undefined || score <= appetite) continue;
      yield findingOf(risk, accepted, { score, appetite });
    }
  },
};

function highest(risk: Risk, isms: Parameters<typeof remainingScore>[1]): number | undefined {
  const scores = risk.entries.flatMap((entry) => remainingScore(entry, isms)?.score ?? []);
  return scores.length === 0 ? undefined : Math.max(...scores);
}

/** "Yes" or a tick says that somebody accepted, and not who. */
function isMark(cell: Cell | undefined): boolean {
  return /^(?:yes|no|y|n|ja|nein|nee|sim|não|sí|oui|non|true|false|x|accepted|akzeptiert|✅|✔️?|✓|☑)$/iu.test(
    cell?.text ?? '',
  );
}

function findingOf(
  risk: Risk,
  { document, row }: Risk['entry'],
  { score, appetite }: { readonly score: number; readonly appetite: number },
): RawFinding {
  return {
    path: document.path,
    span: row.cells.treatment?.span ?? row.idSpan,
    message: `${risk.name} is accepted with a score of ${score}, above the appetite of ${appetite} in isms.yaml, and nobody is named who accepted it. An auditor asks for that decision.`,
    hint: 'Name in "Accepted by" who accepted it and when, or treat the risk.',
  };
}
