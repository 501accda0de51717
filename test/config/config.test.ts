import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../server/src/engine/config/parse';

const RULES = ['soa/weak-justification', 'mapping/unmapped-control'];

/** Each problem as `text at its place | message | hint`. */
function problems(text: string): string[] {
  return parseConfig(text, RULES).problems.map(
    ({ span, message, hint }) => `${text.slice(span.start, span.end)} | ${message} | ${hint}`,
  );
}

const SEVERITIES = 'error, warning, information, hint or off';

const FAULTS: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
  [
    'an unknown key',
    'organisation: ACME\n',
    'organisation | "organisation" is not a key of isms.yaml, so what it says has no effect. | Did you mean "organization"?',
  ],
  [
    'an unknown key of a group',
    'documents:\n  inclde: []\n',
    'inclde | "inclde" is not a key of "documents", so what it says has no effect. | Did you mean "include"?',
  ],
  [
    'two unknown keys: two problems, at their places',
    'documents: { includ: [], nonsense: 1 }\n',
    'includ | "includ" is not a key of "documents", so what it says has no effect. | Did you mean "include"?',
    'nonsense | "nonsense" is not a key of "documents", so what it says has no effect. | Remove it. The keys are include and exclude.',
  ],
  [
    'an unknown key of an entry of ignore',
    'ignore:\n  - rule: soa/weak-justification\n    control: [A.5.1]\n',
    'control | "control" is not a key of entry 1 of "ignore", so what it says has no effect. | Did you mean "controls"?',
  ],
  [
    'a severity that is none, with a near one',
    'rules:\n  soa/weak-justification: eror\n',
    `eror | "soa/weak-justification" of "rules" is "eror", and must be one of ${SEVERITIES}. | Did you mean "error"?`,
  ],
  [
    'a severity that is none, with nothing near',
    'rules:\n  soa/weak-justification: fatal\n',
    `fatal | "soa/weak-justification" of "rules" is "fatal", and must be one of ${SEVERITIES}. | Write ${SEVERITIES}.`,
  ],
  [
    'a severity that is left out',
    'rules:\n  soa/weak-justification:\n',
    `soa/weak-justification | "soa/weak-justification" of "rules" is empty; it must be one of ${SEVERITIES}. | For example: rules: { soa/weak-justification: "error" }`,
  ],
  [
    'a rule that does not exist',
    'rules:\n  soa/weak-justifcation: error\n',
    'soa/weak-justifcation | There is no rule "soa/weak-justifcation", so this line changes nothing. | Did you mean "soa/weak-justification"?',
  ],
  [
    'a number where a text is expected',
    'organization: 2020\n',
    '2020 | "organization" is not as expected; it must be a text. | Put it in quotes: "2020"',
  ],
  [
    'a text where a number is expected',
    'riskAppetite: "8"\n',
    '"8" | "riskAppetite" is not as expected; it must be a number. | For example: riskAppetite: 8',
  ],
  [
    'a group where a text or a list is expected, marked on its first line',
    'soa:\n  people: soa.md\n  physical: soa2.md\n',
    'people: soa.md | "soa" is not as expected; it must be a text or a list. | For example: soa: "soa.md"',
  ],
  [
    'an entry of ignore without its rule',
    'ignore:\n  - reason: agreed\n    by: CISO\n',
    'reason: agreed | "rule" of entry 1 of "ignore" is missing; it must be a text. | For example: rule: "soa/weak-justification"',
  ],
  [
    'a day that no calendar has',
    'ignore:\n  - rule: soa/weak-justification\n    until: 2026-02-30\n',
    '2026-02-30 | "until" of entry 1 of "ignore" is not as expected; it must be a date such as 2026-12-31. | For example: until: "2027-06-30"',
  ],
  [
    'a list instead of keys',
    '- a\n- b\n',
    '- a | isms.yaml is not as expected; it must be "key: value" lines. | Write "key: value" lines, for example organization: ACME GmbH.',
  ],
  [
    'broken YAML',
    'rules: [a\nsoa: b\n',
    '[a | isms.yaml cannot be read: the bracket [ that opens here is never closed. | Close it with ] at the end of the list.',
  ],
];

describe('isms.yaml', () => {
  for (const [name, text, ...expected] of FAULTS) {
    it(`says what is wrong: ${name}`, () => {
      assert.deepEqual(problems(text), expected);
    });
  }

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

  it('one slip does not switch off the rest', () => {
    const parsed = parseConfig('organisation: X\nriskAppetite: 5\n', RULES);
    assert.equal(parsed.config.riskAppetite, 5);
    assert.equal(parsed.problems.length, 1);
  });

  it('a slip in one entry of rules or ignore leaves the other entries', () => {
    const text =
      'rules: { soa/weak-justification: eror, mapping/unmapped-control: error }\nignore: [{ files: x }, { rule: soa/weak-justification }]\n';
    const { config } = parseConfig(text, RULES);
    assert.deepEqual(config.rules, { 'mapping/unmapped-control': 'error' });
    assert.deepEqual(config.ignore, [{ rule: 'soa/weak-justification' }]);
  });
});
