import { insertSoaRow, type RowPlace } from '../../edits/soaEdits';
import type { Control } from '../../catalog/catalog';
import type { Fix } from '../../check/finding';
import type { SoaRow, SoaTable } from '../../facts/soaFacts';
import { compareIds } from '../../ids/numbering';
import type { Isms, IsmsDocument } from '../../index/model';
import { choiceFix, safeFix, type Rule } from '../rule';
import { fittingTable } from './fittingTable';
import { idCell } from './idStyle';
import { hasColumn } from './soaRows';

export const missingControl: Rule = {
  id: 'soa/missing-control',
  severity: 'error',
  fix: 'safe',
  summary: 'One of the 93 controls of Annex A has no row in the SoA.',
  docs: {
    why: 'The SoA shows that no control of Annex A was overlooked, so each of the 93 needs an answer, the excluded ones included. An auditor counts the rows.',
    how: 'Add the row and decide. The fix inserts it at its place with TBC, "not assessed": it never decides for you. (In the examples one row stands for several controls, to keep them short.)',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

⟪| Control | Title | Applicable | Justification | Status |⟫
| --- | --- | --- | --- | --- |
| A.5.1–A.5.36 | Organizational controls | Yes | Contract of the port authority, annex 2, names all of them. | Implemented |
| A.6.1–A.6.8 | People controls | Yes | Contract of the port authority, annex 2, names all of them. | Implemented |
| A.7.1–A.7.14 | Physical controls | No | Everybody works from home, and the data centre belongs to AWS. | |
| A.8.1–A.8.34 | Technological controls | Yes | Contract of the port authority, annex 2, names all of them. | Partial |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.1–A.5.36 | Organizational controls | Yes | Contract of the port authority, annex 2, names all of them. | Implemented |
| A.5.37 | Documented operating procedures | TBC | | |
| A.6.1–A.6.8 | People controls | Yes | Contract of the port authority, annex 2, names all of them. | Implemented |
| A.7.1–A.7.14 | Physical controls | No | Everybody works from home, and the data centre belongs to AWS. | |
| A.8.1–A.8.34 | Technological controls | Yes | Contract of the port authority, annex 2, names all of them. | Partial |
`,
  },
  *check({ isms }) {
    // Where no row at all was understood the SoA itself is missing: one finding of `soa/missing`, not 93 of these.
    if (isms.soa === undefined || !isms.soa.complete || isms.soa.rows.size === 0) return;
    for (const control of isms.catalog.controls) {
      if (isms.soa.rows.has(control.id)) continue;
      const place = fittingTable(isms.soa, control, isms);
      if (place === undefined) return;
      yield {
        path: place.document.path,
        span: place.table.header,
        control: control.id,
        message: `${control.id} ${control.title} has no row. The SoA answers for each of the 93 controls of Annex A, the excluded ones included, and an auditor counts them.`,
        hint: `Add a row for ${control.id} and decide whether it applies.`,
        fixes: rowFix(isms, control, place.document, place.table),
      };
    }
  },
};

/** Safe where the row can say "not assessed"; without a column for that it would only open further gaps. */
function rowFix(isms: Isms, control: Control, document: IsmsDocument, table: SoaTable): Fix[] {
  const place = placeOf(control, table);
  const neighbour = place.above ?? place.below;
  const values = Array.from({ length: table.width }, (_, index) =>
    valueOf(isms, control, document, table, index, neighbour),
  );
  const edit = insertSoaRow(document.source.text, table, { ...place, order: orderOf(control.id) }, values);
  if (edit === undefined) return [];
  const make = hasColumn(table, 'applicable') ? safeFix : choiceFix;
  return [make(`Insert a row for ${control.id} (not assessed)`, [{ path: document.path, ...edit }])];
}

function valueOf(
  isms: Isms,
  control: Control,
  document: IsmsDocument,
  table: SoaTable,
  index: number,
  neighbour: SoaRow | undefined,
): string {
  const meaning = table.columns[index]?.meaning;
  const isFirst = table.columns.find((column) => column.meaning === meaning)?.index === index;
  if (meaning === 'id') return idCell(isms, control, document, table, neighbour);
  if (!isFirst) return '';
  if (meaning === 'title') return control.title;
  return meaning === 'applicable' ? 'TBC' : '';
}

/**
 * By id: below the nearest smaller one. Where that one belongs to the theme before and a greater one of the control's own
 * theme is there, above this: a heading row may stand between two themes.
 */
function placeOf(control: Control, table: SoaTable): Pick<RowPlace, 'above' | 'below'> {
  const rows = table.rows.filter((row) => row.mention.namespace === 'iso27001:2022');
  const smaller = rows
    .filter((row) => compareIds(lastId(row), control.id) < 0)
    .reduce<SoaRow | undefined>(
      (a, b) => (a !== undefined && compareIds(lastId(a), lastId(b)) > 0 ? a : b),
      undefined,
    );
  const greater = rows
    .filter((row) => compareIds(firstId(row), control.id) > 0)
    .reduce<SoaRow | undefined>(
      (a, b) => (a !== undefined && compareIds(firstId(a), firstId(b)) <= 0 ? a : b),
      undefined,
    );
  const opensTheme = smaller !== undefined && !sameTheme(lastId(smaller), control.id);
  if (
    greater !== undefined &&
    (smaller === undefined || (opensTheme && sameTheme(firstId(greater), control.id)))
  ) {
    return { above: undefined, below: greater };
  }
  return { above: smaller, below: undefined };
}

function firstId(row: SoaRow): string {
  return [...row.mention.ids].sort(compareIds)[0] ?? '';
}

function lastId(row: SoaRow): string {
  return [...row.mention.ids].sort(compareIds).at(-1) ?? '';
}

function sameTheme(a: string, b: string): boolean {
  return a.split('.')[1] === b.split('.')[1];
}

/** Rows inserted at one place stand in the order of their numbers. */
function orderOf(id: string): number {
  const [, theme = '0', number = '0'] = id.split('.');
  return Number(theme) * 1000 + Number(number);
}
