import type { ExceptionRow } from '../../facts/registerFacts';
import type { Isms, RegisterEntry } from '../../index/model';
import { readDate } from '../../text/date';
import { atBase, atHead, type ChangeKind } from '../change';

export const exceptionsChanged: ChangeKind = {
  id: 'IMP174',
  name: 'exception-added',
  level: 'attention',
  summary: 'An exception was granted or extended (attention), or ended or shortened (information).',
  *find({ base, head, today }) {
    const before = byKey(base);
    const after = byKey(head);
    for (const [key, entry] of after) {
      const was = before.get(key);
      const [until, now] = [was && endOf(was, base), endOf(entry, head)];
      if (was !== undefined && until === now) continue;
      const longer = until !== undefined && (now === undefined || now > until);
      const expired = now !== undefined && now < today ? ' It has expired already.' : '';
      yield {
        subject: nameOf(entry),
        message:
          was === undefined
            ? `${describe(entry)} was granted.${expired}`
            : `${describe(entry)} holds ${longer ? 'for longer' : 'for a shorter time'}.${expired}`,
        before: was === undefined ? '' : untilOf(until),
        after: untilOf(now),
        place: atHead(entry.document.path, entry.row.idSpan),
        level: was === undefined || longer ? 'attention' : 'information',
      };
    }
    for (const [key, entry] of before) {
      if (after.has(key) || head.incompleteRegisters.has('exception')) continue;
      yield {
        subject: nameOf(entry),
        message: `${describe(entry)} is no longer in the register.`,
        before: untilOf(endOf(entry, base)),
        after: '',
        place: atBase(entry.document.path, entry.row.idSpan),
        level: 'information',
      };
    }
  },
};

type Exception = RegisterEntry<ExceptionRow>;

function byKey(isms: Isms): Map<string, Exception> {
  const named = isms.exceptions.filter((entry) => nameOf(entry) !== '');
  return new Map(named.map((entry) => [nameOf(entry).toLowerCase(), entry]));
}

function nameOf({ row }: Exception): string {
  return row.id === '' ? row.title : row.id;
}

function describe(entry: Exception): string {
  const { id, title } = entry.row;
  return `The exception ${id !== '' && title !== '' ? `${id} (${title})` : nameOf(entry)}`;
}

/** The last day; `undefined` where the register names none that can be read. */
function endOf({ row }: Exception, { vocabulary }: Isms): string | undefined {
  const date = readDate(row.cells.expires?.text ?? '', vocabulary.dates);
  return date.kind === 'date' ? date.last : undefined;
}

function untilOf(day: string | undefined): string {
  return day === undefined ? 'without end' : `until ${day}`;
}
