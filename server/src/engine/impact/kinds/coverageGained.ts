import { atHead, type ChangeKind } from '../change';
import { controlName, controlsOf, mappersOf } from '../controls';
import { listed, nameOf, shortNameOf } from '../names';

export const coverageGained: ChangeKind = {
  id: 'IMP102',
  name: 'coverage-gained',
  level: 'information',
  summary: 'A control that no document mapped is mapped now.',
  *find(context) {
    const { base, head } = context;
    if (base.mappingsUncertain) return;
    for (const control of controlsOf(context)) {
      const after = mappersOf(head, control);
      const first = head.mappings.get(control)?.[0];
      if (first === undefined || mappersOf(base, control).length > 0) continue;
      yield {
        subject: control,
        message: `${controlName(head, control)} is mapped for the first time, by ${listed(after.map(nameOf))}.`,
        before: '',
        after: after.map(shortNameOf).join(', '),
        place: atHead(first.document.path, first.reference.mention.span),
      };
    }
  },
};
