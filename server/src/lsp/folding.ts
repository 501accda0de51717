import type { Finding } from '../engine/check/finding';

/** A finding that is shown, and those of the same rule for which it stands. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly folded: readonly Finding[];
}

/** A rule that looks at each row of a complete SoA has 93 findings at most. What is beyond has one cause in many places. */
const MOST = 100;

/**
 * Where one rule has a great many findings in files that nobody has open, the first stands for all of them, so that a
 * list of problems stays readable. In an open file every finding is shown: there it marks a place to work on.
 */
export function foldFindings(
  findings: readonly Finding[],
  isOpen: (path: string) => boolean,
): ShownFinding[] {
  const closed = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (isOpen(finding.path)) continue;
    const same = closed.get(finding.ruleId);
    if (same === undefined) closed.set(finding.ruleId, [finding]);
    else same.push(finding);
  }
  const groups = [...closed.values()].filter((same) => same.length > MOST);
  const standing = new Map(groups.map(([first, ...others]) => [first, others]));
  const hidden = new Set([...standing.values()].flat());
  return findings
    .filter((finding) => !hidden.has(finding))
    .map((finding) => ({ finding, folded: standing.get(finding) ?? [] }));
}
