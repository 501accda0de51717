import type { RelatedLocation } from '../../check/finding';
import type { Isms, RiskEntry, SoaEntry } from '../../index/model';
import { listed } from '../mapping/controlNames';
import type { Rule } from '../rule';
import { risksOf } from './reasons';
import { controlOf, nameOf, soaRows } from './soaRows';

export const unsupportedRiskBasis: Rule = {
  id: 'soa/unsupported-risk-basis',
  severity: 'warning',
  fix: 'none',
  summary: 'A control is justified by risk, and no risk of the register names it.',
  docs: {
    why: 'An auditor takes the justification at its word, opens the risk register and looks for the control. Where no risk names it, either the risk was never assessed or its treatment was changed and the Statement of Applicability was not.',
    how: 'Name the control in the treatment of the risk that it is for. If no risk needs it, give the reason that holds: a law, a contract, a decision of the business.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.1 | User end point devices | Yes | Lost laptops (R-002). | Implemented |
| A.8.24 | Use of cryptography | Yes | ⟪Lost laptops (R-002).⟫ | Implemented |
=== risks.md
| Risk ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-002 | A laptop is lost on a journey | Mitigate | A.8.1 |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.1 | User end point devices | Yes | Lost laptops (R-002). | Implemented |
| A.8.24 | Use of cryptography | Yes | Lost laptops (R-002). | Implemented |
=== risks.md
| Risk ID | Risk | Treatment | Controls |
| --- | --- | --- | --- |
| R-002 | A laptop is lost on a journey | Mitigate | A.8.1, A.8.24 |
`,
  },
  *check({ isms, readSoaRow }) {
    if (!registerNamesControls(isms)) return;
    for (const entry of soaRows(isms)) {
      const { row, document } = entry;
      if (row.applicability !== 'applicable' && row.applicability !== 'no-column') continue;
      if (row.mention.ids.some((id) => isms.risksByControl.has(id))) continue;
      const reading = readSoaRow(entry);
      const riskCell = reading.riskCell();
      const risks = riskCell === undefined ? [] : risksOf(isms, reading);
      // Ids that no register has are a finding of `risk/unknown-reference`.
      if (riskCell === undefined || (risks.length === 0 && /\p{L}-?\d/u.test(riskCell.text))) continue;
      yield {
        path: document.path,
        span: riskCell.span,
        control: controlOf(row),
        message: messageFor(entry, risks),
        hint: `Name ${nameOf(row)} in the treatment of the risk that it is for, or give the reason that holds.`,
        related: risks.map(relatedRisk),
      };
    }
  },
};

/** Where risks name no controls at all, or whole themes, or part of the register could not be read, nothing is concluded. */
function registerNamesControls(isms: Isms): boolean {
  const rows = isms.risks.flatMap(({ row, plan }) => [row, ...plan.map((measure) => measure.row)]);
  const isCoarse = rows.some(({ controls }) => controls.some(({ form }) => form === 'coarse'));
  const isWhole = !isms.incompleteRegisters.has('risk') && !isms.incompleteRegisters.has('plan');
  return isWhole && isms.risksByControl.size > 0 && !isCoarse;
}

function messageFor({ row }: SoaEntry, risks: readonly RiskEntry[]): string {
  const name = nameOf(row);
  const ids = [...new Set(risks.map((risk) => risk.row.id))];
  if (ids.length === 0)
    return `${name} is justified by risk, but no risk in the register names it. An auditor will look for it there.`;
  const these = ids.length === 1 ? 'that risk' : 'these risks';
  return `${name} is justified by ${listed(ids)}, but in the register neither ${these} nor any other names it. An auditor will look for it there.`;
}

function relatedRisk({ document, row }: RiskEntry): RelatedLocation {
  return { path: document.path, span: row.idSpan, message: `${row.id} does not name the control.` };
}
