import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/engine/config/parse';

const RULES = ['soa/weak-justification', 'mapping/unmapped-control'];

function problems(text: string): string[] {
  return parseConfig(text, RULES).problems.map((problem) => `${text.slice(problem.span.start, problem.span.end)} | ${problem.message}`);
}

describe('isms.yaml', () => {
  it('takes a full configuration', () => {
    const text = [
      'organization: ACME',
      'documents:\n  include: ["**/*.md"]\n  exclude: [old/**]',
      'soa: [soa/people.md, soa/physical.md]',
      'rules:\n  soa/weak-justification: error\n  mapping/unmapped-control: "off"',
      'ignore:\n  - rule: soa/weak-justification\n    controls: [A.7.4]\n    reason: Landlord\n    until: 2027-06-30\n    by: CISO',
      'reviewCycle: P1Y\nriskAppetite: 8\n',
    ].join('\n');
    assert.deepEqual(problems(text), []);
    assert.equal(parseConfig(text, RULES).config.ignore?.[0]?.until, '2027-06-30');
  });

  it('an empty file is a configuration without settings', () => {
    assert.deepEqual(parseConfig('', RULES).config, {});
    assert.deepEqual(problems('# nothing yet\n'), []);
  });

  it('names the nearest key for an unknown one, at its place', () => {
    assert.deepEqual(problems('organisation: ACME\n'), ['organisation | "organisation" is no key of isms.yaml; did you mean "organization"?']);
    assert.deepEqual(problems('documents:\n  inclde: []\n'), ['inclde | "inclde" is no key of "documents"; did you mean "include"?']);
  });

  it('places a wrong value at the value', () => {
    const [problem] = problems('rules:\n  soa/weak-justification: fatal\n');
    assert.match(problem ?? '', /^fatal \| "rules\.soa\/weak-justification" is not as expected/);
  });

  it('knows a rule that does not exist', () => {
    assert.deepEqual(problems('rules:\n  soa/weak-justifcation: error\n'), ['soa/weak-justifcation | There is no rule "soa/weak-justifcation"; did you mean "soa/weak-justification"?']);
  });

  it('one slip does not switch off the rest', () => {
    const parsed = parseConfig('organisation: X\nriskAppetite: 5\n', RULES);
    assert.equal(parsed.config.riskAppetite, 5);
    assert.equal(parsed.problems.length, 1);
  });

  it('broken YAML is a problem, not an exception', () => {
    const [problem] = problems('rules: [a\nsoa: b\n');
    assert.ok(problem !== undefined);
  });

  it('a list instead of keys is a problem', () => {
    assert.equal(problems('- a\n- b\n').length, 1);
  });
});
