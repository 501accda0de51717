import type { ChangeKind } from '../change';
import { isEmpty } from '../context';
import { severities } from './rulesWeakened';

export const rulesStrengthened: ChangeKind = {
  id: 'IMP173',
  name: 'rules-strengthened',
  level: 'information',
  summary: 'A rule is switched on or reported more gravely than before.',
  *find(context) {
    if (!isEmpty(context.base)) yield* severities(context, 'stronger');
  },
};
