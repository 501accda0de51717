import type { Counted, SoaRow, SoaTotal } from '../../facts/soaFacts';
import type { Isms, IsmsDocument } from '../../index/model';
import { choiceFix, safeFix, type RawFinding, type Rule } from '../rule';

export const summaryMismatch: Rule = {
  id: 'soa/summary-mismatch',
  severity: 'warning',
  fix: 'safe',
  summary: 'A total that the SoA states disagrees with its rows.',
  docs: {
    why: 'Totals are what management and auditors read first and quote. Where they disagree with the rows, one of them is out of date, and nobody knows which: it is a simple finding for an auditor, and it puts every other figure in doubt.',
    how: 'The fix writes the number that the rows give. Where a share in per cent stands beside it, correct that too. If the rows are wrong, correct them first.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

Applicable controls: ⟪3⟫

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | Implemented |
| A.8.15 | Logging | Yes | Break-ins must be traceable (R-014). | Partial |
| A.8.30 | Outsourced development | No | All code is written by our own engineers. | |

| Status | Controls |
| --- | --- |
| Implemented | ⟪2⟫ |
| Partial | 1 |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

Applicable controls: 2

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | The voyage data exist nowhere else (R-011). | Implemented |
| A.8.15 | Logging | Yes | Break-ins must be traceable (R-014). | Partial |
| A.8.30 | Outsourced development | No | All code is written by our own engineers. | |

| Status | Controls |
| --- | --- |
| Implemented | 1 |
| Partial | 1 |
`,
  },
  *check({ isms }) {
    for (const document of isms.soa?.documents ?? []) {
      const rows = rowsOf(isms, document);
      for (const total of document.facts.soaTotals) {
        const counts = countsOf(isms, rows, total);
        const [count] = counts;
        if (count === undefined || counts.includes(total.value)) continue;
        yield findingOf(document, total, count);
      }
    }
  },
};

function findingOf(document: IsmsDocument, total: SoaTotal, count: number): RawFinding {
  const edit = { path: document.path, span: total.span, newText: String(count) };
  const theme = total.theme === undefined ? '' : ` of the ${total.theme} controls`;
  return {
    path: document.path,
    span: total.span,
    message: `This total says ${total.value}, but the rows${theme} give ${count} ${WORDS[total.counted]}. An auditor who counts will doubt the other figures too.`,
    hint: total.hasShare
      ? `Write ${count} and correct the share beside it, or correct the rows.`
      : `Write ${count}, or correct the rows.`,
    fixes: [(total.hasShare ? choiceFix : safeFix)(`Change to ${count}`, [edit])],
  };
}

const WORDS: Readonly<Record<Counted, string>> = {
  total: 'in all',
  applicable: 'applicable',
  'not-applicable': 'not applicable',
  implemented: 'implemented',
  partial: 'partly implemented',
  planned: 'planned',
  'not-started': 'not started',
};

interface CountedRow {
  readonly id: string;
  readonly row: SoaRow;
}

/** One for each control, the organisation's own included; of two rows for one control the first. */
function rowsOf(isms: Isms, document: IsmsDocument): CountedRow[] {
  const rows = new Map<string, SoaRow>();
  for (const place of isms.soa?.tables ?? []) {
    if (place.document !== document) continue;
    for (const row of place.table.rows)
      for (const id of row.mention.ids) if (!rows.has(id)) rows.set(id, row);
  }
  return [...rows].map(([id, row]) => ({ id, row }));
}

/**
 * The numbers that are right for a total: the first is that of Annex A; the organisation's own controls, and rows that do
 * not apply, may be counted in or left out. None where a row that would have to be counted says nothing that is understood.
 */
function countsOf(isms: Isms, rows: readonly CountedRow[], total: SoaTotal): number[] {
  const inTheme = rows.filter(
    ({ id }) => total.theme === undefined || isms.catalog.control(id)?.theme === total.theme,
  );
  if (inTheme.length === 0 || !isDecided(inTheme, total.counted)) return [];
  const annex = inTheme.filter(({ id }) => isms.catalog.control(id) !== undefined);
  const applying = annex.filter(({ row }) => row.applicability === 'applicable');
  const counts = [annex, applying, inTheme].map(
    (each) => each.filter(({ row }) => isCounted(row, total.counted)).length,
  );
  // A row that is missing is a finding of its own, and the total will be right once it is there.
  const complete = isms.catalog.controls.filter(
    ({ theme }) => total.theme === undefined || theme === total.theme,
  ).length;
  if (total.counted !== 'total') return counts;
  return [...counts.filter((_, index) => index !== 1), complete];
}

function isDecided(rows: readonly CountedRow[], counted: Counted): boolean {
  if (counted === 'total') return true;
  if (counted === 'applicable' || counted === 'not-applicable')
    return rows.every(({ row }) => !['invalid', 'missing', 'no-column'].includes(row.applicability));
  const applying = rows.filter(({ row }) => row.applicability === 'applicable');
  return (
    applying.length > 0 &&
    applying.every(({ row }) => !['invalid', 'missing', 'no-column'].includes(row.status))
  );
}

function isCounted(row: SoaRow, counted: Counted): boolean {
  if (counted === 'total') return true;
  if (counted === 'applicable' || counted === 'not-applicable') return row.applicability === counted;
  return row.status === counted;
}
