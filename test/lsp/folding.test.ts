import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../server/src/engine/check/finding';
import { foldFindings } from '../../server/src/lsp/folding';

function finding(ruleId: string, path: string, start: number): Finding {
  const span = { start, end: start + 1 };
  return {
    ...{ ruleId, path, span, severity: 'warning', message: 'M.', hint: 'H.' },
    ...{ control: undefined, related: [], fixes: [] },
  };
}

const many = (count: number, ruleId = 'a/b', path = 'x.md'): Finding[] =>
  Array.from({ length: count }, (_, index) => finding(ruleId, path, index));

describe('many findings of one rule in an editor', () => {
  const cases: readonly (readonly [
    name: string,
    findings: readonly Finding[],
    open: string,
    shown: number,
    folded: number,
  ])[] = [
    ['a hundred are shown', many(100), '', 100, 0],
    ['of one more the first stands for all', many(101), '', 1, 100],
    ['in an open file all are shown', many(200), 'x.md', 200, 0],
    ['over several files they are counted together', [...many(60), ...many(60, 'a/b', 'y.md')], '', 1, 119],
    ['those of an open file do not count', [...many(60), ...many(60, 'a/b', 'y.md')], 'y.md', 120, 0],
    ['two rules are counted apart', [...many(60), ...many(60, 'a/c')], '', 120, 0],
  ];
  for (const [name, findings, open, shown, folded] of cases)
    it(name, () => {
      const result = foldFindings(findings, (path) => path === open);
      assert.equal(result.length, shown);
      assert.equal(
        result.reduce((sum, each) => sum + each.folded.length, 0),
        folded,
      );
      const all = result.flatMap((each) => [each.finding, ...each.folded]);
      assert.equal(new Set(all).size, findings.length, 'none is lost');
    });

  it('keeps the order, and the one that stands alone', () => {
    const result = foldFindings([...many(130), finding('z/z', 'z.md', 0)], () => false);
    assert.deepEqual(
      result.map((each) => [each.finding.ruleId, each.finding.span.start, each.folded.length]),
      [
        ['a/b', 0, 129],
        ['z/z', 0, 0],
      ],
    );
  });
});
