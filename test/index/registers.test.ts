import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Isms } from '../../server/src/engine/index/model';
import { registerKey } from '../../server/src/engine/index/registers';
import { ismsOf } from '../harness/engine';
import { parseFixture } from '../harness/fixture';

function isms(literal: string): Isms {
  return ismsOf(parseFixture(literal));
}

const RISKS =
  '| ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Fire | Mitigate | A.7.5 |\n';
const PLAN =
  '| ID | Risk ID | Action | Annex A control |\n| --- | --- | --- | --- |\n| RTP-1 | R-001 | Sprinklers | A.7.8 |\n';

describe('the registers of an ISMS', () => {
  it('finds a risk by its id in any spelling, and by its controls', () => {
    const { risksById, risksByControl } = isms(`=== risks.md\n${RISKS}`);
    assert.equal(risksById.get(registerKey('r1'))?.row.title, 'Fire');
    assert.deepEqual([...risksByControl.keys()], ['A.7.5']);
  });

  it('adds what a treatment plan in another file says of a risk', () => {
    const { risks, risksByControl } = isms(`=== risks.md\n${RISKS}\n=== plan.md\n${PLAN}`);
    assert.deepEqual(
      risks.map(({ plan }) => plan.map(({ row }) => row.title)),
      [['Sprinklers']],
    );
    assert.deepEqual([...risksByControl.keys()], ['A.7.5', 'A.7.8']);
  });

  it('takes no risks from policies, methods and templates', () => {
    const { risks } = isms(
      `=== method.md\n---\ntype: methodology\n---\n\n${RISKS}\n=== policies/a.md\n---\ncontrols: ["A.5.1"]\n---\n\n${RISKS}\n=== templates/risks.md\n${RISKS}`,
    );
    assert.deepEqual(risks, []);
  });

  it('but takes the exceptions to a policy from the policy', () => {
    const { exceptionsById } = isms(
      '=== policies/a.md\n---\ncontrols: ["A.5.1"]\n---\n\n| ID | Exception | Granted | Expires |\n| --- | --- | --- | --- |\n| EXC-1 | Scanner | 2026-01-01 | 2026-12-31 |\n',
    );
    assert.equal(exceptionsById.get(registerKey('EXC-1'))?.row.cells.expires?.text, '2026-12-31');
  });

  it('trusts a document that is kept for it where the header alone does not tell', () => {
    const table = '| ID | Title | Source |\n| --- | --- | --- |\n| 1 | Report breaches | GDPR |\n';
    assert.equal(isms(`=== a.md\n${table}`).requirements.length, 0);
    assert.equal(isms(`=== legal-register.md\n${table}`).requirements.length, 1);
    assert.equal(isms(`=== a.md\n---\ntype: requirements-register\n---\n\n${table}`).requirements.length, 1);
    assert.equal(
      isms(`=== isms.yaml\nrequirementsRegister: a.md\n=== a.md\n${table}`).requirements.length,
      1,
    );
  });

  it('takes folders and patterns in isms.yaml', () => {
    const files =
      '=== risks/1.yaml\nid: 1\ntitle: Fire\nscore: 4\n=== risks/2.yaml\nid: 2\ntitle: Flood\nscore: 2\n';
    for (const entry of ['risks/', '"risks/*.yaml"', '[risks/1.yaml, risks/2.yaml]'])
      assert.deepEqual(
        isms(`=== isms.yaml\nriskRegister: ${entry}\n${files}`).risks.map(({ row }) => row.title),
        ['Fire', 'Flood'],
      );
  });

  const incomplete: readonly (readonly [name: string, fixture: string, kinds: readonly string[]])[] = [
    ['nothing is missing', `=== isms.yaml\nriskRegister: risks.md\n=== risks.md\n${RISKS}`, []],
    [
      'a configured file is missing',
      `=== isms.yaml\nriskRegister: [risks.md, more.md]\n=== risks.md\n${RISKS}`,
      ['risk'],
    ],
    ['a pattern finds nothing', '=== isms.yaml\nevidenceRegister: evidence/*.yaml\n', ['evidence']],
    [
      'a file cannot be read',
      `=== risks.md\n${RISKS}\n=== more.md (unreadable: no UTF-8)\n`,
      ['risk', 'evidence', 'requirement', 'exception', 'document', 'plan'],
    ],
    [
      'a comment ends the table',
      `=== risks.md\n${RISKS}<!-- isms-disable-next-line risk/untreated -- later -->\n| R-002 | Flood | Mitigate | |\n`,
      ['risk', 'plan'],
    ],
  ];
  for (const [name, fixture, kinds] of incomplete)
    it(`knows whether a register is whole: ${name}`, () => {
      assert.deepEqual([...isms(fixture).incompleteRegisters].sort(), [...kinds].sort());
    });
});
