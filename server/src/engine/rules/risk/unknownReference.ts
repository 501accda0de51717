import { riskKey, type RiskMention } from '../../ids/riskIds';
import { riskMentionsOf, type KnownRisks } from '../../index/knownRisks';
import type { IsmsDocument } from '../../index/model';
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
  *checkDocument(document, { isms }) {
    // Where a part of the register cannot be read, the risk may be there.
    if (document.facts.riskMentions.length === 0 || isms.incompleteRegisters.has('risk')) return;
    if (document.kind === 'template' || document.kind === 'readme') return;
    const { ids } = isms.knownRisks;
    const unknown = unknownIn(document, isms.knownRisks);
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
  },
};

function unknownIn(document: IsmsDocument, { ids, keys }: KnownRisks): readonly RiskMention[] {
  const unknown = riskMentionsOf(document).filter(({ id }) => !keys.has(riskKey(id)));
  if (unknown.length === 0) return unknown;
  const shapes = new Set(ids.map(shapeOf));
  return unknown.filter(({ id }) => shapes.has(shapeOf(id)));
}

/** `R-999` for `R-012`: a reference is told from other names by being written as the register writes its ids. */
function shapeOf(id: string): string {
  return id.replace(/\d/g, '9').replace(/[A-Z]{2,}-/g, 'XX-');
}

function byId(mentions: readonly RiskMention[]): readonly (readonly RiskMention[])[] {
  const groups = new Map<string, RiskMention[]>();
  for (const mention of mentions) groups.set(mention.id, [...(groups.get(mention.id) ?? []), mention]);
  return [...groups.values()];
}
