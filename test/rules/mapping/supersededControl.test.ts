import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, compatible } from '../../../server/src/engine/text/edits';
import { parseFixture } from '../../harness/fixture';
import { afterFix, assertFires, assertMends, findingsOf, fixNamed, policyWith } from '../../harness/rule';

const RULE = 'mapping/superseded-control';
const textOf = (literal: string): string => parseFixture(literal).files[0]?.text ?? '';

describe(`${RULE}: one control became one`, () => {
  const mended: readonly (readonly [name: string, before: string, after: string])[] = [
    ['block list', 'controls:\n  - "⟪A.9.2.1⟫"\n  - "A.8.2"', 'controls:\n  - "A.5.16"\n  - "A.8.2"'],
    ['flow list', "controls: [A.8.2, '⟪A.9.2.1⟫']", "controls: [A.8.2, 'A.5.16']"],
    ['unquoted', 'controls: [⟪A.9.2.1⟫, A.8.2]', 'controls: [A.5.16, A.8.2]'],
    ['bare number', 'controls: [A.8.2, "⟪9.2.1⟫"]', 'controls: [A.8.2, "A.5.16"]'],
    ['comma list', 'controls: A.8.2, ⟪A.9.2.1⟫', 'controls: A.8.2, A.5.16'],
    [
      'comment and words',
      'controls:\n  - A.8.2\n  - ⟪A.9.2.1⟫ Users # why',
      'controls:\n  - A.8.2\n  - A.5.16 Users # why',
    ],
    [
      'what becomes a duplicate goes (block)',
      'controls:\n  - A.5.16\n  - "⟪A.9.2.1⟫"\n  - A.8.2',
      'controls:\n  - A.5.16\n  - A.8.2',
    ],
    [
      'what becomes a duplicate goes (flow)',
      'controls: [⟪A.9.2.1⟫, A.5.15–A.5.18]',
      'controls: [A.5.15–A.5.18]',
    ],
    [
      'what becomes a duplicate goes (comma list)',
      'controls: "A.5.16, ⟪A.9.2.1⟫, A.8.2"',
      'controls: "A.5.16, A.8.2"',
    ],
    [
      'what becomes a duplicate goes with its old title',
      'controls:\n  - A.5.16\n  - ⟪A.9.2.1⟫ User registration and de-registration',
      'controls:\n  - A.5.16',
    ],
  ];
  for (const [name, before, after] of mended) {
    for (const crlf of [false, true]) {
      it(`${name}${crlf ? ', CRLF' : ''}`, () => {
        const literal = policyWith(before, { crlf });
        const [finding] = assertFires(RULE, literal);
        assert.ok(finding !== undefined);
        assert.equal(finding.control, 'A.9.2.1');
        const fix = fixNamed([finding]);
        assert.equal(fix.title, 'Change to A.5.16 Identity management');
        assertMends(literal, finding, fix);
        const { texts, left } = afterFix(literal, RULE, fix);
        assert.equal(texts.get('policies/a.md'), textOf(policyWith(after, { crlf })));
        assert.deepEqual(left, []);
      });
    }
  }

  it('mends several ids that became one control together, whichever is picked', () => {
    const literal = policyWith('controls: [A.8.2, ⟪A.9.1.1⟫, ⟪A.9.1.2⟫]');
    const findings = assertFires(RULE, literal);
    assert.equal(findings.length, 2);
    for (const finding of findings) {
      const { texts, left } = afterFix(literal, RULE, fixNamed([finding]));
      assert.equal(texts.get('policies/a.md'), textOf(policyWith('controls: [A.8.2, A.5.15]')));
      assert.deepEqual(left, []);
      assertMends(literal, finding, fixNamed([finding]));
    }
  });

  it('mends a whole list at once without a duplicate', () => {
    const literal = policyWith(
      'controls:\n  - A.9.1.1\n  - A.9.1.2\n  - A.9.2.1\n  - A.5.16\n  - A.12.4.1\n  - A.12.4.2',
    );
    const fixes = compatible(findingsOf(RULE, literal).flatMap((finding) => finding.fixes));
    const text = applyEdits(
      textOf(literal),
      fixes.flatMap((fix) => fix.edits),
    );
    assert.equal(text, textOf(policyWith('controls:\n  - A.5.15\n  - A.5.16\n  - A.8.15')));
  });

  const inText: readonly (readonly [name: string, before: string, after: string])[] = [
    ['prose', 'Users are registered (⟪A.9.2.1⟫).', 'Users are registered (A.5.16).'],
    ['the standard before it', 'See ⟪ISO/IEC 27001:2022 A.9.2.1⟫.', 'See ISO/IEC 27001:2022 A.5.16.'],
    ['the annex before it', 'See ⟪Annex A 9.2.1⟫.', 'See Annex A.5.16.'],
    ['emphasis and code', '**⟪A.9.2.1⟫** and `x`', '**A.5.16** and `x`'],
  ];
  for (const [name, before, after] of inText) {
    it(`in the text: ${name}`, () => {
      const literal = policyWith('controls: [A.8.2]', { body: before });
      const [finding] = assertFires(RULE, literal);
      assert.ok(finding !== undefined);
      assertMends(literal, finding, fixNamed([finding]));
      assert.equal(
        afterFix(literal, RULE, fixNamed([finding])).texts.get('policies/a.md'),
        textOf(policyWith('controls: [A.8.2]', { body: after })),
      );
    });
  }

  const table = (cell: string, framework = 'ISO 27001:2022'): string =>
    policyWith('controls: [A.8.2]', {
      body: `| Framework | Requirement | Policy section |\n| --- | --- | --- |\n| ${framework} | ${cell} | §1 |`,
    });
  const cells: readonly (readonly [name: string, before: string, after: string])[] = [
    ['the title stays', '⟪A.12.4.1⟫ Event logging — retention', 'A.8.15 Event logging — retention'],
    ['a list', 'A.8.16, ⟪A.12.4.1⟫', 'A.8.16, A.8.15'],
    ['what becomes a duplicate goes', 'A.8.15, ⟪A.12.4.1⟫', 'A.8.15'],
    ['what becomes a duplicate goes with its emphasis', '**⟪A.12.4.1⟫**, **A.8.15**', '**A.8.15**'],
  ];
  it('in a compliance table: words behind what becomes a duplicate are the author’s to judge', () => {
    const literal = table('A.8.15 Logging, ⟪A.12.4.1⟫ Event logging');
    const [finding] = assertFires(RULE, literal);
    assert.ok(finding !== undefined);
    const fix = fixNamed([finding]);
    assert.equal(fix.kind, 'choice');
    assert.equal(
      afterFix(literal, RULE, fix).texts.get('policies/a.md'),
      textOf(table('A.8.15 Logging, A.8.15 Event logging')),
    );
  });

  for (const [name, before, after] of cells) {
    it(`in a compliance table: ${name}`, () => {
      const literal = table(before);
      const [finding] = assertFires(RULE, literal);
      assert.ok(finding !== undefined);
      assertMends(literal, finding, fixNamed([finding]));
      assert.equal(
        afterFix(literal, RULE, fixNamed([finding])).texts.get('policies/a.md'),
        textOf(table(after)),
      );
    });
  }

  it('a row that says 2013 is reported without a fix, for its label would lie', () => {
    const [finding] = assertFires(RULE, table('⟪A.12.4.1⟫ Event logging', 'ISO 27001:2013'));
    assert.deepEqual(finding?.fixes, []);
    assert.match(finding?.hint ?? '', /Bring the row up to the 2022 edition: A\.8\.15/);
  });

  it('in a risk register, without writing an id twice', () => {
    const register = (cell: string): string =>
      `=== risks.md\n| Risk ID | Risk | Treatment | Controls |\n| --- | --- | --- | --- |\n| R-001 | Leaver keeps access | Mitigate | ${cell} |\n`;
    const literal = register('A.5.16, ⟪A.9.2.1⟫, A.8.2');
    const fix = fixNamed(assertFires(RULE, literal));
    assert.equal(afterFix(literal, RULE, fix).texts.get('risks.md'), textOf(register('A.5.16, A.8.2')));
  });
});
