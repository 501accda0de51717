import type { Fix, Severity } from '../../check/finding';
import type { Config } from '../../config/schema';
import { addControlFields } from '../../edits/controlFields';
import { insertKeys } from '../../edits/frontMatterKeys';
import type { MetadataFact } from '../../facts/facts';
import { hasDocumentControl } from '../../index/documentControl';
import { isMarkdown } from '../../index/include';
import type { Isms, IsmsDocument } from '../../index/model';
import type { TextEdit } from '../../text/edits';
import type { Span } from '../../text/span';
import { choiceFix, type Rule } from '../rule';

type RequiredField = NonNullable<Config['requiredFields']>[number];

/** What document control needs at least, where `requiredFields` in `isms.yaml` does not say otherwise. */
const REQUIRED: readonly RequiredField[] = ['title', 'version', 'status', 'owner', 'next_review'];

export const missingField: Rule = {
  id: 'policy/missing-field',
  severity: 'warning',
  fix: 'choice',
  summary:
    'The document control of a controlled document lacks title, owner, version, status or next review.',
  docs: {
    goodPractice: true,
    why: 'Clause 7.5 asks that documents can be identified, are reviewed and approved, and that changes are controlled. It names examples and leaves the means open; an owner, a status and a date for the next review are the usual way to show it, and the first thing that an auditor looks for. For a draft the finding is information only.',
    how: 'Fill in the fields. The fix adds what is missing where the document keeps these facts, as keys of the front matter, rows of the table or lines, for you to fill in. `requiredFields` in `isms.yaml` sets which fields are needed. A heading of the first level counts as title, the last review together with a review cycle as next review, and a retired document needs no next review.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
⟪---⟫
title: Access control
status: approved
version: "1.2"
controls: ["A.5.15"]
---

# Access control
`,
    good: `
=== policies/access.md
---
title: Access control
version: "1.2"
status: approved
owner: Head of IT
next_review: 2027-05-01
controls: ["A.5.15"]
---

# Access control
`,
  },
  *checkDocument(document, { isms }) {
    // Where nothing says that this is an ISMS, only its ids are checked.
    if (!isms.managed || !document.controlled) return;
    const required = isms.config?.config.requiredFields ?? REQUIRED;
    const place = placeOf(document);
    const missing = place === undefined ? [] : required.filter((field) => !hasField(document, field));
    if (place === undefined || missing.length === 0) return;
    yield {
      path: document.path,
      span: place.span,
      message: messageOf(missing, place, document),
      hint: `Fill in ${missing.map((field) => (place.inFrontMatter ? `${field}:` : WORDS[field])).join(', ')} in the ${wordsFor(place)}.`,
      fixes: fixOf(missing, place, document, isms),
      ...severityOf(document),
    };
  },
};

/** Where a document keeps its document control. */
interface Place {
  readonly inFrontMatter: boolean;
  readonly span: Span;
}

/** `undefined` where there is none, or front matter that cannot be read and may say anything. */
function placeOf({ facts, path }: IsmsDocument): Place | undefined {
  const { frontMatter, metadata } = facts;
  if (frontMatter?.readable === false || !isMarkdown(path)) return undefined;
  const inText = metadata.filter((fact) => !/^(?:front-matter|history-)/.test(fact.carrier));
  const inBlock = metadata.filter((fact) => fact.carrier === 'front-matter');
  const [first] = [...inText].sort((a, b) => a.span.start - b.span.start);
  if (frontMatter !== undefined && (first === undefined || inBlock.length >= inText.length))
    return { inFrontMatter: true, span: openingOf(frontMatter) };
  if (!hasDocumentControl(facts)) return undefined;
  const fact: MetadataFact | undefined = first ?? metadata[0];
  return fact === undefined ? undefined : { inFrontMatter: false, span: fact.keySpan };
}

/** The line that opens the block, or its first key where none does. */
function openingOf({ form, span, entries }: NonNullable<IsmsDocument['facts']['frontMatter']>): Span {
  const [first] = entries;
  if (form === 'unopened' && first !== undefined)
    return { start: first.span.start, end: first.span.start + first.key.length };
  return { start: span.start, end: span.start + (form === 'comment' ? '<!--' : '---').length };
}

function wordsFor({ inFrontMatter }: Place): string {
  return inFrontMatter ? 'front matter' : 'document control';
}

function severityOf(document: IsmsDocument): { readonly severity?: Severity } {
  return document.status === 'draft' ? { severity: 'information' } : {};
}

function hasField(document: IsmsDocument, field: RequiredField): boolean {
  if (document.field(field) !== undefined || hasWrongType(document, field)) return true;
  if (field === 'title') return document.facts.body.headings.some((heading) => heading.depth === 1);
  if (field !== 'next_review') return false;
  const derived = document.field('last_review') !== undefined && document.field('review_cycle') !== undefined;
  return derived || document.status === 'retired';
}

/** A value that could not be read is there, and has its own finding. */
function hasWrongType({ facts }: IsmsDocument, field: RequiredField): boolean {
  const entry = facts.frontMatter?.entries.find((each) => each.meaning === field);
  return facts.problems.some(
    (problem) => problem.kind === 'wrong-type' && problem.span.start === entry?.span.start,
  );
}

const WORDS: Readonly<Record<RequiredField, string>> = {
  id: 'id',
  title: 'title',
  version: 'version',
  status: 'status',
  classification: 'classification',
  owner: 'owner',
  approver: 'approver',
  approved_date: 'date of approval',
  effective_date: 'effective date',
  review_cycle: 'review cycle',
  next_review: 'next review',
};

function messageOf(missing: readonly RequiredField[], place: Place, document: IsmsDocument): string {
  const words = missing.map((field) => WORDS[field]);
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  const draft = document.status === 'draft' ? ' It is a draft; before approval it needs them.' : '';
  return `The ${wordsFor(place)} does not say the ${list} of this document. An auditor looks there first to see whether it is under control.${draft}`;
}

function fixOf(missing: readonly RequiredField[], place: Place, document: IsmsDocument, isms: Isms): Fix[] {
  const absent = missing.filter((field) => !isWrittenIn(document, place, field));
  const edits = absent.length === 0 ? [] : editsFor(absent, place, document, isms);
  if (edits.length === 0) return [];
  const names = place.inFrontMatter ? absent : absent.map((field) => WORDS[field]);
  const what = absent.length === 1 ? `${names[0]}` : `what is missing: ${names.join(', ')}`;
  const title = place.inFrontMatter ? keysTitle(absent) : `Add ${what}`;
  return [
    choiceFix(
      title,
      edits.map((edit) => ({ path: document.path, ...edit })),
      { preferred: true },
    ),
  ];
}

function keysTitle(absent: readonly RequiredField[]): string {
  return absent.length === 1
    ? `Add ${absent[0]} to the front matter`
    : `Add the missing keys to the front matter: ${absent.join(', ')}`;
}

/** A key or label without a value is there and only has to be filled in. */
function isWrittenIn({ facts }: IsmsDocument, { inFrontMatter }: Place, field: RequiredField): boolean {
  return inFrontMatter
    ? facts.frontMatter?.entries.some((entry) => entry.meaning === field) === true
    : facts.metadata.some((fact) => fact.field === field);
}

function editsFor(
  absent: readonly RequiredField[],
  { inFrontMatter }: Place,
  { source, facts }: IsmsDocument,
  { vocabulary }: Isms,
): TextEdit[] {
  if (!inFrontMatter) return addControlFields(source.text, facts.metadata, absent, vocabulary) ?? [];
  const keys = absent.map((key) => ({ key }));
  return facts.frontMatter === undefined ? [] : insertKeys(source.text, facts.frontMatter, keys);
}
