import type { Fix } from '../../check/finding';
import type { SoaCell } from '../../facts/soaFacts';
import type { SoaEntry } from '../../index/model';
import { createResolver, type Broken, type Resolver } from '../../index/references';
import { choiceFix, type Rule } from '../rule';
import { byPlace, linksIn, referencesIn, type CellReference } from './rowReferences';
import { controlOf, nameOf, soaRows } from './soaRows';

export const brokenReference: Rule = {
  id: 'soa/broken-reference',
  severity: 'error',
  fix: 'choice',
  summary: 'A link, a path or the id of a document in a row of the SoA leads nowhere.',
  docs: {
    why: 'The row promises a document, and there is none at that place: it was renamed, moved or never written. An auditor who asks for it sees nothing that shows how the control is carried out.',
    how: 'Correct the path or the id. Where one that exists is near, the fix writes it. A title in plain words is never reported here: it may stand for a document that is kept elsewhere.',
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status | Documents |
| --- | --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | Voyage data exist nowhere else (R-011). | Implemented | ⟪[Backup](policies/bakup.md)⟫ |
| A.8.14 | Redundancy of information processing facilities | Yes | Outage of the region (R-010). | Partial | ⟪POL-20⟫ |
=== policies/backup.md
---
id: POL-02
title: Backup
type: policy
controls: ["A.8.13", "A.8.14"]
---
`,
    good: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status | Documents |
| --- | --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | Voyage data exist nowhere else (R-011). | Implemented | [Backup](policies/backup.md) |
| A.8.14 | Redundancy of information processing facilities | Yes | Outage of the region (R-010). | Partial | POL-02, Handbook of the data centre |
=== policies/backup.md
---
id: POL-02
title: Backup
type: policy
controls: ["A.8.13", "A.8.14"]
---
`,
  },
  *check({ isms }) {
    const resolve = createResolver(isms);
    for (const entry of soaRows(isms)) {
      for (const reference of referencesOf(resolve, entry)) {
        const { broken } = reference.target;
        if (broken === undefined) continue;
        const [meant] = broken.suggestions;
        yield {
          path: entry.document.path,
          span: reference.span,
          control: controlOf(entry.row),
          message: `The row of ${nameOf(entry.row)} refers to "${reference.text}", and ${WHAT[broken.what]}. An auditor who asks for it gets nothing.`,
          hint: meant === undefined ? 'Correct it, or remove it.' : `Did you mean "${meant}"?`,
          fixes: broken.suggestions.flatMap((each, index) =>
            correctionOf(entry, reference, each, index === 0),
          ),
        };
      }
    }
  },
};

const WHAT: Readonly<Record<Broken['what'], string>> = {
  file: 'there is no such file',
  place: 'the document has no heading of that name',
  id: 'no document has this id',
};

/** Links in any cell of the row; paths and ids without a link only where documents or evidence are named. */
function referencesOf(resolve: Resolver, entry: SoaEntry): CellReference[] {
  const { row } = entry;
  const naming = [...row.documentCells, row.evidence].filter((cell) => cell !== undefined);
  const others = [
    row.applicable,
    row.title,
    row.justification,
    row.exclusion,
    row.statusCell,
    row.risks,
    ...row.basis,
  ];
  const linking = others.filter((cell): cell is SoaCell => cell !== undefined && !naming.includes(cell));
  return [
    ...naming.flatMap((cell) => referencesIn(resolve, entry, cell)),
    ...linking.flatMap((cell) => linksIn(resolve, entry.document, cell).sort(byPlace)),
  ];
}

function correctionOf(entry: SoaEntry, reference: CellReference, meant: string, preferred: boolean): Fix[] {
  const { source, path } = entry.document;
  const written = source.text.slice(reference.span.start, reference.span.end);
  const at = reference.isLink ? written.lastIndexOf(reference.text) : 0;
  if (at < 0) return [];
  const start = reference.span.start + at;
  const edit = { path, span: { start, end: start + reference.text.length }, newText: meant };
  return [choiceFix(`Change to "${meant}"`, [edit], { preferred })];
}
