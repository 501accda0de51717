import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RULES } from '../../server/src/engine/rules/registry';
import { checkFixture } from '../harness/engine';

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The examples that the documentation prints are run: a page can never show something that is not so. */
describe('examples of the rules', () => {
  for (const rule of RULES) {
    it(`${rule.id}: the bad example fires at its marks and nowhere else`, () => {
      const { findings, fixture } = checkFixture(rule.docs.bad);
      const expected = fixture.files.flatMap((file) =>
        file.marks
          .filter((mark) => (mark.rule ?? rule.id) === rule.id)
          .map((mark) => ({ path: file.path, ...mark.span })),
      );
      const actual = findings
        .filter((finding) => finding.ruleId === rule.id)
        .map((finding) => ({ path: finding.path, ...finding.span }));
      assert.ok(expected.length > 0, 'the bad example marks no place');
      assert.deepEqual(actual.sort(byPlace), expected.sort(byPlace));
    });

    it(`${rule.id}: the good example is silent`, () => {
      const { findings } = checkFixture(rule.docs.good);
      assert.deepEqual(
        findings.filter((finding) => finding.ruleId === rule.id),
        [],
      );
    });

    it(`${rule.id}: its findings have the severity and the kind of fix that its facts promise`, () => {
      const { findings } = checkFixture(rule.docs.bad);
      for (const finding of findings.filter((each) => each.ruleId === rule.id)) {
        assert.equal(finding.severity, rule.severity);
        for (const fix of finding.fixes)
          assert.ok(fix.kind === rule.fix || rule.fix === 'safe', `${fix.title} is ${fix.kind}`);
        assert.ok(finding.message.endsWith('.') || finding.message.endsWith('?'), finding.message);
        assert.ok(finding.hint.length > 0);
      }
    });
  }
});

function byPlace(a: Place, b: Place): number {
  return a.path.localeCompare(b.path) || a.start - b.start || a.end - b.end;
}
