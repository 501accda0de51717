import type { ExceptionRow } from '../../facts/registerFacts';
import type { Isms, RegisterEntry } from '../../index/model';
import { atBase, atHead, type ChangeKind, type RawChange } from '../change';
import type { ImpactContext } from '../context';
import { dayIn, isLater, untilOf } from '../ends';
import { plainText } from '../plainText';

export const exceptionsChanged: ChangeKind = {
  id: 'IMP174',
  name: 'exception-added',
  level: 'attention',
  summary:
    'An exception was granted or extended (attention), or ended or shortened (information); or the change touches one that has expired and is not closed (attention).',
  *find(context) {
    const { base, head } = context;
    const before = byKey(base);
    const after = byKey(head);
    for (const [key, entry] of after) {
      const was = before.get(key);
      if (was === undefined) yield granted(entry, context);
      else yield* changed(was, entry, context);
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

function granted(entry: Exception, { head, today }: ImpactContext): RawChange {
  const until = endOf(entry, head);
  return {
    subject: nameOf(entry),
    message: `${describe(entry)} was granted.${isPast(until, today) ? ' It has expired already.' : ''}`,
    before: '',
    after: untilOf(until),
    place: atHead(entry.document.path, entry.row.idSpan),
  };
}

/** That time goes by is no change: an exception that has expired is reported where the change touches its entry. */
function* changed(
  was: Exception,
  entry: Exception,
  { base, head, today }: ImpactContext,
): Iterable<RawChange> {
  const [before, until] = [endOf(was, base), endOf(entry, head)];
  const expired = isPast(until, today) && !head.vocabulary.isClosed(entry.row.cells.status?.text ?? '');
  if (before === until && (!expired || rowText(was) === rowText(entry))) return;
  const longer = isLater(before, until);
  const holds = before === until ? 'was edited' : `holds for ${longer ? 'longer' : 'a shorter time'}`;
  yield {
    subject: nameOf(entry),
    message: `${describe(entry)} ${holds}.${expired ? ' It has expired: extend it with an approval, or close it.' : ''}`,
    before: untilOf(before),
    after: untilOf(until),
    place: atHead(entry.document.path, entry.row.idSpan),
    level: longer || expired ? 'attention' : 'information',
  };
}

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

function endOf({ row }: Exception, { vocabulary }: Isms): string | undefined {
  return dayIn(row.cells.expires?.text, vocabulary);
}

function isPast(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}

function rowText({ document, row }: Exception): string {
  return plainText(document.source.text.slice(row.span.start, row.span.end));
}
