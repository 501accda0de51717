import type { MetadataField } from '../../facts/facts';
import type { Isms, IsmsDocument } from '../../index/model';
import { lineAround } from '../../text/lines';
import { isPlaceholder } from '../../text/placeholder';
import { compareSpans, overlaps, type Span } from '../../text/span';
import type { Rule } from '../rule';
import { isInForce } from './inForce';

export const placeholder: Rule = {
  id: 'policy/placeholder',
  severity: 'warning',
  fix: 'none',
  summary: 'A document that is neither a draft nor a template holds a placeholder that nobody has filled.',
  docs: {
    why: '"[Company Name] reviews this policy every [number] months" suggests that a template was adopted as it came. It is among the first things that an auditor sees, and puts the approval of the whole document in doubt.',
    how: 'Fill in the value, or remove the sentence. While the document is being written, set its status to `draft`; templates belong in a folder `templates/` or get `type: template`. One finding names the first placeholder, the others are listed with it.',
    bad: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
status: approved
approver: Managing director
approved_date: 2026-04-01
owner: ⟪"[Policy owner]"⟫
controls: ["A.5.15"]
---

# Access control

Access at [Company Name] is reviewed every {{months}} months.
`,
    good: `
=== isms.yaml
organization: Example Ltd
=== policies/access.md
---
title: Access control
status: approved
approver: Managing director
approved_date: 2026-04-01
owner: Head of IT
controls: ["A.5.15"]
---

# Access control

Access at Example Ltd is reviewed every 3 months [1]. The reviewer ticks \`[x]\` and writes \`TBD\` nowhere.
=== policies/backup.md
---
title: Backup
status: draft
controls: ["A.8.13"]
---

# Backup

Backups are kept for [number] days.
`,
  },
  *checkDocument(document, { isms }) {
    if (!isInForce(document, isms)) return;
    const places = [...inMetadata(document, isms), ...inText(document)].sort(compareSpans);
    const [first, ...others] = places;
    if (first === undefined) return;
    const { path, source } = document;
    const text = (span: Span): string => source.text.slice(span.start, span.end);
    yield {
      path,
      span: first,
      message: `${text(first)} was never filled in${others.length === 0 ? '' : `, and ${others.length === 1 ? 'one more placeholder' : `${others.length} more placeholders`} neither`}. An auditor will ask whether the document was read before it was approved.`,
      hint: 'Fill it in, or set the status to draft until that is done.',
      related: others.slice(0, MOST_RELATED).map((span) => ({ path, span, message: text(span) })),
    };
  },
};

const MOST_RELATED = 20;

/** Lists of names and the like; a placeholder for a control or an id is found by its own rules. */
const FIELDS: ReadonlySet<MetadataField> = new Set<MetadataField>([
  'id',
  'title',
  'version',
  'status',
  'classification',
  'owner',
  'author',
  'approver',
  'approved_date',
  'effective_date',
  'updated',
  'last_review',
  'next_review',
  'review_cycle',
]);

function inMetadata({ facts }: IsmsDocument, { vocabulary }: Isms): Span[] {
  return facts.metadata
    .filter((fact) => FIELDS.has(fact.field) && isPlaceholder(fact.value, vocabulary.dates))
    .map((fact) => fact.span);
}

/** Registers say "TBD" of a row, and the Statement of Applicability has a rule for that. */
function inText({ facts, kind, source }: IsmsDocument): readonly Span[] {
  if (kind.endsWith('-register') || kind === 'statement-of-applicability') return [];
  const metadata = facts.metadata.map(({ span }) => span);
  return facts.placeholders.filter((span) => {
    const line = lineAround(source.text, span.start);
    // A history tells which placeholders were filled, and a guide what one is.
    const speaksOfThem = /placeholder|platzhalter/i.test(source.text.slice(line.start, line.end));
    return !speaksOfThem && !metadata.some((each) => overlaps(each, span));
  });
}
