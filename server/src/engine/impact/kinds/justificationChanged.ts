import type { ChangeKind, ChangeLevel } from '../change';
import { controlName, controlsOf, decisionOf, justificationOf, rowOf, rowPlace } from '../controls';
import { samePlainText, saysNothing } from '../plainText';

export const justificationChanged: ChangeKind = {
  id: 'IMP113',
  name: 'justification-changed',
  level: 'decision',
  summary:
    'The reason for including or excluding a control was removed (decision), changed (attention) or added (information).',
  *find(context) {
    const { base, head } = context;
    for (const control of controlsOf(context)) {
      const was = rowOf(base, control);
      const now = rowOf(head, control);
      // A changed decision is reported with its reason.
      if (was === undefined || now === undefined || decisionOf(was) !== decisionOf(now)) continue;
      const before = justificationOf(was.row);
      const after = justificationOf(now.row);
      if (samePlainText(before, after) || (saysNothing(before) && saysNothing(after))) continue;
      const name = controlName(head, control);
      const { message, level } = verdict(name, saysNothing(before), saysNothing(after));
      yield { subject: control, message, before, after, place: rowPlace(now), level };
    }
  },
};

function verdict(
  name: string,
  wasEmpty: boolean,
  isEmpty: boolean,
): { readonly message: string; readonly level: ChangeLevel } {
  if (isEmpty)
    return {
      message: `The justification of ${name} was removed. Clause 6.1.3 d) asks for one.`,
      level: 'decision',
    };
  return wasEmpty
    ? { message: `${name} has a justification now.`, level: 'information' }
    : { message: `The justification of ${name} changed. Check that it still holds.`, level: 'attention' };
}
