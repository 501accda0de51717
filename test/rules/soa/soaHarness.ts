import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../../server/src/engine/check/finding';
import { applyFix, checkFixture } from '../../harness/engine';

/** One row of an SoA, and the texts at which the rule under test fires. */
export interface SoaCase {
  readonly name: string;
  readonly row: string;
  readonly marked: readonly string[];
  readonly message?: RegExp;
}

export const HEADER =
  '| Control | Title | Applicable | Justification | Status |\n| --- | --- | --- | --- | --- |';

/** A workspace with an SoA of the usual columns and these rows. */
export function soaWith(...rows: readonly string[]): string {
  return `=== soa.md\n${HEADER}\n${rows.join('\n')}\n`;
}

export interface RuleResult {
  readonly findings: readonly Finding[];
  /** The text that a finding marks. */
  textOf(finding: Finding): string;
  /** The text of a file after a fix. */
  fixed(fix: Fix, path?: string): string;
  /** The titles of the fixes of the only finding. */
  titles(): string[];
}

/** Runs the rules over a fixture and keeps what one of them found. */
export function findingsOf(rule: string, literal: string): RuleResult {
  const { findings, fixture } = checkFixture(literal);
  const own = findings.filter((finding) => finding.ruleId === rule);
  const textAt = (path: string): string => fixture.files.find((file) => file.path === path)?.text ?? '';
  return {
    findings: own,
    textOf: (finding) => textAt(finding.path).slice(finding.span.start, finding.span.end),
    fixed: (fix, path = 'soa.md') => applyFix(fixture, fix).get(path) ?? '',
    titles: () => {
      assert.equal(own.length, 1);
      return own[0]?.fixes.map((fix) => fix.title) ?? [];
    },
  };
}

/** The text after the fix with this title of the only finding. */
export function afterFix(rule: string, literal: string, title: string, path = 'soa.md'): string {
  const result = findingsOf(rule, literal);
  assert.equal(result.findings.length, 1, `${result.findings.length} findings`);
  const fix = result.findings[0]?.fixes.find((each) => each.title === title);
  assert.ok(
    fix,
    `no fix "${title}" among: ${result.findings[0]?.fixes.map((each) => each.title).join(' | ')}`,
  );
  return result.fixed(fix, path);
}
