import { atHead, type ChangeKind } from '../change';
import { nameOf } from '../names';

export const approvalOutdated: ChangeKind = {
  id: 'IMP123',
  name: 'approval-outdated',
  level: 'decision',
  summary:
    'The requirements of an approved document changed, and its approval is still that of the text before.',
  *find({ pairs, texts }) {
    for (const pair of pairs.both) {
      const { base: was, head: now } = pair;
      if (now.status !== 'approved' || texts.of(pair).kind !== 'normative') continue;
      const approval = now.field('approved_date');
      // A document that was never approved has no approval that could be outdated; other rules speak of it.
      if (approval === undefined || was.field('approved_date')?.value.trim() !== approval.value.trim())
        continue;
      yield {
        subject: nameOf(now),
        message: `What ${nameOf(now)} asks for changed after the approval of ${approval.value}. Nobody approved the text as it is now.`,
        before: `approved ${approval.value}`,
        after: `approved ${approval.value}, text changed`,
        place: atHead(now.path, approval.span),
      };
    }
  },
};
