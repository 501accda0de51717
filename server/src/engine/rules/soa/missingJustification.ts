import type { Fix } from '../../check/finding';
import type { SoaCell, SoaColumn, SoaRow, SoaTable } from '../../facts/soaFacts';
import type { Isms, RegisterEntry, SoaEntry } from '../../index/model';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { answersOf } from './answers';
import {
  cellEdit,
  controlOf,
  hasColumn,
  isMark,
  nameOf,
  saysNothing,
  soaRows,
  tablesThatLack,
} from './soaRows';

export const missingJustification: Rule = {
  id: 'soa/missing-justification',
  severity: 'error',
  fix: 'choice',
  summary: 'A control is included or excluded without a justification.',
  docs: {
    why: 'Clause 6.1.3 d) asks for the justification of every inclusion and of every exclusion. An auditor reads this column first: it shows whether the controls were chosen from risks and obligations, or copied from a list.',
    how: 'Name what makes the control necessary: a risk of the register, a law, a contract, a decision of the business. For an exclusion say what makes sure that nothing in scope needs the control. Where a risk or a requirement of a register names the control, the fix writes it into the cell.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | ⟪⟫ | Implemented |
| A.7.12 | Cabling security | No | ⟪—⟫ | |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Treats R-001 (stolen credentials); section 3 of the port contract asks for role-based access. | Implemented |
| A.7.12 | Cabling security | No | We own no cabling: the landlord operates lines and network room under the lease. | |
`,
  },
  *check({ isms }) {
    yield* missingColumns(isms);
    for (const entry of soaRows(isms)) {
      const missing = missingCell(entry);
      if (missing === undefined) continue;
      const { row, document } = entry;
      const excluded = row.applicability === 'not-applicable';
      yield {
        path: document.path,
        span: missing.cell.span,
        control: controlOf(row),
        message: excluded
          ? `${nameOf(row)} is excluded without a justification. An auditor will ask what makes sure that nothing in scope needs it.`
          : `${nameOf(row)} is included without a justification. An auditor will ask which risk, law, contract or decision makes it necessary.`,
        hint: excluded
          ? 'Write why nothing in scope needs the control.'
          : 'Name the risk, the law, the contract or the decision behind it.',
        fixes: excluded ? [] : reasonFixes(isms, entry, missing),
      };
    }
  },
};

function* missingColumns(isms: Isms): Iterable<RawFinding> {
  for (const { document, first, others } of tablesThatLack(isms, lacksColumn)) {
    const onlyExclusions = hasColumn(first, 'justification-exclusion');
    yield {
      path: document.path,
      span: first.header,
      message: onlyExclusions
        ? 'This table justifies exclusions only. Clause 6.1.3 d) asks for the justification of the controls that are included as well.'
        : 'This table has no column for justifications. Clause 6.1.3 d) asks why each control is included or excluded.',
      hint: onlyExclusions ? 'Add a column "Justification for inclusion".' : 'Add a column "Justification".',
      related: others,
    };
  }
}

/** A table that justifies exclusions alone lacks a column only once a control applies. */
function lacksColumn(table: SoaTable): boolean {
  if (table.rows.length === 0 || hasColumn(table, 'justification', 'basis')) return false;
  return (
    !hasColumn(table, 'justification-exclusion') ||
    table.rows.some((row) => row.applicability === 'applicable')
  );
}

interface MissingCell {
  readonly cell: SoaCell;
  readonly meaning: SoaColumn;
}

function missingCell({ row }: SoaEntry): MissingCell | undefined {
  if (row.applicability === 'not-applicable') {
    if (!saysNothing(row.exclusion) || !saysNothing(row.justification) || isMarked(row)) return undefined;
    if (row.exclusion !== undefined) return { cell: row.exclusion, meaning: 'justification-exclusion' };
  } else if (row.applicability !== 'applicable' && row.applicability !== 'no-column') {
    return undefined;
  }
  if (!saysNothing(row.justification) || isMarked(row)) return undefined;
  if (row.justification !== undefined) return { cell: row.justification, meaning: 'justification' };
  const [basis] = row.basis;
  return basis === undefined ? undefined : { cell: basis, meaning: 'basis' };
}

/** Columns such as "Regulatory" or "Contractual" with a mark, or "Source" with a word, are a justification too. */
function isMarked(row: SoaRow): boolean {
  return row.basis.some(isMark);
}

const MOST_OFFERED = 3;

/** Texts from the risks and requirements that name the control: all of them together, and each alone where there are several. */
function reasonFixes(isms: Isms, entry: SoaEntry, { cell, meaning }: MissingCell): Fix[] {
  if (meaning !== 'justification') return [];
  const { ids } = entry.row.mention;
  const answers = answersOf(isms, entry.document);
  const risks = namesOf(ids.flatMap((id) => isms.risksByControl.get(id) ?? []));
  const requirements = namesOf(ids.flatMap((id) => isms.requirementsByControl.get(id) ?? []));
  const single = [
    ...risks.map((risk) => answers.treats([risk])),
    ...requirements.map((requirement) => answers.requiredBy([requirement])),
  ];
  const together = [
    ...(risks.length === 0 ? [] : [answers.treats(risks)]),
    ...(requirements.length === 0 ? [] : [answers.requiredBy(requirements)]),
  ].join('. ');
  if (single.length === 0) return [];
  const offered = single.length === 1 ? single : [together, ...single.slice(0, MOST_OFFERED)];
  return offered.map((text, index) =>
    choiceFix(`Write "${shortened(text)}"`, cellEdit(entry, meaning, cell, text), { preferred: index === 0 }),
  );
}

/** The entries by id and title, each once. */
function namesOf(
  entries: readonly RegisterEntry<{ readonly id: string; readonly title: string }>[],
): string[] {
  const names = entries.map(({ row }) => [row.id, row.title === '' ? '' : `(${row.title})`].join(' ').trim());
  return [...new Set(names)].filter((name) => name !== '');
}

const LONGEST_TITLE = 80;

function shortened(text: string): string {
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
