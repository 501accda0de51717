import type { Vocabulary } from '../../catalog/vocabulary';
import { insertKeys, type WrittenKey } from '../../edits/frontMatterKeys';
import { setMetadata } from '../../edits/metadataValue';
import { yamlText } from '../../edits/scalarText';
import type { FrontMatterFacts } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { fingerprintOf } from '../../normative/fingerprint';
import { normativeStatements } from '../../normative/statements';
import { isDate } from '../../text/date';
import type { TextEdit } from '../../text/edits';
import { addPeriod, readPeriod } from '../../text/period';

/** An approval as it is written into the front matter. */
export interface Approval {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Who approved it; left out where the front matter says so already. */
  readonly approver?: string;
}

/** The fingerprint of a document's rules as they are now. */
export function currentFingerprint(document: IsmsDocument, vocabulary: Vocabulary): string {
  return fingerprintOf(normativeStatements(document, vocabulary));
}

/**
 * The edits that record an approval: status, approver, date and the fingerprint of the rules; a review cycle of the
 * document sets the next review anew. Empty where there is no front matter that can be changed key by key.
 */
export function recordApproval(
  document: IsmsDocument,
  approval: Approval,
  vocabulary: Vocabulary,
): TextEdit[] {
  const block = document.facts.frontMatter;
  if (block === undefined || !block.readable || block.entries.some(({ indent }) => indent === undefined))
    return [];
  const values = valuesOf(document, approval, vocabulary);
  const edits = values.flatMap(([field, value]) => replacement(document, block, field, value) ?? []);
  const missing = values.filter(([field]) => block.entries.every(({ meaning }) => meaning !== field));
  const inserted = insertKeys(
    document.source.text,
    block,
    missing.map(([key, value]) => ({ key, value: yamlValue(value) })),
  );
  return [...edits, ...inserted];
}

type Value = readonly [field: WrittenKey, value: string];

function valuesOf(document: IsmsDocument, { today, approver }: Approval, vocabulary: Vocabulary): Value[] {
  const cycle = document.field('review_cycle');
  const reading = cycle === undefined ? undefined : readPeriod(cycle.value, vocabulary.dates);
  return [
    ...(document.status === 'approved' ? [] : [['status', 'approved'] as const]),
    ...(approver === undefined || approver === '' ? [] : [['approver', approver] as const]),
    ['approved_date', today],
    ['approved_fingerprint', currentFingerprint(document, vocabulary)],
    ...(reading?.kind === 'period' ? [['next_review', addPeriod(today, reading.period)] as const] : []),
  ];
}

/** The edit of a key that is there; its quotes and a comment behind it stay. */
function replacement(
  { source, facts }: IsmsDocument,
  block: FrontMatterFacts,
  field: WrittenKey,
  value: string,
): TextEdit | undefined {
  const entry = block.entries.find(({ meaning }) => meaning === field);
  if (entry === undefined) return undefined;
  const found = facts.metadata.filter((fact) => fact.field === field && fact.carrier === 'front-matter');
  const [first, ...others] = found;
  if (first === undefined) {
    const colon = source.text.indexOf(':', entry.span.start);
    const empty = /^[ \t]*(?:""|''|~|null)?/.exec(source.text.slice(colon + 1))?.[0].length ?? 0;
    return { span: { start: colon + 1, end: colon + 1 + empty }, newText: ` ${yamlValue(value)}` };
  }
  // Several approvers are a list, which nobody but the author can change.
  if (others.length > 0) return undefined;
  return setMetadata(source.text, first, value, block);
}

function yamlValue(value: string): string {
  return isDate(value) ? value : yamlText(value);
}
