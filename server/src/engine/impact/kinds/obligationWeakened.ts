import { atBase, atHead, type ChangeKind, type RawChange } from '../change';
import { nameOf } from '../names';
import type { StatementChange } from '../obligations';
import type { DocumentPair } from '../pairs';
import { readable } from '../statements';

export const obligationWeakened: ChangeKind = {
  id: 'IMP131',
  name: 'obligation-weakened',
  level: 'attention',
  summary:
    'A requirement asks for less: it is gone, "must" became "should", a deadline is longer, or it holds in fewer cases.',
  *find({ pairs, texts }) {
    for (const pair of pairs.both)
      for (const change of texts.of(pair).statements)
        if (change.verdict === 'weaker') yield weakened(pair, change);
  },
};

function weakened(
  { base: was, head: now }: DocumentPair,
  { before, after, reasons }: StatementChange,
): RawChange {
  return {
    subject: nameOf(now),
    message:
      after === undefined
        ? `${nameOf(now)} no longer asks for this.`
        : `${nameOf(now)} asks for less than before: ${reasons.join('; ')}.`,
    before: before === undefined ? '' : readable(before),
    after: after === undefined ? '' : readable(after),
    place: after === undefined ? before && atBase(was.path, before.span) : atHead(now.path, after.span),
  };
}
