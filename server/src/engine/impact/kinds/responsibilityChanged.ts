import type { MetadataField } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { atHead, type ChangeKind } from '../change';
import { listed, nameOf } from '../names';
import { plainText } from '../plainText';

const FIELDS = ['owner', 'approver', 'classification'] as const satisfies readonly MetadataField[];

export const responsibilityChanged: ChangeKind = {
  id: 'IMP133',
  name: 'responsibility-changed',
  level: 'attention',
  summary: 'The owner, the approver or the classification of a document changed.',
  *find({ pairs }) {
    for (const { base: was, head: now } of pairs.both) {
      if (was.facts.frontMatter?.readable === false || now.facts.frontMatter?.readable === false) continue;
      const changed = FIELDS.filter((field) => keyOf(was, field) !== keyOf(now, field));
      const [first] = changed;
      if (first === undefined) continue;
      yield {
        subject: nameOf(now),
        message: `The ${listed(changed)} of ${nameOf(now)} changed. Whoever took it on has to know.`,
        before: changed.map((field) => `${field}: ${textOf(was, field)}`).join('; '),
        after: changed.map((field) => `${field}: ${textOf(now, field)}`).join('; '),
        place: atHead(now.path, now.field(first)?.span ?? { start: 0, end: 0 }),
      };
    }
  },
};

/** The value whatever its spelling; several owners in whatever order. */
function keyOf(document: IsmsDocument, field: MetadataField): string {
  return valuesOf(document, field)
    .map((value) => plainText(value).toLowerCase())
    .sort()
    .join('\n');
}

function textOf(document: IsmsDocument, field: MetadataField): string {
  return valuesOf(document, field).join(', ') || 'none';
}

/** All values that the carrier with precedence gives. */
function valuesOf(document: IsmsDocument, field: MetadataField): string[] {
  const carrier = document.field(field)?.carrier;
  return document.facts.metadata
    .filter((fact) => fact.field === field && fact.carrier === carrier && fact.value !== '')
    .map((fact) => fact.value.trim());
}
