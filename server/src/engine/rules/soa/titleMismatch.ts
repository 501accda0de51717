import type { Control } from '../../catalog/catalog';
import { createTitleJudge, type KnownTitle } from '../../catalog/titles';
import type { Fix } from '../../check/finding';
import type { Isms, SoaEntry } from '../../index/model';
import { choiceFix, safeFix, type RawFinding, type Rule } from '../rule';
import { titleOf, type WrittenTitle } from './rowTitle';
import { soaRows } from './soaRows';

export const titleMismatch: Rule = {
  id: 'soa/title-mismatch',
  severity: 'warning',
  fix: 'safe',
  summary: 'A row of the SoA whose title is that of another control or of the 2013 edition.',
  docs: {
    why: 'The row says one thing by its id and another by its title. Nobody can tell which control was decided on, and an auditor will ask whether the justification and the documents beside it belong to the one or the other. Titles of the 2013 edition suggest that the statement was renumbered and not reviewed.',
    how: 'Compare the id, the title and the rest of the row. If the id is right, take the title of ISO/IEC 27001:2022; the fix does it. If the title is right, correct the id. Shortened titles, titles with words of your own and titles in other languages are not reported.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Treats R-001 (stolen credentials). | Implemented |
| A.5.18 | Access rights | Yes | Treats R-001 (stolen credentials). | Implemented |
| A.6.7 | ⟪Teleworking⟫ | Yes | Treats R-009 (work on the train). | Implemented |
| A.8.24 | ⟪Access rights⟫ | Yes | Treats R-002 (stolen laptop). | Implemented |
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control policy | Yes | Treats R-001 (stolen credentials). | Implemented |
| A.5.18 | Zugangsrechte | Yes | Treats R-001 (stolen credentials). | Implemented |
| A.6.7 | Remote work | Yes | Treats R-009 (work on the train). | Implemented |
| A.8.24 | Cryptography | Yes | Treats R-002 (stolen laptop). | Implemented |
`,
  },
  *check({ isms }) {
    const judge = createTitleJudge(isms.catalog);
    for (const entry of soaRows(isms)) {
      const { ids } = entry.row.mention;
      const control = isms.catalog.control(ids[0] ?? '');
      const written = ids.length === 1 ? titleOf(entry) : undefined;
      if (control === undefined || written === undefined) continue;
      const foreign = judge.foreignTitle(control, written.text);
      if (foreign !== undefined) yield findingOf({ entry, control, written, foreign }, isms);
    }
  },
};

interface Mismatch {
  readonly entry: SoaEntry;
  readonly control: Control;
  readonly written: WrittenTitle;
  readonly foreign: KnownTitle;
}

function findingOf(mismatch: Mismatch, isms: Isms): RawFinding {
  const { entry, control, written, foreign } = mismatch;
  const moved = foreign.controls.filter((id) => id !== control.id);
  return {
    path: entry.document.path,
    span: written.span,
    control: control.id,
    message: messageOf(mismatch, moved),
    hint:
      moved.length === 0 || foreign.controls.includes(control.id)
        ? `Write "${control.title}".`
        : `Write "${control.title}", or correct the id${moved.length === 1 ? ` to ${moved[0]}` : ''}.`,
    fixes: fixesOf(mismatch, moved, isms),
  };
}

function messageOf({ control, written, foreign }: Mismatch, moved: readonly string[]): string {
  const own = `${control.id} is called "${control.title}"`;
  if (foreign.edition === '2022')
    return `${own}; "${written.text}" is the title of ${foreign.id}. An auditor cannot tell which control this row decides on.`;
  const fate = foreign.controls.includes(control.id)
    ? 'which went into it'
    : moved.length === 0
      ? 'which the 2022 edition no longer has'
      : `which is part of ${moved.join(' and ')} now`;
  return `${own}; "${written.text}" is the title of ${foreign.id} in the 2013 edition, ${fate}. An auditor asks whether the row was reviewed when the edition changed.`;
}

/**
 * Where the SoA has no row for the control that the title names, the id may be the slip and not the title: then the
 * author decides.
 */
function fixesOf({ entry, control, written }: Mismatch, moved: readonly string[], isms: Isms): Fix[] {
  const { path } = entry.document;
  const retitle = `Change the title to "${control.title}"`;
  const edits = written.replacement(control.title);
  if (edits === undefined) return [];
  const withoutRow = moved.filter((id) => isms.soa?.rows.has(id) !== true);
  const isRepeated = (isms.soa?.rows.get(control.id)?.length ?? 0) > 1;
  if (withoutRow.length === 0 && !isRepeated) return [safeFix(retitle, edits)];
  const { span, text } = entry.row.mention;
  const corrections = withoutRow.map((id) => {
    const newText = text.replace(/\d{1,2}\.\d{1,2}$/, id.replace(/^A\./, ''));
    return choiceFix(`Change the id to ${id}`, [{ path, span, newText }]);
  });
  return [choiceFix(retitle, edits, { preferred: true }), ...corrections];
}
