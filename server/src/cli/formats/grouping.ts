import type { CheckedWorkspace, LocatedFinding } from '../report';

/** Findings of one rule in one ISMS that are counted and not shown one by one. */
export interface MoreOfTheSame {
  readonly ruleId: string;
  /** In the order of the output. */
  readonly findings: readonly LocatedFinding[];
}

export interface GroupedFindings {
  readonly shown: readonly LocatedFinding[];
  readonly more: ReadonlyMap<CheckedWorkspace, readonly MoreOfTheSame[]>;
}

/** How many of a rule are shown: enough to see what they have in common. */
const SHOWN = 5;
/** Fewer than these are shown as well: to say that they are left out takes as much room. */
const WORTH_HIDING = 3;

/**
 * Of each rule the first findings of an ISMS, and how many more of the same there are. One cause in two hundred places
 * must not bury the one finding that stands alone. With `showAll` nothing is left out.
 */
export function groupFindings(findings: readonly LocatedFinding[], showAll: boolean): GroupedFindings {
  if (showAll) return { shown: findings, more: new Map() };
  const groups = new Map<CheckedWorkspace, Map<string, LocatedFinding[]>>();
  for (const located of findings) {
    const rules = groups.get(located.workspace) ?? new Map<string, LocatedFinding[]>();
    groups.set(located.workspace, rules);
    const same = rules.get(located.finding.ruleId);
    if (same === undefined) rules.set(located.finding.ruleId, [located]);
    else same.push(located);
  }
  const more = new Map([...groups].map(([workspace, rules]) => [workspace, hiddenIn(rules)] as const));
  const hidden = new Set([...more.values()].flat().flatMap((group) => group.findings));
  return { shown: findings.filter((located) => !hidden.has(located)), more };
}

function hiddenIn(rules: ReadonlyMap<string, readonly LocatedFinding[]>): MoreOfTheSame[] {
  return [...rules].flatMap(([ruleId, all]) =>
    all.length < SHOWN + WORTH_HIDING ? [] : [{ ruleId, findings: all.slice(SHOWN) }],
  );
}
