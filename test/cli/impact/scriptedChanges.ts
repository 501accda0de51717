import { ACCESS, all, BACKUP, edit, PLAN, type ScriptedChange } from './scripting';
import { LIMITED_CHANGES } from './limitedChanges';
import { TEXT_CHANGES } from './textChanges';
import { WEAKENINGS } from './weakenings';

const BACKUP_NAME = 'Backup (POL-BCK)';

/** One for each kind of change. */
export const CHANGES: readonly ScriptedChange[] = [
  {
    name: 'a control loses its only document',
    apply: edit(ACCESS, ['"A.5.15", "A.8.2"', '"A.5.15"']),
    reports: ['IMP101 decision A.8.2'],
  },
  {
    name: 'a control gains its first document',
    apply: edit(ACCESS, ['"A.8.2"', '"A.8.2", "A.8.5"']),
    reports: ['IMP102 information A.8.5'],
  },
  {
    name: 'a mapping moves to another document',
    apply: all(edit(ACCESS, [', "A.8.2"', '']), edit(BACKUP, ['"A.8.13"', '"A.8.2", "A.8.13"'])),
    reports: ['IMP103 information A.8.2'],
  },
  {
    name: 'a control is excluded without a reason',
    apply: edit('soa.md', [
      '| A.7.2 | Yes | Visitors come to the data centre every week | Implemented |',
      '| A.7.2 | No | — | |',
    ]),
    reports: ['IMP111 decision A.7.2'],
  },
  {
    name: 'a control is excluded with a reason',
    apply: edit('soa.md', [
      '| A.7.2 | Yes | Visitors come to the data centre every week | Implemented |',
      '| A.7.2 | No | The data centre was given up in May | |',
    ]),
    reports: ['IMP111 attention A.7.2'],
  },
  {
    name: 'the row of a control is gone',
    apply: edit('soa.md', [
      '| A.7.2 | Yes | Visitors come to the data centre every week | Implemented | PLN-ÜBG |\n',
      '',
    ]),
    reports: ['IMP111 decision A.7.2'],
  },
  {
    name: 'a control is included without a document',
    apply: edit('soa.md', ['| A.7.4 | No |', '| A.7.4 | Yes |']),
    reports: ['IMP112 attention A.7.4'],
  },
  {
    name: 'a control is included with a document whose owner is named',
    apply: all(
      edit('soa.md', ['| A.7.4 | No |', '| A.7.4 | Yes |']),
      edit(PLAN, ['"A.7.2"', '"A.7.2", "A.7.4"']),
    ),
    reports: ['IMP102 information A.7.4', 'IMP112 information A.7.4'],
  },
  {
    name: 'a control is included whose document names no owner',
    given: edit(PLAN, ['owner: Lena\n', ''], ['"A.7.2"', '"A.7.2", "A.7.4"']),
    apply: edit('soa.md', ['| A.7.4 | No |', '| A.7.4 | Yes |']),
    reports: ['IMP112 attention A.7.4'],
  },
  {
    name: 'a control is included whose row names the owner that its document lacks',
    given: all(
      edit(PLAN, ['owner: Lena\n', ''], ['"A.7.2"', '"A.7.2", "A.7.4"']),
      edit('soa.md', ['| Status |', '| Owner |'], ['the lease | |', 'the lease | Lena |']),
    ),
    apply: edit('soa.md', ['| A.7.4 | No |', '| A.7.4 | Yes |']),
    reports: ['IMP112 information A.7.4'],
  },
  {
    name: 'a control is included with an owner to be named',
    given: all(
      edit(PLAN, ['owner: Lena\n', ''], ['"A.7.2"', '"A.7.2", "A.7.4"']),
      edit('soa.md', ['| Status |', '| Owner |'], ['the lease | |', 'the lease | TBD |']),
    ),
    apply: edit('soa.md', ['| A.7.4 | No |', '| A.7.4 | Yes |']),
    reports: ['IMP112 attention A.7.4'],
  },
  {
    name: 'a justification is removed',
    apply: edit('soa.md', ['Visitors come to the data centre every week', '']),
    reports: ['IMP113 decision A.7.2'],
  },
  {
    name: 'a justification changes',
    apply: edit('soa.md', ['Visitors come to the data centre every week', 'Visitors come now and then']),
    reports: ['IMP113 attention A.7.2'],
  },
  {
    name: 'a status goes back',
    apply: edit('soa.md', ['every week | Implemented', 'every week | Partial']),
    reports: ['IMP114 attention A.7.2'],
  },
  {
    name: 'a status goes forward',
    apply: edit('soa.md', ['| Planned |', '| Implemented |']),
    reports: ['IMP114 information A.8.13'],
  },
  ...TEXT_CHANGES,
  {
    name: 'a risk loses its last treatment',
    apply: edit('risks.md', ['| mitigate | A.8.13 |', '| mitigate |  |']),
    reports: ['IMP141 decision R-002'],
  },
  {
    name: 'a risk is accepted',
    apply: edit('risks.md', ['| mitigate | A.8.13 |', '| accept | A.8.13 |']),
    reports: ['IMP142 attention R-002'],
  },
  {
    name: 'a risk loses one of its controls',
    apply: edit('risks.md', ['A.5.15, A.8.2', 'A.5.15']),
    reports: ['IMP142 attention R-001'],
  },
  {
    name: 'a risk is removed',
    apply: edit('risks.md', ['| R-002 | Lost data | Joris | mitigate | A.8.13 | 4 |\n', '']),
    reports: ['IMP143 attention R-002'],
  },
  {
    name: 'a residual risk rises above the appetite',
    apply: edit('risks.md', ['A.8.13 | 4 |', 'A.8.13 | 10 |']),
    reports: ['IMP141 decision R-002'],
  },
  {
    name: 'a risk is new',
    apply: edit('risks.md', ['| R-002 |', '| R-003 | Fire | Lena | transfer |  | 5 |\n| R-002 |']),
    reports: ['IMP143 information R-003'],
  },
  {
    name: 'evidence that proves no rule any more',
    apply: edit(PLAN, ['controls: ["A.7.2"]', 'controls: []']),
    reports: ['IMP101 decision A.7.2', 'IMP151 attention EV-001'],
  },
  {
    name: 'evidence that proves the text before',
    apply: edit(
      PLAN,
      ['version: "1.0"', 'version: "1.1"'],
      ['approved_date: 2026-04-01', 'approved_date: 2026-11-20'],
      ['am Empfang anmelden', 'am Empfang anmelden und ausweisen'],
    ),
    reports: ['IMP151 attention Übergabe im Rechenzentrum (PLN-ÜBG)'],
  },
  {
    name: 'an exception is granted',
    apply: edit('exceptions.md', [
      '| EX-001',
      '| EX-002 | Legacy scanner | A.8.8 | 2026-11-20 | 2027-02-28 | Marit |\n| EX-001',
    ]),
    reports: ['IMP174 attention EX-002'],
  },
  {
    name: 'an exception is extended',
    apply: edit('exceptions.md', ['2027-01-31', '2027-12-31']),
    reports: ['IMP174 attention EX-001'],
  },
  {
    name: 'a document is removed to which others refer',
    apply: all((repository) => repository.remove(BACKUP), edit(ACCESS, ['"A.8.2"', '"A.8.2", "A.8.13"'])),
    reports: [`IMP161 decision ${BACKUP_NAME}`, 'IMP103 information A.8.13'],
  },
  {
    name: 'an id changes to which others refer',
    apply: edit(BACKUP, ['id: POL-BCK', 'id: POL-BACKUP']),
    reports: ['IMP161 decision Backup (POL-BACKUP)'],
  },
  {
    name: 'a document is new',
    apply: (repository) =>
      repository.write(
        'policies/clean.md',
        '---\nid: POL-CLN\ntitle: Clear desk\ntype: policy\nstatus: draft\n---\n\nDesks must be clear.\n',
      ),
    reports: ['IMP162 information Clear desk (POL-CLN)'],
  },
  {
    name: 'a document is retired',
    apply: all(
      edit(BACKUP, ['status: in-review', 'status: retired']),
      edit(ACCESS, ['"A.8.2"', '"A.8.2", "A.8.13"']),
    ),
    reports: [`IMP162 attention ${BACKUP_NAME}`, 'IMP103 information A.8.13'],
  },
  {
    name: 'a suppression is added',
    apply: edit(BACKUP, [
      '# Backup',
      '<!-- isms-disable-file policy/missing-field until=2027-01-31 by=CISO -- the approver is on leave -->\n\n# Backup',
    ]),
    reports: ['IMP171 attention policy/missing-field'],
  },
  {
    name: 'a rule is switched off',
    apply: edit('isms.yaml', ['rules:\n', 'rules:\n  soa/weak-justification: off\n']),
    reports: ['IMP172 decision soa/weak-justification'],
  },
  {
    name: 'files are left out',
    apply: edit('isms.yaml', ['rules:\n', 'documents:\n  exclude: ["archive/**"]\nrules:\n']),
    reports: ['IMP172 decision documents.exclude'],
  },
  {
    name: 'the risk appetite rises',
    apply: edit('isms.yaml', ['riskAppetite: 8', 'riskAppetite: 12']),
    reports: ['IMP172 decision riskAppetite'],
  },
  {
    name: 'the baseline grows',
    apply: (repository) =>
      repository.write('.isms-baseline', 'policy/missing-field POL-BCK -- the approver is on leave\n'),
    reports: ['IMP172 decision .isms-baseline'],
  },
  {
    name: 'a rule is switched on again',
    apply: edit('isms.yaml', ['  soa/missing-control: off\n', '']),
    reports: ['IMP173 information soa/missing-control'],
  },
  ...LIMITED_CHANGES,
  ...WEAKENINGS,
];
