import { normalise } from '../../catalog/lookup';
import type { SoaCell } from '../../facts/soaFacts';
import type { Isms, SoaEntry } from '../../index/model';
import type { Rule, RuleContext } from '../rule';
import { risksOf } from './reasons';
import type { RowReading } from './rowReading';
import { nameOf, soaRows } from './soaRows';

export const repeatedJustification: Rule = {
  id: 'soa/repeated-justification',
  severity: 'information',
  fix: 'none',
  summary: 'The same sentence justifies five or more controls.',
  docs: {
    why: 'A reason that fits five controls seldom says why any one of them is needed. An auditor who meets the same sentence down the column takes it for copied text, and asks about each of these controls in turn. A sentence with the id of a risk may be repeated where the risk names each of the controls.',
    how: 'Say for each control what it is needed for: which part of the contract, which risk, which system. For exclusions one reason can be right for many controls; then check that it really covers each of them.',
    goodPractice: true,
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.20 | Networks security | Yes | ⟪Attacks from the internet on the port systems.⟫ | Implemented |
| A.8.21 | Security of network services | Yes | Attacks from the internet on the port systems. | Implemented |
| A.8.22 | Segregation of networks | Yes | Attacks from the internet on the port systems. | Implemented |
| A.8.23 | Web filtering | Yes | Attacks from the internet on the port systems. | Partial |
| A.8.26 | Application security requirements | Yes | Attacks from the internet on the port systems. | Partial |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.20 | Networks security | Yes | The pen test of 2026 reached a staging page from the internet. | Implemented |
| A.8.21 | Security of network services | Yes | DNS and Wi-Fi are run by suppliers under contract. | Implemented |
| A.8.22 | Segregation of networks | Yes | A VPN to one port must never become a way to another port. | Implemented |
| A.8.23 | Web filtering | Yes | Most malware of the last two years came from new domains. | Partial |
| A.8.26 | Application security requirements | Yes | A report showed totals of two ports in 2023, by mistake. | Partial |
`,
  },
  *check(context) {
    for (const group of groupsOf(context)) {
      const [first, ...others] = group;
      if (first === undefined || group.length < LEAST_ROWS) continue;
      const excluded = first.entry.row.applicability === 'not-applicable';
      yield {
        path: first.entry.document.path,
        span: first.cell.span,
        message: excluded
          ? `The same sentence excludes ${group.length} controls. An auditor will ask of each of them whether it really holds.`
          : `The same sentence justifies ${group.length} controls. An auditor will take it for copied text, and ask what each of them is needed for.`,
        hint: excluded
          ? 'Check that the reason covers each of the controls, and say so where that is not obvious.'
          : 'Say for each control what it is needed for here.',
        related: others.map(({ entry, cell }) => ({
          path: entry.document.path,
          span: cell.span,
          message: `The same sentence for ${nameOf(entry.row)}.`,
        })),
      };
    }
  },
};

const LEAST_ROWS = 5;

interface Justified {
  readonly entry: SoaEntry;
  readonly cell: SoaCell;
}

/** The rows by their sentence; inclusions and exclusions apart. Weak sentences are findings of their own. */
function groupsOf({ isms, readSoaRow }: RuleContext): Iterable<readonly Justified[]> {
  const groups = new Map<string, Justified[]>();
  for (const entry of soaRows(isms)) {
    const reading = readSoaRow(entry);
    const { justifying: cell } = reading;
    if (cell === undefined || reading.weakness() !== undefined || isProven(isms, entry, reading)) continue;
    const key = `${entry.row.applicability} ${normalise(cell.text)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ entry, cell }]);
    else group.push({ entry, cell });
  }
  return groups.values();
}

/** One risk may need many controls: where it names the control in turn, its id is reason enough. */
function isProven(isms: Isms, entry: SoaEntry, reading: RowReading): boolean {
  const naming = entry.row.mention.ids.flatMap((id) => isms.risksByControl.get(id) ?? []);
  return risksOf(isms, reading).some((risk) => naming.includes(risk));
}
