import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, assertMends, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/duplicate-control';

describe(RULE, () => {
  const mended: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'block list',
      'controls:\n  - "A.5.15"\n  - "A.5.16"\n  - "⟪A.5.15⟫"',
      'controls:\n  - "A.5.15"\n  - "A.5.16"',
    ],
    ['flow list', 'controls: ["A.5.15", "A.5.16", "⟪A.5.15⟫"]', 'controls: ["A.5.15", "A.5.16"]'],
    ['unquoted flow list', 'controls: [A.5.15, ⟪A.5.15⟫, A.5.16]', 'controls: [A.5.15, A.5.16]'],
    ['flow list on lines', 'controls: [\n  A.5.15,\n  ⟪A.5.15⟫,\n]', 'controls: [\n  A.5.15,\n]'],
    ['comma list', 'controls: "A.5.15, ⟪A.5.15⟫, A.5.16"', 'controls: "A.5.15, A.5.16"'],
    ['another spelling', 'controls:\n- A.5.15\n- "⟪5.15⟫"', 'controls:\n- A.5.15'],
    ['with its title', 'controls:\n- A.5.15\n- ⟪A.5.15⟫ Access control', 'controls:\n- A.5.15'],
    ['single in an earlier range', 'controls: [A.5.24–A.5.28, ⟪A.5.26⟫]', 'controls: [A.5.24–A.5.28]'],
    [
      'range over earlier singles',
      'controls: [A.5.26, A.6.8, ⟪A.5.24–A.5.28⟫]',
      'controls: [A.6.8, A.5.24–A.5.28]',
    ],
    ['range within a range', 'controls: [A.5.24–A.5.28, ⟪A.5.25-26⟫]', 'controls: [A.5.24–A.5.28]'],
    ['id of 2013', 'controls: [A.9.2.1, ⟪A.9.2.1⟫]', 'controls: [A.9.2.1]'],
    [
      'comments elsewhere',
      'controls:\n  # first\n  - A.5.15 # one\n  - ⟪A.5.15⟫\n  # last',
      'controls:\n  # first\n  - A.5.15 # one\n  # last',
    ],
  ];
  for (const [name, before, after] of mended) {
    for (const crlf of [false, true]) {
      it(`${name}${crlf ? ', CRLF' : ''}: fires and is mended safely`, () => {
        const literal = policyWith(before, { crlf });
        const [finding, ...more] = assertFires(RULE, literal);
        assert.ok(finding !== undefined && more.length === 0);
        const fix = fixNamed([finding]);
        assertMends(literal, finding, fix);
        const { texts, left } = afterFix(literal, RULE, fix);
        assert.equal(texts.get('policies/a.md'), parseFixture(policyWith(after, { crlf })).files[0]?.text);
        assert.deepEqual(left, []);
      });
    }
  }

  const silent: readonly (readonly [name: string, literal: string])[] = [
    ['different controls', policyWith('controls: [A.5.15, A.5.16]')],
    ['numbers whose source differs', policyWith('controls: [5.1, 5.10]')],
    ['two lists of one document', policyWith('controls: [A.5.15]\nannex_a: [A.5.15]')],
    ['a list and the text', policyWith('controls: [A.5.15]', { body: 'See A.5.15 and A.5.15.' })],
    ['clauses', policyWith('controls: [A.5.15]\nclauses: [5.1, 5.1]')],
    ['another framework', policyWith('controls: [A.5.15]\nnist_csf: [A.5.15, A.5.15]')],
    ['a control of 2022 and a domain of 2013', policyWith('controls: [A.9, A.9.2.1]')],
    ['a template', policyWith('type: template\ncontrols: [A.5.15, A.5.15]')],
    [
      'rows of a compliance table, which name different sections',
      policyWith('type: policy', {
        body: '| Framework | Requirement | Policy section |\n| --- | --- | --- |\n| ISO 27001 | A.5.15 | 1 |\n| ISO 27001 | A.5.15 | 2 |',
      }),
    ],
  ];
  for (const [name, literal] of silent)
    it(`is silent about ${name}`, () => assert.deepEqual(findingsOf(RULE, literal), []));

  it('points to the first and names the control', () => {
    const [finding] = assertFires(RULE, policyWith('controls: [A.5.15, ⟪a.5.15⟫]'));
    assert.equal(finding?.control, 'A.5.15');
    assert.match(finding.message, /^A\.5\.15 Access control is already in this list\./);
    assert.deepEqual(
      finding.related.map((place) => place.message),
      ['A.5.15 is listed here first'],
    );
  });

  it('reports a third one too; both fixes go together', () => {
    const literal = policyWith('controls: [A.5.15, ⟪A.5.15⟫, ⟪A.5.15⟫]');
    const findings = assertFires(RULE, literal);
    const edits = findings.flatMap((finding) => fixNamed([finding]).edits);
    const { texts } = afterFix(literal, RULE, { ...fixNamed(findings), edits });
    assert.match(texts.get('policies/a.md') ?? '', /^controls: \[A\.5\.15\]$/m);
  });

  const chosen: readonly (readonly [name: string, yaml: string])[] = [
    ['a note behind the id', 'controls:\n  - A.5.15\n  - ⟪A.5.15⟫ for suppliers'],
    ['a comment on the line', 'controls:\n  - A.5.15\n  - ⟪A.5.15⟫ # for suppliers'],
  ];
  for (const [name, yaml] of chosen) {
    it(`leaves it to the author where ${name} would be lost`, () => {
      const literal = policyWith(yaml);
      const fix = fixNamed(assertFires(RULE, literal));
      assert.equal(fix.kind, 'choice');
      assert.equal(
        afterFix(literal, RULE, fix).texts.get('policies/a.md'),
        parseFixture(policyWith('controls:\n  - A.5.15')).files[0]?.text,
      );
    });
  }

  const unfixed: readonly (readonly [name: string, yaml: string])[] = [
    ['two ranges overlap by a part', 'controls: [A.5.24–A.5.26, ⟪A.5.25–A.5.28⟫]'],
    ['the front matter is broken', 'controls: [A.5.15, ⟪A.5.15⟫]\nowner: [x'],
    ['the item has keys of its own', 'controls:\n  - A.5.15\n  - id: ⟪A.5.15⟫\n    note: x'],
  ];
  for (const [name, yaml] of unfixed) {
    it(`offers no fix where ${name}`, () =>
      assert.deepEqual(assertFires(RULE, policyWith(yaml))[0]?.fixes, []));
  }
});
