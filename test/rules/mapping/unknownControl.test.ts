import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/unknown-control';
const textOf = (literal: string): string => parseFixture(literal).files[0]?.text ?? '';

describe(RULE, () => {
  const firing: readonly (readonly [name: string, literal: string, fixes: readonly string[]])[] = [
    ['a number past the last', policyWith('controls: ["⟪A.5.99⟫"]'), ['A.5.9', 'A.5.37', 'A.5.36']],
    ['two digits swapped', policyWith('controls: ["⟪A.8.43⟫"]'), ['A.8.34', 'A.8.4', 'A.8.3']],
    ['an invented sub-id', policyWith('controls: ["⟪A.5.15.1⟫"]'), ['A.5.15']],
    ['an id that 2013 never had', policyWith('controls: ["⟪A.9.2.9⟫"]'), ['A.5.16', 'A.5.17', 'A.5.18']],
    [
      'an objective that 2013 never had',
      policyWith('controls: ["⟪A.15.4⟫"]'),
      ['A.5.19', 'A.5.20', 'A.5.21'],
    ],
    [
      'a number past the last of a small theme',
      policyWith('controls: ["⟪A.6.9⟫"]'),
      ['A.6.8', 'A.6.7', 'A.6.6'],
    ],
    ['prose', policyWith('controls: [A.5.15]', { body: 'As ⟪A.7.15⟫ says.' }), ['A.7.5', 'A.7.1', 'A.7.14']],
    [
      'the id of an additional control without its standard',
      policyWith('controls: ["⟪A.5.38⟫"]'),
      ['A.5.8', 'A.5.3', 'A.5.37'],
    ],
  ];
  for (const [name, literal, offered] of firing) {
    it(`fires at ${name} and offers what is near`, () => {
      const [finding, ...more] = assertFires(RULE, literal);
      assert.ok(finding !== undefined && more.length === 0);
      assert.equal(finding.severity, 'error');
      assert.deepEqual(
        finding.fixes.map((fix) => fix.title.split(' ')[2]),
        offered,
      );
      assert.deepEqual(
        finding.fixes.map((fix) => fix.preferred),
        offered.map((_, index) => index === 0),
      );
    });
  }

  const fixed: readonly (readonly [before: string, after: string, body?: readonly [string, string]])[] = [
    ['controls: ["⟪A.5.99⟫", A.8.2]', 'controls: ["A.5.9", A.8.2]'],
    ['controls:\n  - ⟪A.5.15.1⟫ # sub', 'controls:\n  - A.5.15 # sub'],
    ['controls: [A.5.15, ⟪5.99⟫]', 'controls: [A.5.15, A.5.9]'],
    ['controls: A.8.2', 'controls: A.8.2', ['ISO/IEC 27001:2022 A.5.99', 'ISO/IEC 27001:2022 A.5.9']],
    ['controls: "A.5.35-39"', 'controls: "A.5.35–A.5.37"'],
  ];
  for (const [before, after, body] of fixed) {
    for (const crlf of [false, true]) {
      it(`${JSON.stringify(body?.[0] ?? before)} becomes ${JSON.stringify(body?.[1] ?? after)}${crlf ? ', CRLF' : ''}`, () => {
        const literal = policyWith(before.replace(/[⟪⟫]/g, ''), { crlf, ...(body && { body: body[0] }) });
        const fix = fixNamed(findingsOf(RULE, literal));
        const { texts, left } = afterFix(literal, RULE, fix);
        assert.equal(
          texts.get('policies/a.md'),
          textOf(policyWith(after, { crlf, ...(body && { body: body[1] }) })),
        );
        assert.deepEqual(left, []);
      });
    }
  }

  it('says which ids of a range are none, once', () => {
    const [finding] = assertFires(RULE, policyWith('controls: ["⟪A.6.7–A.6.11⟫"]'));
    assert.match(finding?.message ?? '', /^A\.6\.9, A\.6\.10 and A\.6\.11 are not controls/);
    assert.equal(finding?.control, 'A.6.9');
    assert.equal(finding?.hint, 'End the range at a control that exists.');
  });

  it('reports an id that the mapping of the document gives to both standards', () => {
    assertFires(
      RULE,
      policyWith('controls: ["⟪A.5.99⟫"]', {
        body: 'As ⟪A.5.99⟫ says.\n\n| Framework | Requirement |\n| --- | --- |\n| ISO 42001 | A.5.99 |\n',
      }),
    );
  });

  it('reports SoA rows and risks', () => {
    assertFires(
      RULE,
      '=== soa.md\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | R-1 |\n| A.5.2 | Yes | R-1 |\n| ⟪A.5.38⟫ | Yes | R-1 |\n\n=== risks.md\n| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Fire | Mitigate | A.7.5, ⟪A.7.50⟫ |\n',
    );
  });

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['all that exist', policyWith('controls: [A.5.1, A.5.37, A.6.8, A.7.14, A.8.34, "A.5.1–A.8.34"]')],
    ['ids of 2013', policyWith('controls: [A.9.2.1, A.9.2, A.9, A.18.2.3, A.8.2.3]')],
    ['whole themes', policyWith('controls: [A.5, A.5.x]')],
    ['clauses', policyWith('controls: [A.5.1]\nclauses: ["6.1.3", "7.9"]')],
    ['ISO 42001 in a list', policyWith('controls: [A.5.1, "ISO 42001 A.6.2.4"]')],
    ['ISO 42001 in the text', policyWith('controls: [A.5.1]', { body: 'ISO 42001 has A.6.2.4.' })],
    [
      'an id that a table below names as one of ISO 42001',
      policyWith('controls: [A.5.1]', {
        body: '## Customers (A.10.4)\n\nText.\n\n| Framework | Requirement |\n| --- | --- |\n| ISO 42001:2023 | A.10.4 Customers |',
      }),
    ],
    [
      'ISO 27701 further down',
      policyWith('controls: [A.5.1]', { body: `# ISO/IEC 27701\n\n${'Words. '.repeat(40)}\n\nA.7.4.9 too.` }),
    ],
    [
      'a section about ISO 27701',
      policyWith('controls: [A.5.1]', {
        body: `## ISO 27001\n\nWords.\n\n## ISO/IEC 27701\n\n${'Words. '.repeat(40)}\n\nA.7.4.9 too.`,
      }),
    ],
    ['NEN 7510', policyWith('controls: [A.5.1]', { body: 'NEN 7510 adds A.5.38.' })],
    [
      'ids that the mapping of the document gives to ISO 42001',
      policyWith('controls: [A.5.1]', {
        body: '## Customers (A.10.4, A.6.2.9)\n\n| Framework | Requirement |\n| --- | --- |\n| ISO 42001 | A.10.4, A.6.2.9 |\n',
      }),
    ],
    ['ids below A.5', policyWith('controls: [A.5.1, A.1.2.2, A.4.2]')],
    ['versions', policyWith('controls: [A.5.1]', { body: 'Release 5.99 of v8.50 and PR.AA-05.' })],
    ['plain Markdown', '=== notes.md\nA.5.99\n'],
    ['a read-me', '=== README.md\n---\ncontrols: [A.5.99, A.5.1]\n---\n'],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));
});
