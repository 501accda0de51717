import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LoadedRoot } from '../../server/src/cli/analyse';
import { mend } from '../../server/src/cli/mend';
import { SEVERITIES } from '../../server/src/engine/check/finding';
import { RULES } from '../../server/src/engine/rules/registry';
import { temporaryWorkspace } from '../harness/cli';
import { goldenCases } from '../harness/golden';
import { assertHarmless, raisedBy, rootsOf, safeFixesOf, subjectOf } from '../harness/safeFixes';

/** Real documents, where they lie beside the project. It needs none of them. */
const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const CORPUS_NAMES = ['agentic-enterprise', 'cenedril', 'hack23'];
/** Of each rule as many fixes of one folder are tried alone: the next ones are alike. */
const MOST_ALONE = 5;

/** On copies in memory: nothing is written. */
describe('safe fixes', () => {
  const golden = [
    ...goldenCases(),
    { name: 'acme', folder: fileURLToPath(new URL('../../examples/acme', import.meta.url)) },
  ];
  for (const { name, folder } of golden) {
    it(`${name}: each alone does what it promises`, async () => eachAlone(await rootsOf(folder)));
    it(`${name}: all of them, once, leave nothing to fix`, async () => allTogether(await rootsOf(folder)));
  }

  for (const name of CORPUS_NAMES) {
    it(`${name}: each alone, and all of them`, async (test) => {
      const folder = `${CORPORA}${name}`;
      if (!existsSync(folder)) return skip(test, `${name} does not lie beside the project`);
      eachAlone(await rootsOf(folder));
      allTogether(await rootsOf(folder));
    });
  }

  for (const rule of RULES.filter(({ fix }) => fix === 'safe')) {
    it(`${rule.id}: its bad example is mended by its own fixes, each alone and all together`, async () => {
      const roots = await rootsOf(temporaryWorkspace(rule.docs.bad).folder);
      const own = roots.flatMap(safeFixesOf).filter(({ finding }) => finding.ruleId === rule.id);
      assert.ok(own.length > 0, 'the bad example offers no safe fix');
      eachAlone(roots);
      allTogether(roots);
    });
  }
});

function skip(test: TestContext, reason: string): void {
  test.diagnostic(reason);
  test.skip(reason);
}

function eachAlone(roots: readonly LoadedRoot[]): void {
  for (const root of roots) {
    const tried = new Map<string, number>();
    for (const each of safeFixesOf(root)) {
      const count = tried.get(each.finding.ruleId) ?? 0;
      tried.set(each.finding.ruleId, count + 1);
      if (count < MOST_ALONE) assertHarmless(root, each);
    }
  }
}

function allTogether(roots: readonly LoadedRoot[]): void {
  for (const root of roots) {
    const before = root.check().findings;
    const fixed = safeFixesOf(root).map(({ finding }) => finding);
    const mended = mend(root);
    assert.equal(mended.length > 0, fixed.length > 0);
    assert.deepEqual(
      safeFixesOf(root).map(({ finding }) => subjectOf(finding)),
      [],
      'one run leaves nothing to fix',
    );
    const gravest = Math.min(...fixed.map(({ severity }) => SEVERITIES.indexOf(severity)));
    assert.deepEqual(raisedBy(before, root.check().findings, gravest), []);
    assert.deepEqual(mend(root), [], 'a second run changes nothing');
    for (const { before: old, after } of mended)
      assert.equal(after.includes('\r\n'), old.includes('\r\n'), 'line breaks stay');
  }
}
