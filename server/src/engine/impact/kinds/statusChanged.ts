import type { ImplementationStatus } from '../../facts/soaFacts';
import type { ChangeKind } from '../change';
import { controlName, controlsOf, decisionOf, rowOf, rowPlace } from '../controls';

/** How far a control is, from nothing to everything. */
const PROGRESS: readonly ImplementationStatus[] = ['not-started', 'planned', 'partial', 'implemented'];

export const statusChanged: ChangeKind = {
  id: 'IMP114',
  name: 'status-changed',
  level: 'attention',
  summary:
    'The implementation status of an applicable control went back (attention) or forward (information).',
  *find(context) {
    const { base, head } = context;
    for (const control of controlsOf(context)) {
      const was = rowOf(base, control);
      const now = rowOf(head, control);
      if (decisionOf(was) !== 'applicable' || decisionOf(now) !== 'applicable') continue;
      const before = progressOf(was?.row.status);
      const after = progressOf(now?.row.status);
      if (was === undefined || now === undefined || was.row.status === now.row.status) continue;
      if (before === undefined && after === undefined) continue;
      const back = (after ?? -1) < (before ?? -1);
      yield {
        subject: control,
        message: `${controlName(head, control)} went ${back ? 'back' : 'forward'} from ${word(was.row.status)} to ${word(now.row.status)}.`,
        before: word(was.row.status),
        after: word(now.row.status),
        place: rowPlace(now),
        level: back ? 'attention' : 'information',
      };
    }
  },
};

function progressOf(status: string | undefined): number | undefined {
  const at = PROGRESS.findIndex((each) => each === status);
  return at < 0 ? undefined : at;
}

function word(status: string): string {
  return status === 'missing' || status === 'no-column' ? 'no status' : status.replace('-', ' ');
}
