import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestSubjects } from '../../server/src/engine/trace/subject';
import { traceOf } from '../../server/src/engine/trace/trace';
import type { Isms } from '../../server/src/engine/index/model';
import { ismsOf, TODAY } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

const FILES: Readonly<Record<string, string>> = {
  'soa.md':
    '| Control | Applicable | Justification | Status | Documents | Risks | Evidence |\n| --- | --- | --- | --- | --- | --- | --- |\n| A.5.18 | Yes | R-001 | Implemented | [Access](policies/access.md) | R-001 | |\n',
  'risks.md':
    '| ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | A leaver keeps access | Mitigate | A.5.18 |\n',
  'requirements.md':
    '---\ntype: requirements-register\n---\n\n| ID | Requirement | Source | Controls |\n| --- | --- | --- | --- |\n| REQ-1 | Least privilege | Contract | A.5.18 |\n',
  'evidence.md':
    '| ID | Evidence | Controls | Frequency | Last collected |\n| --- | --- | --- | --- | --- |\n| EV-1 | Access review | A.5.18 | quarterly | 2026-10-01 |\n',
  'policies/access.md':
    '---\nid: POL-1\ntitle: Access\nstatus: approved\nnext_review: 2027-01-01\n---\n\n# Access\n\n## Leavers\n\n(Annex A: A.5.18)\n\nRights end on the last day.\n',
};

function ismsWith(changes: Readonly<Record<string, string | undefined>> = {}): Isms {
  const files = Object.entries({ ...FILES, ...changes }).filter(([, text]) => text !== undefined);
  return ismsOf(parseFixture(files.map(([path, text]) => `=== ${path}\n${text}`).join('')));
}

/** The links of a trace, each as `from kind to: state`. */
function links(isms: Isms, id: string): string[] {
  const trace = traceOf(isms, id, TODAY);
  const name = (key: string): string => trace?.nodes.find((node) => node.key === key)?.name ?? '?';
  return (trace?.edges ?? []).map(
    ({ from, to, kind, state, reason }) =>
      `${name(from)} ${kind} ${name(to)}: ${state}${reason === '' ? '' : ` (${reason})`}`,
  );
}

const WHOLE = [
  'R-001 treated-by A.5.18: holds',
  'REQ-1 met-by A.5.18: holds',
  'A.5.18 decided-in SoA row of A.5.18: holds',
  'SoA row of A.5.18 implemented-by POL-1: holds',
  'POL-1 detailed-in Leavers: holds',
  'SoA row of A.5.18 evidenced-by EV-1: holds',
];

describe('the trace of', () => {
  const subjects: readonly (readonly [name: string, id: string, without: RegExp | undefined])[] = [
    ['a control', 'A.5.18', undefined],
    ['a control in another spelling', '5.18', undefined],
    ['a document by its id', 'POL-1', undefined],
    ['a document by its path', './policies/access.md', undefined],
    ['a document by its title', 'access', undefined],
    ['evidence', 'EV-1', undefined],
    ['a risk, without the other reasons', 'r001', /REQ-1/],
    ['a requirement, without the risks', 'REQ-1', /R-001/],
  ];
  for (const [name, id, without] of subjects)
    it(`${name} is the whole chain`, () => {
      assert.deepEqual(
        links(ismsWith(), id),
        WHOLE.filter((link) => without?.test(link) !== true),
      );
    });

  it('an id of 2013 leads to its successors and says so', () => {
    const trace = traceOf(ismsWith(), 'A.9.2.6', TODAY);
    assert.deepEqual(trace?.controls, ['A.5.18']);
    assert.match(trace?.notes.join() ?? '', /^A\.9\.2\.6 is an id of the 2013 edition/);
  });

  it('nothing is none, and the nearest ids are named', () => {
    assert.equal(traceOf(ismsWith(), 'R-0011', TODAY), undefined);
    assert.deepEqual(nearestSubjects(ismsWith(), 'R-0011').slice(0, 1), ['R-001']);
    assert.deepEqual(nearestSubjects(ismsWith(), 'something else entirely'), []);
  });
});

describe('a link of a trace', () => {
  const soa = (cells: string): string => (FILES['soa.md'] ?? '').replace(/\| A\.5\.18 .*\n/, `${cells}\n`);
  const edit = (path: string, from: string, to: string): string => (FILES[path] ?? '').replace(from, to);
  const states: readonly (readonly [
    name: string,
    changes: Readonly<Record<string, string | undefined>>,
    link: RegExp,
  ])[] = [
    [
      'is one-way where the row lists other risks',
      {
        'soa.md': soa('| A.5.18 | Yes | x | Implemented | | R-002 | |'),
        'risks.md': `${FILES['risks.md']}| R-002 | B | Mitigate | A.5.18 |\n`,
      },
      /^R-001 treated-by A\.5\.18: one-way \(the row/,
    ],
    [
      'is one-way where only the row names the risk',
      { 'risks.md': edit('risks.md', 'A.5.18', 'A.5.16') },
      /^R-001 treated-by A\.5\.18: one-way \(only/,
    ],
    [
      'is broken where the row names a risk that is nowhere',
      { 'soa.md': edit('soa.md', '| R-001 | |', '| R-001, R-099 | |') },
      /^R-099 treated-by A\.5\.18: broken/,
    ],
    [
      'is excluded where the control does not apply',
      { 'soa.md': soa('| A.5.18 | No | x | | | | |') },
      /^A\.5\.18 decided-in SoA row of A\.5\.18: excluded/,
    ],
    [
      'is broken where nothing was decided',
      { 'soa.md': soa('| A.5.18 | TBC | | | | | |') },
      /decided-in SoA row of A\.5\.18: broken/,
    ],
    [
      'is broken where there is no row',
      { 'soa.md': soa('| A.5.1 | Yes | x | | | | |') },
      /decided-in SoA row of A\.5\.18: broken \(the Statement/,
    ],
    [
      'is one-way where the row does not name the document',
      { 'soa.md': edit('soa.md', '[Access](policies/access.md)', 'Handbook') },
      /implemented-by POL-1: one-way/,
    ],
    [
      'is a draft where the document is one',
      { 'policies/access.md': edit('policies/access.md', 'approved', 'draft') },
      /implemented-by POL-1: draft/,
    ],
    [
      'is stale where the review is overdue',
      { 'policies/access.md': edit('policies/access.md', '2027-01-01', '2026-01-01') },
      /implemented-by POL-1: stale \(its review was due on 2026-01-01\)/,
    ],
    [
      'is stale where evidence is old',
      { 'evidence.md': edit('evidence.md', '2026-10-01', '2026-03-01') },
      /evidenced-by EV-1: stale \(it was due again on 2026-06-01\)/,
    ],
    [
      'is broken where evidence was never collected',
      { 'evidence.md': edit('evidence.md', '2026-10-01', '') },
      /evidenced-by EV-1: broken/,
    ],
    [
      'is one-way where only the row names the evidence',
      {
        'soa.md': edit('soa.md', 'R-001 | |', 'R-001 | EV-1 |'),
        'evidence.md': edit('evidence.md', 'A.5.18', 'A.5.16'),
      },
      /evidenced-by EV-1: one-way/,
    ],
    [
      'holds for evidence that the row tells in words',
      { 'soa.md': edit('soa.md', 'R-001 | |', 'R-001 | Minutes |'), 'evidence.md': undefined },
      /evidenced-by Minutes: holds/,
    ],
    [
      'is expired where an exception has ended',
      {
        'exceptions.md':
          '| ID | Exception | Control | Granted | Expires |\n| --- | --- | --- | --- | --- |\n| EXC-1 | Scanner | A.5.18 | 2026-01-01 | 2026-06-30 |\n',
      },
      /excepted-by EXC-1: expired \(it ended on 2026-06-30\)/,
    ],
    [
      'is expired where an exclusion was to end',
      { 'soa.md': soa('| A.5.18 | No | We have no accounts. Until: 2026-06-30 | | | | |') },
      /decided-in SoA row of A\.5\.18: expired \(the exclusion was to be looked at again by 2026-06-30\)/,
    ],
  ];
  for (const [name, changes, link] of states)
    it(name, () => {
      const found = links(ismsWith(changes), 'A.5.18');
      assert.ok(
        found.some((each) => link.test(each)),
        found.join('\n'),
      );
    });

  it('goes from the control where there is no Statement of Applicability', () => {
    assert.ok(
      links(ismsWith({ 'soa.md': undefined }), 'A.5.18').includes('A.5.18 implemented-by POL-1: holds'),
    );
  });
});
