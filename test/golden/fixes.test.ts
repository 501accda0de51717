import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, type LoadedRoot } from '../../server/src/cli/analyse';
import { isRefusal } from '../../server/src/cli/exitCodes';
import { locate } from '../../server/src/cli/locate';
import { mend } from '../../server/src/cli/mend';
import { SEVERITIES, type Finding } from '../../server/src/engine/check/finding';
import { createNodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { engine } from '../harness/engine';
import { GOLDEN_TODAY, goldenCases } from '../harness/golden';

async function rootsOf(folder: string): Promise<readonly LoadedRoot[]> {
  const roots = locate([folder], folder);
  assert.ok(!isRefusal(roots));
  const analysis = await analyse({
    engine,
    fileSystemAt: createNodeFileSystem,
    cwd: folder,
    roots,
    today: GOLDEN_TODAY,
    severities: {},
  });
  assert.ok(!isRefusal(analysis));
  return analysis.roots;
}

const isSafe = (finding: Finding): boolean => finding.fixes.some((fix) => fix.kind === 'safe');
/** What a finding is about, wherever edits have moved it. */
const subjectOf = (finding: Finding): string => [finding.path, finding.ruleId, finding.control].join(' ');

/** On copies in memory: nothing is written. */
describe('safe fixes on the golden corpus', () => {
  const folders = [
    ...goldenCases(),
    { name: 'acme', folder: new URL('../../examples/acme', import.meta.url).pathname },
  ];
  for (const { name, folder } of folders) {
    it(`${name}: leave none of themselves, and raise nothing at or above their own severity`, async () => {
      for (const root of await rootsOf(folder)) {
        const before = root.check().findings;
        const fixed = before.filter(isSafe);
        const mended = mend(root);
        assert.equal(mended.length > 0, fixed.length > 0);
        const after = root.check().findings;
        assert.deepEqual(after.filter(isSafe).map(subjectOf), []);
        const known = new Set(before.map(subjectOf));
        const gravest = Math.min(...fixed.map(({ severity }) => SEVERITIES.indexOf(severity)));
        const raised = after.filter(
          (finding) => !known.has(subjectOf(finding)) && SEVERITIES.indexOf(finding.severity) <= gravest,
        );
        assert.deepEqual(raised.map(subjectOf), []);
        assert.deepEqual(mend(root), [], 'a second time changes nothing');
      }
    });
  }
});
