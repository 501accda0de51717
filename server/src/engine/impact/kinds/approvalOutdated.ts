import type { IsmsDocument } from '../../index/model';
import { fingerprintOf, isFingerprint } from '../../normative/fingerprint';
import { normativeStatements } from '../../normative/statements';
import { atHead, type ChangeKind, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { nameOf } from '../names';
import type { DocumentPair } from '../pairs';

export const approvalOutdated: ChangeKind = {
  id: 'IMP123',
  name: 'approval-outdated',
  level: 'decision',
  summary:
    'The requirements of an approved document changed, and its approval is still that of the text before. Where the approval records a fingerprint, that decides instead of the date: whether the text changed or the approval.',
  *find(context) {
    for (const pair of context.pairs.both) {
      if (pair.head.status !== 'approved') continue;
      const recorded = pair.head.field('approved_fingerprint');
      const byFingerprint = recorded !== undefined && isFingerprint(recorded.value);
      yield* byFingerprint ? notThatText(pair, context) : sameApproval(pair, context);
    }
  },
};

/** Dates say when somebody approved; a fingerprint says what. */
function* notThatText(pair: DocumentPair, { head, texts }: ImpactContext): Iterable<RawChange> {
  const { base: was, head: now } = pair;
  const recorded = now.field('approved_fingerprint');
  const touched = texts.of(pair).kind === 'normative' || approvalOf(was) !== approvalOf(now);
  if (recorded === undefined || !touched) return;
  const current = fingerprintOf(normativeStatements(now, head.vocabulary));
  if (recorded.value === current) return;
  yield {
    subject: nameOf(now),
    message: `The approval of ${nameOf(now)} records another text than this one. Nobody approved the text as it is now.`,
    before: `approved ${recorded.value}`,
    after: `text ${current}`,
    place: atHead(now.path, recorded.span),
  };
}

function approvalOf(document: IsmsDocument): string {
  const fields = ['status', 'approved_date', 'approved_fingerprint'] as const;
  return JSON.stringify(fields.map((field) => document.field(field)?.value.trim()));
}

function* sameApproval(pair: DocumentPair, { texts }: ImpactContext): Iterable<RawChange> {
  const { base: was, head: now } = pair;
  const approval = now.field('approved_date');
  // A document that was never approved has no approval that could be outdated; other rules speak of it.
  if (approval === undefined || was.field('approved_date')?.value.trim() !== approval.value.trim()) return;
  if (texts.of(pair).kind !== 'normative') return;
  yield {
    subject: nameOf(now),
    message: `What ${nameOf(now)} asks for changed after the approval of ${approval.value}. Nobody approved the text as it is now.`,
    before: `approved ${approval.value}`,
    after: `approved ${approval.value}, text changed`,
    place: atHead(now.path, approval.span),
  };
}
