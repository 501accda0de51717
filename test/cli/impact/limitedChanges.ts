import { all, BACKUP, edit, type ScriptedChange } from './scripting';

/** A risk that is accepted until a day. */
const accepted = (until: string): ScriptedChange['apply'] =>
  edit(
    'risks.md',
    [
      '| Residual |\n| --- | --- | --- | --- | --- | --- |',
      '| Residual | Accepted until |\n| --- | --- | --- | --- | --- | --- | --- |',
    ],
    ['A.8.2 | 6 |', 'A.8.2 | 6 | |'],
    ['mitigate | A.8.13 | 4 |', `accept | A.8.13 | 4 | ${until} |`],
  );

const suppressed = (words: string): ScriptedChange['apply'] =>
  edit(BACKUP, ['# Backup', `<!-- isms-disable-file policy/missing-field ${words} -->\n\n# Backup`]);

const SUPPRESSION = 'policy/missing-field';

/** What holds until a day: acceptances, suppressions, exceptions. */
export const LIMITED_CHANGES: readonly ScriptedChange[] = [
  {
    name: 'an acceptance is extended',
    given: accepted('2026-12-31'),
    apply: edit('risks.md', ['2026-12-31', '2027-12-31']),
    reports: ['IMP142 attention R-002'],
  },
  {
    name: 'the end of an acceptance is taken out',
    given: accepted('2026-12-31'),
    apply: edit('risks.md', ['2026-12-31', '']),
    reports: ['IMP142 attention R-002'],
  },
  {
    name: 'an acceptance is shortened',
    given: accepted('2027-12-31'),
    apply: edit('risks.md', ['2027-12-31', '2026-12-31']),
    reports: ['IMP142 information R-002'],
  },
  {
    name: 'an acceptance is shortened so that it has expired',
    given: accepted('2027-12-31'),
    apply: edit('risks.md', ['2027-12-31', '2026-10-31']),
    reports: ['IMP142 attention R-002'],
  },
  {
    name: 'a risk is edited whose acceptance has expired',
    given: accepted('2026-10-31'),
    apply: edit('risks.md', ['Lost data', 'Lost customer data']),
    reports: ['IMP142 attention R-002'],
  },
  {
    name: 'another risk is edited than that whose acceptance has expired: nothing to report',
    given: accepted('2026-10-31'),
    apply: edit('risks.md', ['Stolen credentials', 'Stolen passwords']),
    reports: [],
  },
  {
    name: 'a risk is edited whose acceptance holds: nothing to report',
    given: accepted('2026-12-31'),
    apply: edit('risks.md', ['Lost data', 'Lost customer data']),
    reports: [],
  },
  {
    name: 'a suppression is extended',
    given: suppressed('until=2026-12-31 by=CISO -- the approver is on leave'),
    apply: edit(BACKUP, ['until=2026-12-31', 'until=2027-06-30']),
    reports: [`IMP171 attention ${SUPPRESSION}`],
  },
  {
    name: 'a suppression is shortened',
    given: suppressed('until=2027-06-30 by=CISO -- the approver is on leave'),
    apply: edit(BACKUP, ['until=2027-06-30', 'until=2026-12-31']),
    reports: [`IMP171 information ${SUPPRESSION}`],
  },
  {
    name: 'a suppression gets the reason that it lacked',
    given: suppressed('until=2027-06-30 by=CISO'),
    apply: edit(BACKUP, ['by=CISO', 'by=CISO -- the approver is on leave']),
    reports: [`IMP171 attention ${SUPPRESSION}`],
  },
  {
    name: 'a suppression that has expired gets another reason',
    given: suppressed('until=2026-10-31 by=CISO -- the approver is on leave'),
    apply: edit(BACKUP, ['the approver is on leave', 'the approver left']),
    reports: [`IMP171 attention ${SUPPRESSION}`],
  },
  {
    name: 'the document of a suppression that has expired is edited, and the suppression not: nothing to report',
    given: suppressed('until=2026-10-31 by=CISO -- the approver is on leave'),
    apply: edit(BACKUP, ['# Backup\n', '# Backup\n\n## Rules\n']),
    reports: [],
  },
  {
    name: 'an exception that has expired is edited',
    given: edit('exceptions.md', ['2027-01-31', '2026-10-31']),
    apply: edit('exceptions.md', ['Old time clock', 'Older time clock']),
    reports: ['IMP174 attention EX-001'],
  },
  {
    name: 'an exception that has expired is closed: nothing to report',
    given: edit(
      'exceptions.md',
      ['2027-01-31', '2026-10-31'],
      ['| Approver |', '| Status |'],
      ['| Marit |', '| open |'],
    ),
    apply: edit('exceptions.md', ['| open |', '| closed |']),
    reports: [],
  },
  {
    name: 'an exception next to one that has expired is granted',
    given: edit('exceptions.md', ['2027-01-31', '2026-10-31']),
    apply: all(
      edit('exceptions.md', [
        '| EX-001',
        '| EX-002 | Legacy scanner | A.8.8 | 2026-11-20 | 2027-02-28 | Marit |\n| EX-001',
      ]),
    ),
    reports: ['IMP174 attention EX-002'],
  },
];
