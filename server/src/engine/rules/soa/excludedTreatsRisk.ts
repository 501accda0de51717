import type { RelatedLocation } from '../../check/finding';
import type { Isms, RiskEntry, SoaEntry } from '../../index/model';
import { listed } from '../mapping/controlNames';
import type { Rule } from '../rule';
import { nameOf, soaRows } from './soaRows';

export const excludedTreatsRisk: Rule = {
  id: 'soa/excluded-treats-risk',
  severity: 'error',
  fix: 'none',
  summary: 'A control is excluded, and the treatment of a risk relies on it.',
  docs: {
    why: 'The Statement of Applicability says that nothing in scope needs the control, and the risk register counts on it to make a risk smaller. One of the two is wrong, and if it is the register, a risk is left untreated that everybody believes to be treated.',
    how: 'If the risk needs the control, include it and name the risk as the reason. If not, take the control out of the treatment and assess the risk anew without it.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | ⟪No⟫ | The landlord watches the house. | |
=== risks.md
| Risk ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-017 | A stranger takes a device from the office | Mitigate | A.7.2, A.7.4 |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.7.4 | Physical security monitoring | Yes | The house is empty at night (R-017). | Implemented |
| A.7.6 | Working in secure areas | No | There are no secure areas in scope. | |
=== risks.md
| Risk ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-017 | A stranger takes a device from the office | Mitigate | A.7.2, A.7.4 |
| R-018 | Somebody works in the vault unseen | Avoid | A.7.6 |
`,
  },
  *check({ isms }) {
    for (const entry of soaRows(isms)) {
      const { row, document } = entry;
      if (row.applicability !== 'not-applicable' || row.applicable === undefined) continue;
      const relying = row.mention.ids.filter((id) => risksThatRelyOn(isms, id).length > 0);
      const risks = [...new Set(relying.flatMap((id) => risksThatRelyOn(isms, id)))];
      const [control] = relying;
      if (control === undefined) continue;
      yield {
        path: document.path,
        span: row.applicable.span,
        control,
        message: messageFor(entry, relying, risks),
        hint: `Include ${listed(relying)}, or take ${relying.length === 1 ? 'it' : 'them'} out of the treatment and assess the risk anew.`,
        related: risks.map((risk) => placeOf(risk, relying)),
      };
    }
  },
};

/** A risk that is accepted or avoided relies on nothing. One without a treatment that is understood may. */
function risksThatRelyOn(isms: Isms, id: string): RiskEntry[] {
  const risks = isms.risksByControl.get(id) ?? [];
  return risks.filter(({ row }) => row.treatment !== 'accept' && row.treatment !== 'avoid');
}

/** Where the risk, or a measure of its treatment plan, names one of the controls. */
function placeOf(risk: RiskEntry, ids: readonly string[]): RelatedLocation {
  for (const { document, row } of [risk, ...risk.plan]) {
    const mention = row.controls.find((each) => each.ids.some((id) => ids.includes(id)));
    if (mention !== undefined)
      return { path: document.path, span: mention.span, message: `${risk.row.id} relies on it here.` };
  }
  return { path: risk.document.path, span: risk.row.idSpan, message: `${risk.row.id} relies on it.` };
}

function messageFor({ row }: SoaEntry, relying: readonly string[], risks: readonly RiskEntry[]): string {
  const ids = [...new Set(risks.map((risk) => risk.row.id))];
  const name = row.mention.form === 'single' ? nameOf(row) : listed(relying);
  return `${name} ${relying.length === 1 ? 'is' : 'are'} excluded, and the treatment of ${listed(ids)} relies on ${relying.length === 1 ? 'it' : 'them'}. Either the exclusion is wrong, or a risk is left untreated.`;
}
