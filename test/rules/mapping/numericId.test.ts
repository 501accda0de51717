import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/numeric-id';

describe(RULE, () => {
  const cases: readonly (readonly [before: string, severity: string, id: string, after: string])[] = [
    ['controls:\n  - ⟪5.10⟫', 'error', 'A.5.10', 'controls:\n  - "A.5.10"'],
    ['controls: [⟪5.30⟫]', 'error', 'A.5.30', 'controls: ["A.5.30"]'],
    ['controls: ⟪8.20⟫', 'error', 'A.8.20', 'controls: "A.8.20"'],
    ['controls:\n  - ⟪5.1⟫ # policies', 'hint', 'A.5.1', 'controls:\n  - "A.5.1" # policies'],
    ['controls: [A.5.9, ⟪5.15⟫]', 'hint', 'A.5.15', 'controls: [A.5.9, "A.5.15"]'],
    ['controls: [⟪05.15⟫]', 'error', 'A.5.15', 'controls: ["A.5.15"]'],
    ['iso27001_controls: [⟪7.10⟫]', 'error', 'A.7.10', 'iso27001_controls: ["A.7.10"]'],
  ];
  for (const [before, severity, id, after] of cases) {
    for (const crlf of [false, true]) {
      it(`${JSON.stringify(before)} is ${severity === 'error' ? 'an error' : 'a hint'}${crlf ? ', CRLF' : ''}`, () => {
        const literal = policyWith(before, { crlf });
        const [finding, ...more] = assertFires(RULE, literal);
        assert.ok(finding !== undefined && more.length === 0);
        assert.equal(finding.severity, severity);
        assert.equal(finding.control, id);
        assert.deepEqual(
          finding.fixes.map((fix) => [fix.title, fix.kind]),
          [[`Change to "${id}"`, 'choice']],
        );
        const { texts, left } = afterFix(literal, RULE, fixNamed([finding]));
        assert.equal(texts.get('policies/a.md'), parseFixture(policyWith(after, { crlf })).files[0]?.text);
        assert.deepEqual(left, []);
      });
    }
  }

  it('says what YAML reads and where the document would be filed', () => {
    const [finding] = assertFires(RULE, policyWith('controls: [⟪5.10⟫]'));
    assert.match(
      finding?.message ?? '',
      /reads 5\.10 without quotes as the number 5\.1\. .* under A\.5\.1 and not under A\.5\.10 /,
    );
  });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['quoted ids', policyWith('controls: ["5.10", \'5.1\', A.5.10]')],
    ['lists in one value, which are text to YAML', policyWith('controls: 5.10, 5.11')],
    ['clauses', policyWith('controls: [A.5.1]\nclauses: [5.10, 6.1]')],
    ['other frameworks', policyWith('controls: [A.5.1]\ncis_controls: [5.10]')],
    ['other numbers', policyWith('controls: [A.5.1]\nversion: 1.10')],
    ['a template', policyWith('type: template\ncontrols: [5.10]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('can be made milder or louder by the configuration', () => {
    const literal = `=== isms.yaml\nrules:\n  ${RULE}: warning\n${policyWith('controls: [5.10, 5.1]')}`;
    assert.deepEqual(
      findingsOf(RULE, literal).map((finding) => finding.severity),
      ['warning', 'warning'],
    );
  });
});
