import type { Fix } from '../../check/finding';
import { setMetadata } from '../../edits/metadataValue';
import type { Carrier, MetadataFact, MetadataField } from '../../facts/facts';
import type { Isms, IsmsDocument } from '../../index/model';
import { saysTheSame } from '../../index/sameValue';
import { choiceFix, type RawFinding, type Rule } from '../rule';

export const conflictingMetadata: Rule = {
  id: 'policy/conflicting-metadata',
  severity: 'warning',
  fix: 'choice',
  summary:
    'Two places of one document, such as front matter and document-control table, say different things of it.',
  docs: {
    why: 'A document with two versions, two owners or two review dates has none that can be relied on. An auditor who sees the table on the page and the front matter in the repository asks which one was approved.',
    how: 'Decide which one is right and make the other say the same; the fixes do either. It is best to keep each fact in one place only. Of a history only the newest entry counts; a version above it lacks its entry.',
    bad: `
=== policies/access.md
---
title: Access control
version: "2.1"
owner: CISO
controls: ["A.5.15"]
---

# Access control

| Field | Value |
| --- | --- |
| Version | ⟪2.0⟫ |
| Owner | Ada Lovelace (CISO) |
`,
    good: `
=== policies/access.md
---
title: Access control
version: "2.1"
owner: CISO
controls: ["A.5.15"]
---

# Access control

| Field | Value |
| --- | --- |
| Version | v2.1 |
| Owner | Ada Lovelace (CISO) |
`,
  },
  *checkDocument(document, { isms }) {
    if (!document.controlled || document.facts.frontMatter?.readable === false) return;
    for (const [field, facts] of factsByField(document)) {
      const finding = findingOf(field, facts, document, isms);
      if (finding !== undefined) yield finding;
    }
  },
};

/** The facts of each field that is compared, the carrier with precedence first. Several names in one list are one fact. */
function factsByField({ facts }: IsmsDocument): Map<MetadataField, MetadataFact[]> {
  const fields = new Map<MetadataField, MetadataFact[]>();
  for (const fact of facts.metadata) {
    if (fact.value === '') continue;
    const known = fields.get(fact.field) ?? [];
    const same = known.findIndex((each) => each.keySpan.start === fact.keySpan.start);
    const first = known[same];
    if (first === undefined) known.push(fact);
    else known[same] = { ...first, value: `${first.value}, ${fact.value}` };
    fields.set(fact.field, known);
  }
  return fields;
}

function findingOf(
  field: MetadataField,
  [valid, ...others]: readonly MetadataFact[],
  document: IsmsDocument,
  isms: Isms,
): RawFinding | undefined {
  if (valid === undefined) return undefined;
  const differing = others.filter(({ value }) => !saysTheSame(field, valid.value, value, isms.vocabulary));
  const [first] = differing;
  if (first === undefined) return undefined;
  const here = NAMES[first.carrier];
  const there = NAMES[valid.carrier];
  const where = here === there ? 'another one' : there;
  return {
    path: document.path,
    span: first.span,
    message: `The ${WORDS[field] ?? field} is "${first.value}" in ${here} and "${valid.value}" in ${where}. Nobody can tell which one is right, and an auditor will ask which one was approved.`,
    hint: isHistory(first)
      ? `Add the entry of version ${valid.value} to the history, or correct ${there}.`
      : 'Make both say the same.',
    related: [valid, ...differing.slice(1)].map((fact) => ({
      path: document.path,
      span: fact.span,
      message: `"${fact.value}" in ${NAMES[fact.carrier]}`,
    })),
    fixes: fixesOf(valid, differing, document),
  };
}

/** First the others like the one that is believed, then that one like each of the others. */
function fixesOf(valid: MetadataFact, differing: readonly MetadataFact[], document: IsmsDocument): Fix[] {
  const keep = fixTo(
    valid.value,
    differing.filter((fact) => !isHistory(fact)),
    document,
  );
  const values = [...new Set(differing.map((fact) => fact.value))];
  const change = values.flatMap((value) => {
    const wrong = [valid, ...differing.filter((fact) => !isHistory(fact) && fact.value !== value)];
    return fixTo(value, wrong, document);
  });
  return [...keep.map((fix) => ({ ...fix, preferred: true })), ...change];
}

function fixTo(
  value: string,
  facts: readonly MetadataFact[],
  { path, source, facts: all }: IsmsDocument,
): Fix[] {
  const edits = facts.map((fact) => setMetadata(source.text, fact, value, all.frontMatter));
  const whole = edits.filter((edit) => edit !== undefined);
  if (whole.length < edits.length || whole.length === 0) return [];
  const places = [...new Set(facts.map((fact) => NAMES[fact.carrier]))].join(' and ');
  return [
    choiceFix(
      `Change to "${value}" in ${places}`,
      whole.map((edit) => ({ path, ...edit })),
    ),
  ];
}

function isHistory({ carrier }: MetadataFact): boolean {
  return carrier === 'history-table' || carrier === 'history-list';
}

const NAMES: Readonly<Record<Carrier, string>> = {
  'front-matter': 'the front matter',
  'document-table': 'the document-control table',
  quote: 'the quoted lines',
  'bold-line': 'the line',
  'plain-line': 'the line',
  badge: 'the badge',
  'history-table': 'the version history',
  'history-list': 'the version history',
  'compliance-table': 'the table',
  'annex-line': 'the line',
  'related-list': 'the list',
};

const WORDS: Readonly<Partial<Record<MetadataField, string>>> = {
  approved_date: 'date of approval',
  effective_date: 'effective date',
  last_review: 'last review',
  next_review: 'next review',
  review_cycle: 'review cycle',
};
