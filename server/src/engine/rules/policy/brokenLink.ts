import type { Fix } from '../../check/finding';
import { soaTablesOf } from '../../index/soa';
import type { Isms, IsmsDocument } from '../../index/model';
import { type References, type ReferenceTarget } from '../../index/followLinks';
import { contains, type Span } from '../../text/span';
import { choiceFix, type RawFinding, type Rule } from '../rule';

export const brokenLink: Rule = {
  id: 'policy/broken-link',
  severity: 'error',
  fix: 'choice',
  summary: 'A relative link, an anchor or a related document does not exist.',
  docs: {
    why: 'A policy that sends its readers to a procedure that is not there leaves them without rules, and an auditor who follows the link asks when the document was last reviewed.',
    how: 'Correct the target; the fix offers what is nearest: the file where it lies now, the heading as it is called now, the id that exists. Anchors are compared by the rules of GitHub, spare hyphens aside. Links to the web are never followed. Links of a generated site (`/access`, `access.html`, `../access/`) are checked only where `links` in `isms.yaml` tells of the site; `links.ignore` names targets to leave alone.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
related_documents: ["⟪backups.md⟫"]
---

# Access control

How data is restored is in [Backup](⟪backup.md#restor⟫). Leavers follow the [checklist](⟪../hr/leavers.md⟫).
=== policies/backup.md
---
title: Backup
controls: ["A.8.13"]
---

# Backup

## Restore
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
controls: ["A.5.15"]
related_documents: ["backup.md"]
---

# Access control

How data is restored is in [Backup](backup.md#restore).
=== policies/backup.md
---
title: Backup
controls: ["A.8.13"]
---

# Backup

## Restore
`,
  },
  *checkDocument(document, { isms, references }) {
    // Templates name what is still to be written, and what is retired rests.
    if (!isms.managed || document.kind === 'template' || document.status === 'retired') return;
    yield* brokenIn(document, isms, references);
  },
};

/** The broken references of one document: one finding per target, at its first place. */
function* brokenIn(document: IsmsDocument, isms: Isms, references: References): Iterable<RawFinding> {
  const broken = new Map<string, { readonly target: Missing; readonly places: Span[] }>();
  for (const { name, place, target } of referencesOf(document, isms, references)) {
    if (target.kind === 'found' || target.kind === 'unknown') continue;
    const known = broken.get(name);
    if (known === undefined) broken.set(name, { target, places: [place] });
    else known.places.push(place);
  }
  for (const [name, { target, places }] of broken) {
    const [first, ...others] = places;
    if (first === undefined) continue;
    yield {
      path: document.path,
      span: first,
      message: messageOf(name, target),
      hint: hintOf(target),
      fixes: target.suggestions.map((each, index) => replaceAll(document.path, places, each, index === 0)),
      related: others.map((span) => ({ path: document.path, span, message: 'the same target' })),
    };
  }
}

type Missing = Extract<ReferenceTarget, { readonly suggestions: readonly string[] }>;

interface Reference {
  readonly name: string;
  /** What a fix replaces. */
  readonly place: Span;
  readonly target: ReferenceTarget;
}

function* referencesOf(document: IsmsDocument, isms: Isms, references: References): Iterable<Reference> {
  const { facts, path, source } = document;
  const rows = soaRows(document, isms);
  for (const { url, target, span } of [...facts.body.links, ...facts.body.images]) {
    // Links of the Statement of Applicability have a rule of their own.
    if (rows.some((row) => contains(row, span))) continue;
    yield { name: url, place: target ?? span, target: references.link(path, url) };
  }
  for (const fact of facts.metadata) {
    // In the text related documents are links, or titles that nobody can check.
    if (fact.field !== 'related_documents' || fact.carrier !== 'front-matter') continue;
    const quote = /^["']/.test(source.text.slice(fact.span.start, fact.span.end)) ? 1 : 0;
    const place = { start: fact.span.start + quote, end: fact.span.end - quote };
    yield { name: fact.value, place, target: references.document(path, fact.value) };
  }
}

function soaRows(document: IsmsDocument, isms: Isms): Span[] {
  if (!isms.soaPaths.has(document.path)) return [];
  return soaTablesOf(document).flatMap((table) => table.rows.map((row) => row.span));
}

function messageOf(name: string, target: Missing): string {
  switch (target.kind) {
    case 'missing-file':
      return `"${name}" leads nowhere: there is no file ${target.name}. Whoever follows it finds no rules.`;
    case 'missing-anchor':
      return `"${name}" leads to no place in the document: no heading has the anchor #${target.name}.`;
    case 'missing-id':
      return `No document has the id ${target.name}, so nobody can find what is meant.`;
  }
}

function hintOf({ kind, suggestions }: Missing): string {
  if (suggestions[0] !== undefined) return `Did you mean ${suggestions[0]}?`;
  return kind === 'missing-id' ? 'Correct the id, or remove it.' : 'Correct the target, or remove the link.';
}

function replaceAll(path: string, places: readonly Span[], name: string, preferred: boolean): Fix {
  return choiceFix(
    `Change to ${name}`,
    places.map((span) => ({ path, span, newText: name })),
    { preferred },
  );
}
