import type { Fix } from '../../check/finding';
import { newSoa, soaTables, type SoaPrefill } from '../../edits/newSoa';
import { lookAlikeNamedBefore } from '../../ids/framework';
import { isMarkdown, isPattern, normalPath } from '../../index/include';
import { usualLineBreak, type Isms, type IsmsDocument } from '../../index/model';
import { lineBreakOf, lineSpan } from '../../text/source';
import type { Span } from '../../text/span';
import { choiceFix, type RawFinding, type Rule } from '../rule';

export const missing: Rule = {
  id: 'soa/missing',
  severity: 'warning',
  fix: 'choice',
  summary:
    'Documents name controls of Annex A, and there is no Statement of Applicability, or not where `isms.yaml` says.',
  docs: {
    why: 'The Statement of Applicability is a document that clause 6.1.3 d) asks for by name, and the first that an auditor asks to see: it says which of the 93 controls apply, why, and whether they are implemented. Policies alone cannot show that nothing was left out.',
    how: 'Create the SoA. The fix writes a file with all 93 controls, each marked TBC (not assessed), with links to the documents and the ids of the risks that name them already. If you have one, name it in `isms.yaml` under `soa`.',
    bad: `
=== policies/access.md
---
title: Access control
controls: ["⟪A.5.15⟫", "A.5.18"]
---
`,
    good: `
=== policies/access.md
---
title: Access control
controls: ["A.5.15", "A.5.18"]
---
=== soa.md
---
title: Statement of Applicability
type: statement-of-applicability
---

| Control | Title | Applicable | Justification | Status |
| --- | --- | --- | --- | --- |
| A.5.15 | Access control | Yes | Treats R-001 (stolen credentials). | Implemented |
`,
  },
  *check({ isms }) {
    const finding = configuredElsewhere(isms) ?? withoutRows(isms) ?? noneAtAll(isms);
    if (finding !== undefined) yield finding;
  },
};

/** `isms.yaml` names a Markdown file that does not exist. Of files in other formats nothing is known here, so nothing is said. */
function configuredElsewhere(isms: Isms): RawFinding | undefined {
  const paths = isms.missingSoaPaths.filter((path) => isMarkdown(path) && !isPattern(path));
  const [path] = paths;
  if (path === undefined || isms.config === undefined) return undefined;
  return {
    path: isms.config.source.path,
    span: soaEntry(isms, path),
    message: `isms.yaml names ${paths.join(' and ')} as the Statement of Applicability, and no such file can be found. Without it nothing says which controls apply.`,
    hint:
      isms.soa === undefined ? 'Create the file, or correct the path.' : 'Correct the path, or take it out.',
    fixes: isms.soa === undefined ? createFixes(isms, path) : [],
  };
}

/** A document that is meant as the SoA and in which no row was found: better one finding than 93 missing controls. */
function withoutRows(isms: Isms): RawFinding | undefined {
  const [document] = isms.soa?.documents ?? [];
  if (isms.soa === undefined || document === undefined || isms.soa.rows.size > 0) return undefined;
  if (document.facts.frontMatter?.readable === false || document.facts.tableBreaks.length > 0)
    return undefined;
  if (isOfAnotherStandard(document)) return undefined;
  const heading = document.facts.body.headings[0]?.span;
  return {
    path: document.path,
    span: document.field('type')?.span ?? heading ?? lineSpan(document.source, 0),
    message:
      'This document is meant as the Statement of Applicability, and no table with a row per control of ISO/IEC 27001:2022 was found in it. An auditor looks for an answer on each of the 93.',
    hint: 'Give it a table with the columns Control, Title, Applicable, Justification and Status.',
    fixes: appendFixes(isms, document),
  };
}

/** An SoA of ISO 42001 or 27701 lacks nothing here. */
function isOfAnotherStandard({ source: { text } }: IsmsDocument): boolean {
  return !/2700[12]/.test(text) && lookAlikeNamedBefore(text)(text.length);
}

/** Documents map controls, and no file is the SoA. Where a file cannot be read it may be the one. */
function noneAtAll(isms: Isms): RawFinding | undefined {
  if (
    (isms.soa?.rows.size ?? 0) > 0 ||
    isms.mappings.size === 0 ||
    isms.missingSoaPaths.length > 0 ||
    isms.unreadable.length > 0
  )
    return undefined;
  const place =
    isms.config === undefined
      ? firstReference(isms)
      : { path: isms.config.source.path, span: soaEntry(isms, undefined) };
  if (place === undefined) return undefined;
  const path = ['soa.md', 'statement-of-applicability.md'].find((each) => !isms.files.has(each));
  return {
    ...place,
    message: `Documents name ${isms.mappings.size === 1 ? 'a control' : `${isms.mappings.size} controls`} of Annex A, and there is no Statement of Applicability. It is the document that says which of the 93 controls apply, and the first that an auditor asks for.`,
    hint: 'Create one, or name yours in isms.yaml under "soa".',
    fixes: path === undefined ? [] : createFixes(isms, path),
  };
}

/** The first control that the first document maps. */
function firstReference(isms: Isms): { readonly path: string; readonly span: Span } | undefined {
  const all = [...isms.mappings.values()].flat();
  const [first] = all.sort((a, b) =>
    a.document.path === b.document.path
      ? a.reference.mention.span.start - b.reference.mention.span.start
      : a.document.path < b.document.path
        ? -1
        : 1,
  );
  return first === undefined ? undefined : { path: first.document.path, span: first.reference.mention.span };
}

/** The place in `isms.yaml`: the path, else the key `soa`, else the first line. */
function soaEntry(isms: Isms, path: string | undefined): Span {
  const { config } = isms;
  if (config === undefined) return { start: 0, end: 0 };
  const entry =
    config.root?.type === 'map' ? config.root.entries.find(({ key }) => key === 'soa') : undefined;
  const values =
    entry?.value?.type === 'list' ? entry.value.items : entry?.value === undefined ? [] : [entry.value];
  const value = values.find((node) => node.type === 'scalar' && normalPath(String(node.value)) === path);
  return value?.span ?? entry?.keySpan ?? lineSpan(config.source, 0);
}

function createFixes(isms: Isms, path: string): Fix[] {
  const { organization, scope, reviewCycle } = isms.config?.config ?? {};
  const lineBreak = usualLineBreak(isms);
  const text = newSoa(isms.catalog.controls, prefillOf(isms), {
    path,
    organization,
    scope,
    reviewCycle,
    lineBreak,
  });
  return [
    choiceFix(`Create ${path} with all ${isms.catalog.controls.length} controls`, [], {
      preferred: true,
      creates: [{ path, text }],
    }),
  ];
}

/** Only where the text names no control yet: else the SoA has a shape that is its own. */
function appendFixes(isms: Isms, document: IsmsDocument): Fix[] {
  if (document.facts.citations.length > 0) return [];
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const lines = soaTables(isms.catalog.controls, prefillOf(isms), document.path);
  const newText = (text.endsWith('\n') ? '' : lineBreak) + lines.join(lineBreak) + lineBreak;
  const edit = { path: document.path, span: { start: text.length, end: text.length }, newText };
  return [
    choiceFix(`Add tables with all ${isms.catalog.controls.length} controls`, [edit], { preferred: true }),
  ];
}

function prefillOf(isms: Isms): SoaPrefill {
  return {
    documents: (id) =>
      [...new Set(isms.mappings.get(id)?.map(({ document }) => document))].map(({ title, path }) => ({
        title,
        path,
      })),
    risks: (id) => [...new Set(isms.risksByControl.get(id)?.map(({ row }) => row.id))],
  };
}
