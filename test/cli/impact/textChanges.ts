import { ACCESS, BACKUP, edit, PLAN, type Edit, type ScriptedChange } from './scripting';

/** A new version with an approval of its own: nothing is left to say of the paperwork. */
const ISSUED: readonly Edit[] = [
  ['version: "2.3"', 'version: "2.4"'],
  ['approved_date: 2026-03-02', 'approved_date: 2026-11-20'],
];

const access = (...edits: readonly Edit[]): ScriptedChange['apply'] => edit(ACCESS, ...ISSUED, ...edits);
const REVIEWERS: Edit = ['by the system owner', 'by the owner of the system and the manager'];
/** Of the rules as they are, and with other reviewers. */
const FINGERPRINT = 'v1-8b279179f7ca9c9e595b';
const NEW_FINGERPRINT = 'v1-45a9246b59465dd42b4a';
const fingerprinted = (fingerprint: string): ScriptedChange['apply'] =>
  edit(ACCESS, ['approver: Marit\n', `approver: Marit\napproved_fingerprint: ${fingerprint}\n`]);
const ACCESS_NAME = 'Access control (POL-ACC)';
const BACKUP_NAME = 'Backup (POL-BCK)';

/** What documents ask for, and their paperwork. */
export const TEXT_CHANGES: readonly ScriptedChange[] = [
  {
    name: 'a requirement is reworded without a new version',
    apply: edit(BACKUP, [
      'All databases must be copied every day.',
      'All databases must be copied off site every day.',
    ]),
    reports: [`IMP121 attention ${BACKUP_NAME}`],
  },
  {
    name: 'a requirement is reworded with a note in the history: nothing to report',
    apply: edit(
      BACKUP,
      ['All databases must be copied every day.', 'All databases must be copied off site every day.'],
      ['| Databases added |', '| Databases added |\n| next | 2026-11-20 | Off site |'],
    ),
    reports: [],
  },
  {
    name: 'a version goes down',
    apply: edit(BACKUP, ['version: "1.1.0"', 'version: "1.0.9"']),
    reports: [`IMP122 decision ${BACKUP_NAME}`],
  },
  {
    name: 'a requirement changes with the version of a correction',
    apply: edit(
      BACKUP,
      ['version: "1.1.0"', 'version: "1.1.1"'],
      ['All databases must be copied every day.', 'All databases must be copied off site every day.'],
    ),
    reports: [`IMP122 attention ${BACKUP_NAME}`],
  },
  {
    name: 'an approved text changes after its approval',
    apply: edit(
      ACCESS,
      ['version: "2.3"', 'version: "2.4"'],
      ['by the system owner', 'by the owner of the system and the manager'],
    ),
    reports: [`IMP123 decision ${ACCESS_NAME}`],
  },
  {
    name: 'an approved text changes, and its approval has a new date and the fingerprint of the text before',
    given: fingerprinted(FINGERPRINT),
    apply: access(REVIEWERS),
    reports: [`IMP123 decision ${ACCESS_NAME}`],
  },
  {
    name: 'an approved text changes and is approved anew on the same day: nothing to report',
    given: fingerprinted(FINGERPRINT),
    apply: edit(ACCESS, ['version: "2.3"', 'version: "2.4"'], REVIEWERS, [FINGERPRINT, NEW_FINGERPRINT]),
    reports: [],
  },
  {
    name: 'an approval gets a new date and not the fingerprint of the text',
    given: fingerprinted(NEW_FINGERPRINT),
    apply: edit(ACCESS, ['approved_date: 2026-03-02', 'approved_date: 2026-11-20']),
    reports: [`IMP123 decision ${ACCESS_NAME}`],
  },
  {
    name: 'a document is edited whose approval did not fit before: nothing to report',
    given: fingerprinted(NEW_FINGERPRINT),
    apply: edit(ACCESS, ['# Access control', '# Access']),
    reports: [],
  },
  {
    name: 'the date of the next review is gone',
    apply: edit(BACKUP, ['next_review: 2027-06-01\n', '']),
    reports: [`IMP124 attention ${BACKUP_NAME}`],
  },
  {
    name: 'the next review is later than the cycle allows',
    apply: edit(ACCESS, ['next_review: 2027-03-02', 'next_review: 2027-09-02']),
    reports: [`IMP124 attention ${ACCESS_NAME}`],
  },
  {
    name: 'the next review is a day that has passed',
    apply: edit(BACKUP, ['next_review: 2027-06-01', 'next_review: 2026-06-01']),
    reports: [`IMP124 attention ${BACKUP_NAME}`],
  },
  {
    name: '"must" becomes "should"',
    apply: access(['account must use', 'account should use']),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: '"müssen" becomes "sollen"',
    apply: edit(
      PLAN,
      ['version: "1.0"', 'version: "1.1"'],
      ['approved_date: 2026-04-01', 'approved_date: 2026-11-20'],
      ['müssen sich', 'sollen sich'],
    ),
    reports: [
      'IMP131 attention Übergabe im Rechenzentrum (PLN-ÜBG)',
      'IMP151 attention Übergabe im Rechenzentrum (PLN-ÜBG)',
    ],
  },
  {
    name: 'a requirement is removed',
    apply: access(['- Shared accounts must not be used for administration.\n', '']),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: 'a deadline is longer',
    apply: access(['within 24 hours', 'within 3 days']),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: 'an interval is longer',
    apply: access(['every 90 days', 'every 12 months']),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: 'a smallest number falls',
    apply: access(['at least 14 characters', 'at least 8 characters']),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: 'a requirement holds in fewer cases',
    apply: access([
      'Every account must use a second factor',
      'Every account must use a second factor where feasible',
    ]),
    reports: [`IMP131 attention ${ACCESS_NAME}`],
  },
  {
    name: 'a requirement is added',
    apply: access(['- Passwords', '- Sessions must end after 15 minutes.\n- Passwords']),
    reports: [`IMP132 information ${ACCESS_NAME}`],
  },
  {
    name: '"should" becomes "must"',
    apply: edit(BACKUP, ['version: "1.1.0"', 'version: "1.2.0"'], ['should be tested', 'must be tested']),
    reports: [`IMP132 information ${BACKUP_NAME}`],
  },
  {
    name: 'the owner changes',
    apply: edit(BACKUP, ['owner: Joris', 'owner: Lena']),
    reports: [`IMP133 attention ${BACKUP_NAME}`],
  },
  {
    name: 'the classification changes',
    apply: edit(BACKUP, ['classification: internal', 'classification: public']),
    reports: [`IMP133 attention ${BACKUP_NAME}`],
  },
];
