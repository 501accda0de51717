import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { LoadedRoot } from '../../server/src/cli/analyse';
import type { Finding, Fix } from '../../server/src/engine/check/finding';
import { RULES } from '../../server/src/engine/rules/registry';
import { applyEdits } from '../../server/src/engine/text/edits';
import { ismsOfFolder } from '../harness/folder';
import { goldenCases } from '../harness/golden';
import { rootsOf } from '../harness/safeFixes';
import { NEAR_MISSES } from './nearMisses';

/** With a faulty `isms.yaml` the command line checks nothing, so no case can have one; `test/config` and `test/cli` do. */
const ELSEWHERE = new Set(['config/invalid']);
/** The fix makes room, and the finding stays until the author has filled it. */
const LEFT_TO_THE_AUTHOR = new Set(['policy/missing-field']);

const RULES_OF_THE_CORPUS = RULES.filter(({ id }) => !ELSEWHERE.has(id));

describe('the golden corpus has for each rule', () => {
  const cases = goldenCases();
  const loading = Promise.all(cases.map(({ folder }) => rootsOf(folder)));

  for (const { id } of RULES_OF_THE_CORPUS) {
    it(`${id}: a place at which it fires`, () => {
      const found = cases.flatMap(({ expected }) => [
        ...(expected?.findings ?? []),
        ...(expected?.suppressed ?? []),
      ]);
      assert.ok(found.some(({ ruleId }) => ruleId === id));
    });

    it(`${id}: a place that comes close, at which it does not fire`, () => {
      const misses = NEAR_MISSES.filter(({ rule }) => rule === id);
      assert.ok(misses.length > 0, 'name one in nearMisses.ts');
      for (const { folder, file, text } of misses) {
        const golden = cases.find(({ name }) => name === folder);
        assert.ok(
          golden !== undefined && existsSync(`${golden.folder}/${file}`),
          `there is no ${folder}/${file}`,
        );
        assert.notEqual(
          ismsOfFolder(golden.folder).config?.config.rules?.[id],
          'off',
          `${folder} switches it off`,
        );
        const line = text === '' ? undefined : lineOf(`${golden.folder}/${file}`, text);
        const findings = (golden.expected?.findings ?? []).filter(
          (finding) => finding.ruleId === id && finding.file === file && isAt(finding, line, text),
        );
        assert.deepEqual(findings, []);
      }
    });
  }

  for (const { id, fix: kind } of RULES_OF_THE_CORPUS.filter(({ fix }) => fix !== 'none')) {
    it(`${id}: a ${kind} fix that mends a finding`, async () => {
      const roots = (await loading).flat();
      const fixes = roots.flatMap((root) => fixesOf(root, id, kind));
      assert.ok(fixes.length > 0, 'no finding of the corpus offers one');
      if (!LEFT_TO_THE_AUTHOR.has(id)) assert.ok(await oneMends(fixes));
    });
  }
});

/** The number, from 1, of the only line that holds the words. */
function lineOf(path: string, words: string): number {
  const lines = readFileSync(path, 'utf8').split(/\r\n|\n/);
  const found = lines.flatMap((line, index) => (line.includes(words) ? [index + 1] : []));
  assert.equal(found.length, 1, `"${words}" in ${path}`);
  return found[0] ?? 0;
}

/** In one line a rule may fire at one place and spare another. */
function isAt(
  { line, at }: { line: number; at: string },
  expected: number | undefined,
  text: string,
): boolean {
  return (
    expected === undefined ||
    (line === expected && (at.includes(text) || text.includes(at) || text.startsWith('|')))
  );
}

interface OfferedFix {
  readonly root: LoadedRoot;
  readonly finding: Finding;
  readonly fix: Fix;
}

function fixesOf(root: LoadedRoot, rule: string, kind: Fix['kind'] | 'none'): OfferedFix[] {
  return root
    .check()
    .findings.filter(({ ruleId }) => ruleId === rule)
    .flatMap((finding) =>
      finding.fixes.filter((fix) => fix.kind === kind).map((fix) => ({ root, finding, fix })),
    );
}

async function oneMends(fixes: readonly OfferedFix[]): Promise<boolean> {
  for (const each of fixes) if (await mends(each)) return true;
  return false;
}

/** Applies the fix, sees whether its finding is gone, and takes the fix back. */
async function mends({ root, finding, fix }: OfferedFix): Promise<boolean> {
  const same = (): number => root.check().findings.filter((each) => sayTheSame(each, finding)).length;
  const before = same();
  const { files } = root.project.isms();
  const texts = new Map(fix.edits.map(({ path }) => [path, files.get(path)?.source.text ?? '']));
  for (const [path, text] of texts)
    root.project.open(
      path,
      applyEdits(
        text,
        fix.edits.filter((edit) => edit.path === path),
      ),
    );
  for (const { path, text } of fix.creates) root.project.open(path, text);
  const after = same();
  for (const [path, text] of texts) root.project.open(path, text);
  for (const { path } of fix.creates) await root.project.close(path);
  return after < before;
}

function sayTheSame(a: Finding, b: Finding): boolean {
  return a.ruleId === b.ruleId && a.path === b.path && a.message === b.message;
}
