import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTitleJudge } from '../../server/src/engine/catalog/titles';
import { engine } from '../harness/engine';

const { catalog } = engine;
const judge = createTitleJudge(catalog);
const judged = (id: string, written: string): string | undefined => {
  const control = catalog.control(id);
  assert.ok(control !== undefined, id);
  const foreign = judge.foreignTitle(control, written);
  return foreign === undefined ? undefined : `${foreign.edition} ${foreign.id}`;
};

describe('titles of controls', () => {
  it('tells each title of 2022 from every other one, but for those that hold one another', () => {
    const silent = catalog.controls.flatMap((control) =>
      catalog.controls
        .filter((other) => other !== control && judge.foreignTitle(control, other.title) === undefined)
        .map((other) => `${control.id} ${other.id}`),
    );
    assert.deepEqual(silent, [
      'A.5.1 A.5.36',
      'A.5.18 A.8.2',
      'A.5.22 A.8.32',
      'A.5.36 A.5.1',
      'A.6.1 A.7.7',
      'A.7.7 A.6.1',
      'A.8.2 A.5.18',
      'A.8.20 A.8.21',
      'A.8.21 A.8.20',
      'A.8.32 A.5.22',
    ]);
  });

  it('accepts every title of the catalogue for its own control', () => {
    for (const control of catalog.controls)
      for (const title of [control.title, control.alternativeTitle])
        assert.equal(judge.foreignTitle(control, title), undefined, title);
  });

  it('recognises each title of 2013 under a control that never had its topic', () => {
    const [last] = [...catalog.controls].reverse();
    assert.ok(last !== undefined);
    const silent = catalog.supersededControls.filter(
      (former) => !former.targets.includes(last.id) && judge.foreignTitle(last, former.title) === undefined,
    );
    assert.deepEqual(silent, []);
  });

  const foreign: readonly (readonly [id: string, written: string, expected: string])[] = [
    ['A.5.15', 'Access rights', '2022 A.5.18'],
    ['A.5.15', 'ACCESS RIGHTS', '2022 A.5.18'],
    ['A.8.2', 'Physical security perimeter', '2022 A.7.1'],
    ['A.6.2', 'Teleworking', '2013 A.6.2.2'],
    ['A.6.7', 'Teleworking', '2013 A.6.2.2'],
    ['A.8.1', 'Mobile device policy', '2013 A.6.2.1'],
    ['A.8.9', 'Information backups', '2022 A.8.13'],
    ['A.7.8', 'User registration and de-registration process', '2013 A.9.2.1'],
    ['A.5.5', 'Inventory of assets', '2013 A.8.1.1'],
    ['A.8.34', 'Segregation of duty', '2022 A.5.3'],
  ];
  for (const [id, written, expected] of foreign)
    it(`${id} "${written}" is ${expected}`, () => assert.equal(judged(id, written), expected));

  const own: readonly (readonly [id: string, written: string, why: string])[] = [
    ['A.5.15', 'Access control (policy)', 'embellished'],
    ['A.5.2', 'Roles & responsibilities', 'shortened'],
    ['A.5.9', 'Asset inventory', 'shortened, another order'],
    ['A.5.9', 'Inventory of assets', 'a title of 2013 that only shortens this one'],
    ['A.5.8', 'Security in project/product mgmt', 'abbreviated'],
    ['A.5.23', 'Cloud services security', 'shortened'],
    ['A.8.22', 'Network segregation', 'another order'],
    ['A.8.16', 'Monitoring', 'one word'],
    ['A.5.32', 'IP rights', 'an abbreviation'],
    ['A.6.6', 'Confidentiality or nondisclosure agreements', 'a spelling'],
    ['A.7.14', 'Secure disposal or reuse of equipment', 'a spelling'],
    ['A.5.34', 'Privacy and protection of personally identifiable information', 'a spelling of 2013'],
    ['A.5.22', 'Change management', 'a part of its own title that is another’s whole title'],
    ['A.5.15', 'Zugangssteuerung', 'German'],
    ['A.8.24', 'Uso de criptografia', 'Portuguese'],
    ['A.5.15', 'Who may reach what, and who decides', 'words of their own'],
    ['A.5.1', 'Our set of rules', 'words of their own'],
    ['A.8.13', 'Restore tests of the port database', 'words of their own'],
    ['A.5.15', '', 'empty'],
    ['A.5.15', '5.15', 'no words'],
    [
      'A.5.15',
      'Rules to control physical and logical access to information and other associated assets are set',
      'a description',
    ],
  ];
  for (const [id, written, why] of own)
    it(`${id} "${written}" is its own: ${why}`, () => assert.equal(judged(id, written), undefined));
});
