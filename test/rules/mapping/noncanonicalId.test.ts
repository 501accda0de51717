import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, assertMends, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/noncanonical-id';

describe(RULE, () => {
  const mended: readonly (readonly [before: string, after: string])[] = [
    ['controls: ["⟪5.15⟫"]', 'controls: ["A.5.15"]'],
    ["controls: ['⟪A 5.15⟫']", "controls: ['A.5.15']"],
    ['controls: [⟪A5.15⟫]', 'controls: [A.5.15]'],
    ['controls: [⟪a.05.15⟫]', 'controls: [A.5.15]'],
    ['controls: [⟪a05_15⟫]', 'controls: [A.5.15]'],
    ['controls:\n  - ⟪Annex A 5.15⟫ Access control # why', 'controls:\n  - A.5.15 Access control # why'],
    ['controls:\n  - "⟪ISO27001:2022/A.5.15⟫ — Access control"', 'controls:\n  - "A.5.15 — Access control"'],
    ['annex_a:\n- ⟪ISO27001-A.5.15⟫', 'annex_a:\n- A.5.15'],
    ['satisfies:\n  ISO27001: ["⟪27001:5.15⟫"]', 'satisfies:\n  ISO27001: ["A.5.15"]'],
    ['controls: ["⟪A.5.29-30⟫"]', 'controls: ["A.5.29–A.5.30"]'],
    ['controls: ["⟪5.24-5.28⟫ incidents"]', 'controls: ["A.5.24–A.5.28 incidents"]'],
    ['controls: ["⟪a.5.24 to 28⟫"]', 'controls: ["A.5.24–A.5.28"]'],
    ['controls: ["⟪A.5.15-16-18⟫"]', 'controls: ["A.5.15, A.5.16, A.5.18"]'],
    ['controls:\n  - ⟪A.5.15-16-18⟫', 'controls:\n  - A.5.15, A.5.16, A.5.18'],
    ['controls: A.5.1, ⟪5.2⟫', 'controls: A.5.1, A.5.2'],
    ['controls: "⟪A 5.17⟫"', 'controls: "A.5.17"'],
  ];
  for (const [before, after] of mended) {
    for (const crlf of [false, true]) {
      it(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}${crlf ? ', CRLF' : ''}`, () => {
        const literal = policyWith(before, { crlf });
        const [finding, ...more] = assertFires(RULE, literal);
        assert.ok(finding !== undefined && more.length === 0);
        assert.equal(finding.severity, 'hint');
        assertMends(literal, finding, fixNamed([finding]));
        const { texts, left } = afterFix(literal, RULE, fixNamed([finding]));
        assert.equal(texts.get('policies/a.md'), parseFixture(policyWith(after, { crlf })).files[0]?.text);
        assert.deepEqual(left, []);
      });
    }
  }

  const silent: readonly (readonly [name: string, literal: string])[] = [
    [
      'the canonical spelling',
      policyWith('controls: ["A.5.15", A.5.16, "A.5.17 - Authentication information"]'),
    ],
    ['ranges with canonical ends', policyWith('controls: ["A.5.24–A.5.28", "A.8.1 to A.8.3", A.7.1-A.7.3]')],
    ['a number, which another rule reports', policyWith('controls: [5.10, 5.1]')],
    ['an id that does not exist', policyWith('controls: [A.5.1, "5.99"]')],
    ['ids of 2013', policyWith('controls: [A.5.1, "9.2.1"]')],
    ['whole themes', policyWith('controls: [A.5.1, "A 5"]')],
    ['clauses', policyWith('controls: [A.5.1]\nclauses: ["5.1"]')],
    ['the text', policyWith('controls: [A.5.1]', { body: 'See Annex A 5.15 and A5.16.' })],
    [
      'a compliance table',
      policyWith('type: policy', {
        body: '| Framework | Requirement | Section |\n| --- | --- | --- |\n| ISO 27001 | 5.15 | 1 |',
      }),
    ],
    ['a template', policyWith('type: template\ncontrols: ["5.15"]')],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('reports each of several, and all fixes go together', () => {
    const literal = policyWith('controls: ["⟪5.15⟫", "⟪A 5.16⟫", "A.5.17", "⟪A.5.29-30⟫"]');
    const findings = assertFires(RULE, literal);
    const edits = findings.flatMap((finding) => fixNamed([finding]).edits);
    const { texts } = afterFix(literal, RULE, { ...fixNamed(findings), edits });
    assert.match(
      texts.get('policies/a.md') ?? '',
      /^controls: \["A\.5\.15", "A\.5\.16", "A\.5\.17", "A\.5\.29–A\.5\.30"\]$/m,
    );
  });
});
