import { atBase, type ChangeKind } from '../change';
import { controlName, controlsOf, decisionOf, justificationOf, rowOf, rowPlace } from '../controls';
import { saysNothing } from '../plainText';

export const controlExcluded: ChangeKind = {
  id: 'IMP111',
  name: 'control-excluded',
  level: 'decision',
  summary:
    'The Statement of Applicability excludes a control that it did not exclude (attention where it says why), or decides nothing of one that it held applicable.',
  *find(context) {
    const { base, head } = context;
    for (const control of controlsOf(context)) {
      const was = rowOf(base, control);
      const now = rowOf(head, control);
      const before = decisionOf(was);
      const after = decisionOf(now);
      if (before === after || after === 'applicable') continue;
      if (after === 'undecided') {
        if (before !== 'applicable' || head.soa?.complete === false) continue;
        yield {
          subject: control,
          message: `The Statement of Applicability held ${controlName(head, control)} applicable and decides nothing of it now.`,
          before: 'applicable',
          after: now === undefined ? 'no row' : 'undecided',
          place: rowPlace(now) ?? (was && atBase(was.document.path, was.row.span)),
        };
        continue;
      }
      const reason = now === undefined ? '' : justificationOf(now.row);
      const unjustified = saysNothing(reason);
      yield {
        subject: control,
        message: unjustified
          ? `${controlName(head, control)} is excluded and no reason is given. Clause 6.1.3 d) asks for the justification of every exclusion.`
          : `${controlName(head, control)} is excluded now. Check that nothing in scope needs it.`,
        before,
        after: unjustified ? 'excluded, no reason' : `excluded: ${reason}`,
        place: rowPlace(now),
        level: unjustified ? 'decision' : 'attention',
      };
    }
  },
};
