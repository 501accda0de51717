import type { Fix, Severity } from '../../check/finding';
import type { Config } from '../../config/schema';
import type { IsmsDocument } from '../../index/model';
import { choiceFix, type Rule } from '../rule';
import { insertKeys } from './insertKeys';

type RequiredField = NonNullable<Config['requiredFields']>[number];

/** What document control needs at least, where `requiredFields` in `isms.yaml` does not say otherwise. */
const REQUIRED: readonly RequiredField[] = ['title', 'version', 'status', 'owner', 'next_review'];

export const missingField: Rule = {
  id: 'policy/missing-field',
  severity: 'warning',
  fix: 'choice',
  summary: 'The front matter of a controlled document lacks title, owner, version, status or next review.',
  docs: {
    why: 'Documented information is under control only if anybody can see what it is, who answers for it, which version this is, whether it is in force and when it is looked at again. An auditor asks this of every document first. Of a draft the finding is an information.',
    how: 'Fill in the fields. The fix adds the missing keys in their usual place for you to fill. `requiredFields` in `isms.yaml` sets which fields are needed. A heading of the first level counts as title, the last review together with a review cycle as next review, and a retired document needs no next review.',
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
  *check({ isms }) {
    // Where nothing says that this is an ISMS, only its ids are checked.
    if (isms.config === undefined && isms.soa === undefined) return;
    const required = isms.config?.config.requiredFields ?? REQUIRED;
    for (const document of isms.documents) {
      const block = document.facts.frontMatter;
      if (!document.controlled || block === undefined || !block.readable) continue;
      const missing = required.filter((field) => !hasField(document, field));
      if (missing.length === 0) continue;
      yield {
        path: document.path,
        span: { start: block.span.start, end: block.span.start + 3 },
        message: messageOf(missing, document),
        hint: `Fill in ${missing.map((field) => `${field}:`).join(', ')} in the front matter.`,
        fixes: fixOf(missing, document),
        ...severityOf(document),
      };
    }
  },
};

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

function messageOf(missing: readonly RequiredField[], document: IsmsDocument): string {
  const words = missing.map((field) => WORDS[field]);
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  const draft = document.status === 'draft' ? ' It is a draft; before approval it needs them.' : '';
  return `The front matter does not say the ${list} of this document, so nobody can show that it is under control.${draft}`;
}

function fixOf(missing: readonly RequiredField[], document: IsmsDocument): Fix[] {
  const block = document.facts.frontMatter;
  const absent = missing.filter((field) => block?.entries.every((entry) => entry.meaning !== field) === true);
  const edits = block === undefined ? [] : insertKeys(document.source.text, block, absent);
  if (edits.length === 0) return [];
  const title =
    absent.length === 1
      ? `Add ${absent[0]} to the front matter`
      : `Add the missing keys to the front matter: ${absent.join(', ')}`;
  return [
    choiceFix(
      title,
      edits.map((edit) => ({ path: document.path, ...edit })),
      { preferred: true },
    ),
  ];
}
