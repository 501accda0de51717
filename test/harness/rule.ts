import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../server/src/engine/check/finding';
import { applyFix, checkFixture } from './engine';
import { parseFixture, type Fixture } from './fixture';

/** The findings of one rule in a fixture, in the order of the output. */
export function findingsOf(ruleId: string, literal: string): readonly Finding[] {
  return checkFixture(literal).findings.filter((finding) => finding.ruleId === ruleId);
}

/** Asserts that the rule fires at the fixture's marks and nowhere else. Returns the findings. */
export function assertFires(ruleId: string, literal: string): readonly Finding[] {
  const findings = findingsOf(ruleId, literal);
  const { files } = parseFixture(literal);
  const marks = files.flatMap(({ path, text, marks: all }) =>
    all.map(({ span }) => `${path}:${span.start} ${text.slice(span.start, span.end)}`),
  );
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const actual = findings.map(
    ({ path, span }) => `${path}:${span.start} ${texts.get(path)?.slice(span.start, span.end)}`,
  );
  assert.deepEqual([...new Set(actual)].sort(), marks.sort());
  return findings;
}

/** The fix of the first finding that has one with this title, or the first fix at all. */
export function fixNamed(findings: readonly Finding[], title?: string): Fix {
  const fixes = findings.flatMap((finding) => finding.fixes);
  const fix = title === undefined ? fixes[0] : fixes.find((each) => each.title === title);
  assert.ok(fix !== undefined, `no such fix; there are: ${fixes.map((each) => each.title).join(' | ')}`);
  return fix;
}

/** The fixture's files after the fix, and what the rule says then. */
export function afterFix(
  literal: string,
  ruleId: string,
  fix: Fix,
): { texts: Map<string, string>; left: readonly Finding[] } {
  const texts = applyFix(parseFixture(literal), fix);
  return { texts, left: findingsOf(ruleId, literalOf(texts)) };
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** Asserts that a safe fix takes its finding away and brings none at or above its severity. */
export function assertMends(literal: string, finding: Finding, fix: Fix): void {
  assert.equal(fix.kind, 'safe', fix.title);
  const fixture: Fixture = parseFixture(literal);
  const before = checkFixture(literal).findings;
  const after = checkFixture(literalOf(applyFix(fixture, fix))).findings;
  const grave = (each: Finding): boolean =>
    SEVERITIES.indexOf(each.severity) <= SEVERITIES.indexOf(finding.severity);
  const count = (findings: readonly Finding[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const each of findings.filter(grave)) counts.set(each.ruleId, (counts.get(each.ruleId) ?? 0) + 1);
    return counts;
  };
  for (const [rule, number] of count(after)) {
    const allowed = (count(before).get(rule) ?? 0) - (rule === finding.ruleId ? 1 : 0);
    assert.ok(number <= allowed, `${fix.title}: ${number} findings of ${rule}, ${allowed} allowed`);
  }
}

function literalOf(texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .map(([path, text]) => `=== ${path}\n${text.endsWith('\n') ? text : `${text}\n`}`)
    .join('');
}

/** A fixture of one policy with these lines in its front matter; `crlf` ends all its lines so. */
export function policyWith(
  yaml: string,
  options: { readonly body?: string; readonly crlf?: boolean } = {},
): string {
  const text = `---\ntitle: T\n${yaml}\n---\n\n${options.body ?? '# T'}\n`;
  return `=== policies/a.md\n${options.crlf === true ? text.replace(/\n/g, '\r\n') : text}`;
}
