import type { Isms, SoaEntry } from '../../index/model';
import { isPlaceholder } from '../../text/placeholder';
import type { ChangeKind } from '../change';
import type { ImpactContext } from '../context';
import { controlName, controlsOf, decisionOf, mappersOf, rowOf, rowPlace } from '../controls';
import { listed } from '../names';
import { saysNothing } from '../plainText';

export const controlIncluded: ChangeKind = {
  id: 'IMP112',
  name: 'control-included',
  level: 'attention',
  summary:
    'The Statement of Applicability includes a control that it excluded, and no document maps it or nobody owns it: neither its row nor a document that maps it names an owner. Information where both are there.',
  *find(context) {
    const { base, head } = context;
    for (const control of controlsOf(context)) {
      const now = rowOf(head, control);
      if (decisionOf(rowOf(base, control)) !== 'excluded' || decisionOf(now) !== 'applicable') continue;
      const lacking = lackingFor(control, now, context);
      yield {
        subject: control,
        message:
          lacking.length === 0
            ? `${controlName(head, control)} applies now.`
            : `${controlName(head, control)} applies now and has ${listed(lacking)} yet.`,
        before: 'excluded',
        after: ['applicable', ...lacking].join(', '),
        place: rowPlace(now),
        level: lacking.length === 0 ? 'information' : 'attention',
      };
    }
  },
};

function lackingFor(control: string, row: SoaEntry | undefined, { head }: ImpactContext): string[] {
  const documents = mappersOf(head, control);
  // A document that could not be read may map the control and name an owner.
  if (documents.length === 0 && head.mappingsUncertain) return [];
  const owned = namesOwner(row, head) || documents.some((document) => document.field('owner') !== undefined);
  return [...(documents.length === 0 ? ['no document'] : []), ...(owned ? [] : ['no owner'])];
}

function namesOwner(entry: SoaEntry | undefined, { vocabulary }: Isms): boolean {
  const text = entry?.row.owner?.text;
  return !saysNothing(text) && !isPlaceholder(text ?? '', vocabulary.dates);
}
