import type { SoaCell } from '../../facts/soaFacts';
import type { IsmsDocument, SoaEntry } from '../../index/model';
import type { RawFinding, Rule, RuleContext } from '../rule';
import { namesReason } from './reasons';
import type { RowReading } from './rowReading';
import { controlOf, isMark, nameOf, soaRows } from './soaRows';

export const untracedInclusion: Rule = {
  id: 'soa/untraced-inclusion',
  severity: 'information',
  fix: 'none',
  summary:
    'A control is included for a reason that names no risk, law, contract or requirement of the business.',
  docs: {
    why: 'Controls follow from risks and obligations, and the Statement of Applicability is where an auditor traces them back. A reason that names neither can be true and still leads nowhere: nobody can tell what would have to change for the control to become unnecessary.',
    how: 'Add the id of the risk, the law and its article, the contract and its section, or the decision. A column for risks, or one for the kind of reason, does as well.',
    goodPractice: true,
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.6.7 | Remote working | Yes | ⟪Most people work at home for three days of the week.⟫ | Implemented |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status | Risks |
| --- | --- | --- | --- | --- | --- |
| A.6.7 | Remote working | Yes | Most people work at home for three days of the week. | Implemented | R-007 |
| A.7.9 | Security of assets off-premises | Yes | Four laptops were lost on journeys since 2022. | Implemented | |
| A.8.13 | Information backup | Yes | Port contract, section 6: back within four hours. | Implemented | |
`,
  },
  *check(context) {
    for (const [document, inclusions] of inclusionsByDocument(context)) {
      const untraced = inclusions.filter((each) => each.untraced);
      if (untraced.length === inclusions.length && untraced.length >= MANY)
        yield wholeColumn(document, untraced);
      else yield* untraced.map(singleRow);
    }
  },
};

/** From here on a document in which no inclusion at all is traced has one cause, and so one finding. */
const MANY = 10;

interface Inclusion {
  readonly entry: SoaEntry;
  readonly cell: SoaCell;
  readonly untraced: boolean;
}

function inclusionsByDocument({ isms, readSoaRow }: RuleContext): Map<IsmsDocument, Inclusion[]> {
  const documents = new Map<IsmsDocument, Inclusion[]>();
  for (const entry of soaRows(isms)) {
    const reading = readSoaRow(entry);
    const cell = reasonCell(entry, reading);
    if (cell === undefined) continue;
    const untraced = !namesReason(isms, reading, entry.row.justification?.text ?? '');
    const inclusion = { entry, cell, untraced };
    documents.set(entry.document, [...(documents.get(entry.document) ?? []), inclusion]);
  }
  return documents;
}

/** The cell with the reason of an inclusion: a sentence that is not weak, else a mark under "Best practice" or the like. */
function reasonCell(entry: SoaEntry, { justifying: cell, weakness }: RowReading): SoaCell | undefined {
  if (entry.row.applicability === 'not-applicable') return undefined;
  if (cell !== undefined) return weakness() === undefined ? cell : undefined;
  return entry.row.applicability === 'applicable' ? entry.row.basis.find(isMark) : undefined;
}

function singleRow({ entry, cell }: Inclusion): RawFinding {
  return {
    path: entry.document.path,
    span: cell.span,
    control: controlOf(entry.row),
    message: `${nameOf(entry.row)} is included for a reason that names no risk, law, contract or requirement, so an auditor cannot trace the control back to what makes it necessary.`,
    hint: 'Add the id of the risk, the law, the contract or the decision behind it.',
  };
}

function wholeColumn(document: IsmsDocument, untraced: readonly Inclusion[]): RawFinding {
  const columns = document.facts.soaTables.flatMap((table) => table.columns);
  const header =
    columns.find(({ meaning }) => meaning === 'justification') ??
    columns.find(({ meaning }) => meaning === 'basis');
  return {
    path: document.path,
    span: header?.span ?? untraced[0]?.cell.span ?? { start: 0, end: 0 },
    message: `None of the ${untraced.length} reasons for inclusion here names a risk, a law, a contract or a requirement, so an auditor cannot trace a single control back to what makes it necessary.`,
    hint: 'Add a column with the ids of the risks, or name the obligation in the justification.',
  };
}
