import type { IsmsDocument } from '../../index/model';
import { atBase, atHead, type ChangeKind, type ChangePlace } from '../change';
import type { ImpactContext } from '../context';
import { controlName, controlsOf, mappersOf } from '../controls';
import { listed, nameOf, shortNameOf } from '../names';

export const mappingMoved: ChangeKind = {
  id: 'IMP103',
  name: 'mapping-moved',
  level: 'information',
  summary: 'Other documents than before map a control; it is still covered.',
  *find(context) {
    const { base, head, pairs } = context;
    if (base.mappingsUncertain || head.mappingsUncertain) return;
    for (const control of controlsOf(context)) {
      const before = mappersOf(base, control);
      const after = mappersOf(head, control);
      if (before.length === 0 || after.length === 0) continue;
      const keys = new Set(before.map((document) => pairs.keyOf(document)));
      const now = new Set(after.map((document) => pairs.keyOf(document)));
      const gained = after.filter((document) => !keys.has(pairs.keyOf(document)));
      const lost = before.filter((document) => !now.has(pairs.keyOf(document)));
      if (gained.length === 0 && lost.length === 0) continue;
      yield {
        subject: control,
        message: `${controlName(head, control)} is ${sentence(lost, gained)}; ${listed(after.map(nameOf))} ${after.length === 1 ? 'covers' : 'cover'} it now.`,
        before: before.map(shortNameOf).join(', '),
        after: after.map(shortNameOf).join(', '),
        place: placeOf(context, control, gained[0] ?? after[0]),
      };
    }
  },
};

function sentence(lost: readonly IsmsDocument[], gained: readonly IsmsDocument[]): string {
  const from = `no longer mapped by ${listed(lost.map(nameOf))}`;
  const to = `mapped by ${listed(gained.map(nameOf))} as well`;
  if (gained.length === 0) return from;
  return lost.length === 0 ? to : `${from}, but by ${listed(gained.map(nameOf))}`;
}

function placeOf(
  { base, head }: ImpactContext,
  control: string,
  document: IsmsDocument | undefined,
): ChangePlace | undefined {
  const mapping = head.mappings.get(control)?.find((each) => each.document === document);
  if (mapping !== undefined) return atHead(mapping.document.path, mapping.reference.mention.span);
  const was = base.mappings.get(control)?.[0];
  return was === undefined ? undefined : atBase(was.document.path, was.reference.mention.span);
}
