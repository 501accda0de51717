import type { Fix } from '../../check/finding';
import type { Vocabulary } from '../../catalog/vocabulary';
import { setMetadata } from '../../edits/metadataValue';
import type { MetadataFact, MetadataField } from '../../facts/facts';
import type { Isms, IsmsDocument } from '../../index/model';
import { readDate } from '../../text/date';
import { nearest } from '../../text/nearest';
import { readPeriod } from '../../text/period';
import { isPlaceholder } from '../../text/placeholder';
import { choiceFix, type RawFinding, type Rule } from '../rule';
import { isUnderControl } from './inForce';

export const invalidValue: Rule = {
  id: 'policy/invalid-value',
  severity: 'warning',
  fix: 'choice',
  summary: 'A status, a date or a version of a document is not understood.',
  docs: {
    why: 'A date that may mean two days, or a status that nobody else uses, is read by everybody in their own way. What is not understood is not checked either: an overdue review goes unnoticed.',
    how: 'Write dates as 2026-05-31, a version with a number, and a status of draft, in-review, approved or retired. Other words for the status can be given a meaning with `statuses` in `isms.yaml`.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
version: ⟪latest⟫
status: ⟪aproved⟫
next_review: ⟪03/04/2027⟫
controls: ["A.8.13"]
---

# Backup
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/backup.md
---
title: Backup
version: "2.1"
status: approved
approver: Managing director
approved_date: 2026-04-01
next_review: 2027-04-03
controls: ["A.8.13"]
---

# Backup
`,
  },
  *checkDocument(document, { isms }) {
    if (!isUnderControl(document, isms)) return;
    const status = invalidStatus(document, isms);
    if (status !== undefined) yield status;
    for (const field of DATES) {
      const fact = document.field(field);
      const finding = fact === undefined ? undefined : invalidDate(fact, document, isms.vocabulary);
      if (finding !== undefined) yield finding;
    }
    const version = invalidVersion(document, isms.vocabulary);
    if (version !== undefined) yield version;
  },
};

const DATES: readonly MetadataField[] = [
  'approved_date',
  'effective_date',
  'updated',
  'last_review',
  'next_review',
];

function invalidStatus(document: IsmsDocument, isms: Isms): RawFinding | undefined {
  const { vocabulary, config } = isms;
  const fact = document.field('status');
  if (fact === undefined || document.status !== undefined || saysNothing(fact.value, vocabulary))
    return undefined;
  const own = Object.keys(config?.config.statuses ?? {});
  const near = nearest(fact.value, [...own, ...vocabulary.documentStatusWords]);
  const words = vocabulary.documentStatuses;
  const known = own.includes(near ?? '')
    ? near
    : near === undefined
      ? undefined
      : vocabulary.documentStatus(near);
  const offered = known === undefined ? words : [known, ...words.filter((word) => word !== known)];
  return {
    path: document.path,
    span: fact.span,
    message: `The status "${fact.value}" is not understood, so nobody can tell whether the document is in force.`,
    hint: `Write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, or give the word a meaning under "statuses" in isms.yaml.`,
    fixes: offered.flatMap((word) => replacement(document, fact, word, word === known)),
  };
}

function invalidDate(
  fact: MetadataFact,
  document: IsmsDocument,
  vocabulary: Vocabulary,
): RawFinding | undefined {
  const { path } = document;
  const reading = readDate(fact.value, vocabulary.dates);
  if (reading.kind === 'ambiguous') {
    const [one, other] = reading.readings;
    return {
      path,
      span: fact.span,
      message: `"${fact.value}" may be ${one} or ${other}, depending on who reads it. Until it is clear, this date is not checked.`,
      hint: `Write ${one} or ${other}.`,
      fixes: reading.readings.flatMap((date) => replacement(document, fact, date, false)),
    };
  }
  if (reading.kind !== 'not-understood' || !isMeantAsDate(fact, vocabulary)) return undefined;
  return {
    path,
    span: fact.span,
    message: `"${fact.value}" is not understood as a date, so ${fact.key} is not checked.`,
    hint: 'Write the date as 2026-05-31.',
  };
}

/** "Approved: yes" and "Next review: annually" answer something else; in running text a date has a number at least. */
function isMeantAsDate({ value, carrier }: MetadataFact, { dates, applicability }: Vocabulary): boolean {
  if (readPeriod(value, dates).kind !== 'not-understood' || applicability(value) !== undefined) return false;
  return carrier === 'front-matter' || /\d/.test(value);
}

function invalidVersion(document: IsmsDocument, vocabulary: Vocabulary): RawFinding | undefined {
  const fact = document.field('version');
  if (fact === undefined || saysNothing(fact.value, vocabulary)) return undefined;
  // "1.0", "v2", "Rev. B", "C": a number, or a letter of its own.
  if (/\d/.test(fact.value) || /(?:^|[\s.])[A-Za-z]$/.test(fact.value)) return undefined;
  return {
    path: document.path,
    span: fact.span,
    message: `"${fact.value}" is not a version: tomorrow it may mean another text, and nobody can show which one was approved.`,
    hint: 'Write a version with a number, for example 1.0.',
  };
}

/** A placeholder has its own finding. */
function saysNothing(value: string, { dates }: Vocabulary): boolean {
  return dates.isEmptyValue(value) || isPlaceholder(value, dates);
}

/** None for a history, which records what was. */
function replacement(
  { path, source, facts }: IsmsDocument,
  fact: MetadataFact,
  word: string,
  preferred: boolean,
): Fix[] {
  const edit = setMetadata(source.text, fact, word, facts.frontMatter);
  return edit === undefined
    ? []
    : [choiceFix(`Change "${fact.value}" to ${word}`, [{ path, ...edit }], { preferred })];
}
