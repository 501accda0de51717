import { riskKey, type RiskMention } from '../../ids/riskIds';
import type { Isms, IsmsDocument } from '../../index/model';
import { nearest } from '../../text/nearest';
import type { Rule } from '../rule';

export const unknownReference: Rule = {
  id: 'risk/unknown-reference',
  severity: 'error',
  fix: 'none',
  summary: 'A document, an SoA row or a register names a risk that is not in the risk register.',
  docs: {
    why: 'A control is justified by the risks that it treats. Where the risk cannot be found, the justification falls, and an auditor asks whether the register lost it or whether it never was.',
    how: 'Correct the id, or enter the risk into the register. Only ids that are written as those of your register are looked for, so that names such as "R2" are left alone.',
    bad: `
=== soa.md
| Control | Title | Applicable | Justification | Risks |
| --- | --- | --- | --- | --- |
| A.8.20 | Networks security | Yes | An internal service was reachable from outside. | R-023, ⟪R-032⟫ |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-023 | An internal service is reachable from outside | CTO | Mitigate | A.8.20 |
`,
    good: `
=== soa.md
| Control | Title | Applicable | Justification | Risks |
| --- | --- | --- | --- | --- |
| A.8.20 | Networks security | Yes | An internal service was reachable from outside. | R-023 |

=== risks.md
| ID | Risk | Owner | Treatment | Controls |
| --- | --- | --- | --- | --- |
| R-023 | An internal service is reachable from outside | CTO | Mitigate | A.8.20 |
`,
  },
  *check({ isms }) {
    // Where a part of the register cannot be read, the risk may be there.
    if (isms.risks.length === 0 || isms.incompleteRegisters.has('risk')) return;
    const ids = isms.risks.map(({ row }) => row.id).filter((id) => id !== '');
    const known = knownRisks(isms);
    const shapes = new Set(ids.map(shapeOf));
    for (const document of isms.documents) {
      if (document.kind === 'template' || document.kind === 'readme') continue;
      const unknown = mentionsIn(document).filter(
        ({ id }) => shapes.has(shapeOf(id)) && !known.has(riskKey(id)),
      );
      for (const [first, ...others] of byId(unknown)) {
        if (first === undefined) continue;
        const similar = nearest(first.id, ids);
        yield {
          path: document.path,
          span: first.span,
          message: `${first.id} is not in the risk register. An auditor who follows it finds nothing, and whatever it justifies stands without a reason.`,
          hint: `Enter the risk into the register, or correct the id${similar === undefined ? '' : `: ${similar}?`}`.replace(
            /([^?])$/,
            '$1.',
          ),
          related: others.map(({ span }) => ({
            path: document.path,
            span,
            message: `${first.id} is named here too`,
          })),
        };
      }
    }
  },
};

/**
 * The ids of the rows, of tables of risks in other documents, and whatever the register speaks of in its own text: a
 * risk that was closed, or that has a section of its own.
 */
function knownRisks(isms: Isms): Set<string> {
  const rows = isms.documents.flatMap(({ facts }) =>
    facts.registers.risk.flatMap((table) => table.rows.map(({ id }) => id)),
  );
  const registers = new Set(isms.risks.map(({ document }) => document));
  const told = [...registers].flatMap((document) =>
    mentionsIn(document).filter(({ span }) => !isInPlan(document, span)),
  );
  return new Set([...rows, ...told.map(({ id }) => id)].map(riskKey));
}

function isInPlan({ facts }: IsmsDocument, { start }: RiskMention['span']): boolean {
  return facts.registers.plan.some(({ span }) => span.start <= start && start < span.end);
}

/** `R-999` for `R-012`: a reference is told from other names by being written as the register writes its ids. */
function shapeOf(id: string): string {
  return id.replace(/\d/g, '9').replace(/[A-Z]{2,}-/g, 'XX-');
}

/** A document's own id may look like that of a risk. */
function mentionsIn(document: IsmsDocument): readonly RiskMention[] {
  const own = riskKey(document.field('id')?.value ?? '');
  return document.facts.riskMentions.filter(({ id }) => riskKey(id) !== own);
}

function byId(mentions: readonly RiskMention[]): readonly (readonly RiskMention[])[] {
  const groups = new Map<string, RiskMention[]>();
  for (const mention of mentions) groups.set(mention.id, [...(groups.get(mention.id) ?? []), mention]);
  return [...groups.values()];
}
