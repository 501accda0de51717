import { all, edit, type ScriptedChange } from './scripting';

/** Adds lines to `isms.yaml`. */
const configured = (lines: string): ScriptedChange['apply'] =>
  edit('isms.yaml', ['rules:\n', `${lines}\nrules:\n`]);
const matrix = (score: number): string => `riskMatrix: { "1": { "1": 1, "2": ${score} } }`;
const accepted = 'policy/missing-field POL-BCK -- the approver is on leave\n';
const weakens = (subject: string): readonly string[] => [`IMP172 decision ${subject}`];

/** Changes that soften what is checked, and their opposites. */
export const WEAKENINGS: readonly ScriptedChange[] = [
  {
    name: 'git ignores a document',
    apply: (repository) => repository.write('.gitignore', '*plan.md\n'),
    reports: [
      'IMP101 decision A.7.2',
      'IMP161 decision Übergabe im Rechenzentrum (PLN-ÜBG)',
      'IMP172 decision .gitignore',
      'IMP151 attention EV-001',
    ],
  },
  {
    name: 'git ignores what is no document: nothing to report',
    apply: (repository) => repository.write('.gitignore', 'archive/\n*.log\n'),
    reports: [],
  },
  {
    name: 'links are not checked any more',
    given: configured('links: { ignore: ["../wiki/**"] }'),
    apply: edit('isms.yaml', ['"../wiki/**"', '"../wiki/**", "forms/**"']),
    reports: weakens('links.ignore'),
  },
  {
    name: 'ids of an own key are read no longer',
    given: configured('controlKeys: { our_controls: iso27001 }'),
    apply: edit('isms.yaml', ['controlKeys: { our_controls: iso27001 }\n', '']),
    reports: weakens('controlKeys.our_controls'),
  },
  {
    name: 'ids of an own key are read: nothing to report',
    apply: configured('controlKeys: { our_controls: iso27001 }'),
    reports: [],
  },
  {
    name: 'a word counts as a status of which less is asked',
    given: configured('statuses: { signed off: approved }'),
    apply: edit('isms.yaml', ['signed off: approved', 'signed off: draft']),
    reports: weakens('statuses.signed off'),
  },
  {
    name: 'a word counts as a status of which more is asked: nothing to report',
    given: configured('statuses: { signed off: draft }'),
    apply: edit('isms.yaml', ['signed off: draft', 'signed off: approved']),
    reports: [],
  },
  {
    name: 'a field is required no longer',
    given: configured('requiredFields: [title, owner, version]'),
    apply: edit('isms.yaml', ['[title, owner, version]', '[title, version]']),
    reports: weakens('requiredFields'),
  },
  {
    name: 'a field is required: nothing to report',
    given: configured('requiredFields: [title]'),
    apply: edit('isms.yaml', ['[title]', '[title, version]']),
    reports: [],
  },
  {
    name: 'the review cycle is longer',
    given: configured('reviewCycle: P1Y'),
    apply: edit('isms.yaml', ['P1Y', 'every two years']),
    reports: weakens('reviewCycle'),
  },
  {
    name: 'the review cycle is gone',
    given: configured('reviewCycle: P1Y'),
    apply: edit('isms.yaml', ['reviewCycle: P1Y\n', '']),
    reports: weakens('reviewCycle'),
  },
  {
    name: 'the review cycle is written otherwise: nothing to report',
    given: configured('reviewCycle: P1Y'),
    apply: edit('isms.yaml', ['P1Y', 'annual']),
    reports: [],
  },
  {
    name: 'a score of the risk matrix falls',
    given: configured(matrix(4)),
    apply: edit('isms.yaml', [matrix(4), matrix(3)]),
    reports: weakens('riskMatrix'),
  },
  {
    name: 'a score of the risk matrix rises: nothing to report',
    given: configured(matrix(3)),
    apply: edit('isms.yaml', [matrix(3), matrix(4)]),
    reports: [],
  },
  {
    name: 'a matrix that says what the product says: nothing to report',
    apply: configured(matrix(2)),
    reports: [],
  },
  {
    name: 'the risk appetite is gone',
    apply: edit('isms.yaml', ['riskAppetite: 8\n', '']),
    reports: weakens('riskAppetite'),
  },
  {
    name: 'changed requirements need no new version any more',
    given: configured('impact: { versionBump: pr }'),
    apply: edit('isms.yaml', ['versionBump: pr', 'versionBump: release']),
    reports: weakens('impact.versionBump'),
  },
  {
    name: 'an own catalogue loses a control',
    given: all(configured('catalogs: [own.yaml]'), (repository) =>
      repository.write('own.yaml', `title: Own\ncontrols:\n${control('ACME-1')}${control('ACME-2')}`),
    ),
    apply: edit('own.yaml', [control('ACME-2'), '']),
    reports: weakens('catalogs'),
  },
  {
    name: 'the baseline shrinks: nothing to report',
    given: (repository) =>
      repository.write('.isms-baseline', `${accepted}policy/missing-field POL-ACC -- on leave\n`),
    apply: (repository) => repository.write('.isms-baseline', accepted),
    reports: [],
  },
];

function control(id: string): string {
  return `  - id: ${id}\n    title: A control of our own\n`;
}
