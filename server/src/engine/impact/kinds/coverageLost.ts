import { atBase, atHead, type ChangeKind, type ChangePlace } from '../change';
import type { ImpactContext } from '../context';
import { controlName, controlsOf, decisionOf, mappersOf, rowOf } from '../controls';
import { listed, nameOf, shortNameOf } from '../names';

export const coverageLost: ChangeKind = {
  id: 'IMP101',
  name: 'coverage-lost',
  level: 'decision',
  summary: 'A control that is not excluded lost the last document that mapped it.',
  *find(context) {
    const { base, head } = context;
    if (head.mappingsUncertain) return;
    for (const control of controlsOf(context)) {
      const before = mappersOf(base, control);
      if (before.length === 0 || mappersOf(head, control).length > 0) continue;
      if (decisionOf(rowOf(head, control)) === 'excluded') continue;
      yield {
        subject: control,
        message: `No document maps ${controlName(head, control)} any more: ${listed(before.map(nameOf))} did. An auditor will ask which rule carries the control out.`,
        before: before.map(shortNameOf).join(', '),
        after: '',
        place: placeOf(context, control),
      };
    }
  },
};

/** The list that named it: in the document as it is now, else as it was. */
function placeOf({ base, head, pairs }: ImpactContext, control: string): ChangePlace | undefined {
  const mapping = base.mappings.get(control)?.[0];
  if (mapping === undefined) return undefined;
  const now = pairs.headOf(mapping.document);
  const list = now?.facts.references.find(({ key }) => key === mapping.reference.key);
  if (now !== undefined && list !== undefined) return atHead(now.path, list.mention.span);
  const { path } = mapping.document;
  return head.files.has(path)
    ? atHead(path, { start: 0, end: 0 })
    : atBase(path, mapping.reference.mention.span);
}
