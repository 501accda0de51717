import { atHead, type ChangeKind } from '../change';
import { nameOf } from '../names';
import { readable } from '../statements';

export const obligationStrengthened: ChangeKind = {
  id: 'IMP132',
  name: 'obligation-strengthened',
  level: 'information',
  summary: 'A requirement is new, or asks for more than before.',
  *find({ pairs, texts }) {
    for (const pair of pairs.both) {
      const { head: now } = pair;
      for (const { before, after, verdict, reasons } of texts.of(pair).statements) {
        if (verdict !== 'stronger' || after === undefined) continue;
        yield {
          subject: nameOf(now),
          message:
            before === undefined
              ? `${nameOf(now)} asks for this as well now.`
              : `${nameOf(now)} asks for more than before: ${reasons.join('; ')}.`,
          before: before === undefined ? '' : readable(before),
          after: readable(after),
          place: atHead(now.path, after.span),
        };
      }
    }
  },
};
