import type { Fix } from '../../check/finding';
import { addControl } from '../../edits/addControl';
import { editableList, editControlList } from '../../edits/controlList';
import type { SoaCell } from '../../facts/soaFacts';
import { mapsByKind } from '../../index/classify';
import type { Isms, IsmsDocument, Mapping, SoaEntry } from '../../index/model';
import { createResolver, type Resolver } from '../../index/references';
import { isSameDocument } from '../../index/sameDocument';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { nameInCell } from './nameInCell';
import { referencesIn, type CellReference } from './rowReferences';
import { controlOf, nameOf, soaRows } from './soaRows';

export const oneWayReference: Rule = {
  id: 'soa/one-way-reference',
  severity: 'warning',
  fix: 'choice',
  summary: 'A row of the SoA names a document that does not map the control, or omits one that does.',
  docs: {
    why: 'The Statement of Applicability and the documents point at each other, and an auditor follows both ways. A row that leads to a document without the control ends in nothing; a document that the row does not name is never found, and neither is what it promises.',
    how: 'If the document carries the control out, list the control in its front matter and name the document in the row. If not, take it out of the one that is wrong.',
    goodPractice: true,
    bad: `
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status | Documents |
| --- | --- | --- | --- | --- | --- |
| A.8.13 | Information backup | Yes | Voyage data exist nowhere else (R-011). | Implemented | ⟪[Backup](backup.md)⟫ |
| A.8.14 | Redundancy of information processing facilities | Yes | Outage of the region (R-010). | Partial | ⟪[Backup](backup.md)⟫ |
=== backup.md
---
title: Backup
type: policy
controls: ["A.8.13"]
---
=== continuity.md
---
title: Continuity
type: policy
controls: ["A.8.13"]
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
| A.8.13 | Information backup | Yes | Voyage data exist nowhere else (R-011). | Implemented | [Backup](backup.md), Continuity |
| A.8.14 | Redundancy of information processing facilities | Yes | Outage of the region (R-010). | Partial | |
=== backup.md
---
title: Backup
type: policy
controls: ["A.8.13"]
---
=== continuity.md
---
title: Continuity
type: policy
controls: ["A.8.13"]
---
`,
  },
  *check({ isms }) {
    if (isms.mappings.size === 0) return;
    const resolve = createResolver(isms);
    for (const entry of soaRows(isms)) {
      const { row } = entry;
      if (row.documents === undefined || !mayApply(entry)) continue;
      const references = entry.row.documentCells.flatMap((cell) => referencesIn(resolve, entry, cell));
      yield* withoutMapping(isms, entry, references);
      yield* omitted(isms, entry, row.documents, references, resolve);
    }
  },
};

/** An excluded control that a document maps is a finding of `mapping/excluded-control`; an open row says nothing yet. */
function mayApply({ row }: SoaEntry): boolean {
  return row.applicability !== 'not-applicable' && row.applicability !== 'not-assessed';
}

/** The documents that the row names and that do not map the control. */
function* withoutMapping(
  isms: Isms,
  entry: SoaEntry,
  references: readonly CellReference[],
): Iterable<RawFinding> {
  const { document, row } = entry;
  const seen = new Set<IsmsDocument>();
  for (const { target, span } of references) {
    if (target.document === undefined || seen.has(target.document)) continue;
    seen.add(target.document);
    if (!canMap(target.document) || mappingsOf(isms, row.mention.ids, target.document).length > 0) continue;
    const name = nameOf(row);
    const retired = target.document.status === 'retired';
    yield {
      path: document.path,
      span,
      control: controlOf(row),
      message: retired
        ? `The row of ${name} names "${target.document.title}", which is retired. An auditor who follows the reference finds no document in force.`
        : `The row of ${name} names "${target.document.title}", which does not list ${name} among its controls. An auditor who follows the reference cannot tell where the control is carried out.`,
      hint: retired
        ? 'Name the document that took its place.'
        : `List ${name} in that document, or take the document out of the row.`,
      related: [
        {
          path: target.document.path,
          span: placeOf(target.document),
          message: 'The document that is named.',
        },
      ],
      fixes: retired ? [] : listFixes(target.document, row.mention.ids),
    };
  }
}

/** Records, registers and the like map nothing, and of a document that could not be read nothing is known. */
function canMap(document: IsmsDocument): boolean {
  return mapsByKind(document.kind) && document.facts.frontMatter?.readable !== false;
}

function mappingsOf(isms: Isms, ids: readonly string[], document: IsmsDocument): Mapping[] {
  return ids.flatMap((id) => isms.mappings.get(id) ?? []).filter((mapping) => mapping.document === document);
}

function placeOf(document: IsmsDocument): { start: number; end: number } {
  const list = document.facts.controlLists.find(({ meaning }) => meaning === 'iso27001');
  return list?.keySpan ?? document.field('title')?.span ?? { start: 0, end: 0 };
}

function listFixes(document: IsmsDocument, ids: readonly string[]): Fix[] {
  const [id] = ids;
  const edits = id === undefined || ids.length > 1 ? undefined : addControl(document, id);
  return edits === undefined || id === undefined
    ? []
    : [
        choiceFix(
          `List ${id} in ${document.path}`,
          edits.map((edit) => ({ path: document.path, ...edit })),
          {
            preferred: true,
          },
        ),
      ];
}

/** The documents that map the control and that the row does not name. */
function* omitted(
  isms: Isms,
  entry: SoaEntry,
  cell: SoaCell,
  references: readonly CellReference[],
  resolve: Resolver,
): Iterable<RawFinding> {
  const { document, row } = entry;
  // Words and ids that lead nowhere may stand for any document, so nothing is known to be omitted.
  if (references.some(({ target }) => target.kind === 'words' || target.kind === 'missing')) return;
  const named = references.flatMap(({ target }) => target.document ?? []);
  const mappings = row.mention.ids.flatMap((id) => isms.mappings.get(id) ?? []);
  const byDocument = new Map(mappings.map((mapping) => [mapping.document, mapping]));
  for (const [mapping, { reference }] of byDocument) {
    if (named.some((each) => isSameDocument(each, mapping))) continue;
    named.push(mapping);
    yield {
      path: document.path,
      span: cell.span,
      control: controlOf(row),
      message: `"${mapping.title}" lists ${nameOf(row)} among its controls, and the row does not name it. An auditor who starts from the Statement of Applicability will not find it.`,
      hint: 'Name the document in the row, or remove the control from the list in that document.',
      related: [
        { path: mapping.path, span: reference.mention.span, message: `${nameOf(row)} is listed here.` },
      ],
      fixes: [
        ...nameFix(isms, resolve, entry, cell, mapping),
        ...unlistFix(mapping, reference.list, row.mention.ids),
      ],
    };
  }
}

function nameFix(
  isms: Isms,
  resolve: Resolver,
  entry: SoaEntry,
  cell: SoaCell,
  document: IsmsDocument,
): Fix[] {
  const edits = nameInCell(isms, resolve, entry, cell, document);
  return edits.length === 0
    ? []
    : [choiceFix(`Name "${document.title}" in the row`, edits, { preferred: true })];
}

function unlistFix(document: IsmsDocument, number: number, ids: readonly string[]): Fix[] {
  const editable = editableList(document.source.text, document.facts, number);
  if (editable === undefined) return [];
  const changes = new Map(
    editable.references
      .filter(({ mention }) => mention.ids.some((id) => ids.includes(id)))
      .map(({ mention }) => [mention, mention.ids.filter((id) => !ids.includes(id))] as const),
  );
  const edits = editControlList(editable, changes);
  return edits === undefined
    ? []
    : [
        choiceFix(
          `Take the control out of ${document.path}`,
          edits.map((edit) => ({ path: document.path, ...edit })),
        ),
      ];
}
