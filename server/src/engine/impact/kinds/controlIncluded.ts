import type { ChangeKind } from '../change';
import type { ImpactContext } from '../context';
import { controlName, controlsOf, decisionOf, mappersOf, rowOf, rowPlace } from '../controls';
import { listed } from '../names';

export const controlIncluded: ChangeKind = {
  id: 'IMP112',
  name: 'control-included',
  level: 'attention',
  summary:
    'The Statement of Applicability includes a control that it excluded; information where a document maps it.',
  *find(context) {
    const { base, head } = context;
    for (const control of controlsOf(context)) {
      const now = rowOf(head, control);
      if (decisionOf(rowOf(base, control)) !== 'excluded' || decisionOf(now) !== 'applicable') continue;
      const lacking = lackingFor(control, context);
      yield {
        subject: control,
        message:
          lacking.length === 0
            ? `${controlName(head, control)} applies now.`
            : `${controlName(head, control)} applies now and has ${listed(lacking)}, so nothing carries it out yet.`,
        before: 'excluded',
        after: ['applicable', ...lacking].join(', '),
        place: rowPlace(now),
        level: lacking.length === 0 ? 'information' : 'attention',
      };
    }
  },
};

function lackingFor(control: string, { head }: ImpactContext): string[] {
  const documents = mappersOf(head, control);
  if (documents.length === 0) return head.mappingsUncertain ? [] : ['no document'];
  return documents.some((document) => document.field('owner') !== undefined)
    ? []
    : ['no document with an owner'];
}
