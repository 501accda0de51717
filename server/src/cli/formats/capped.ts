import { SEVERITIES } from '../../engine/check/finding';
import type { LocatedFinding } from '../report';

/** The findings for a surface that shows only so many of them. */
export interface Capped {
  /** In the order in which they came. */
  readonly shown: readonly LocatedFinding[];
  /** What the last slot says: how many are left out, and the most important one of them. */
  readonly more: { readonly count: number; readonly first: LocatedFinding } | undefined;
}

/** At most `most` entries. Where there are more findings, the last entry is kept for saying so. */
export function capped(located: readonly LocatedFinding[], most: number): Capped {
  if (located.length <= most) return { shown: located, more: undefined };
  const ranked = byImportance(located);
  const kept = new Set(ranked.slice(0, most - 1));
  const [first] = ranked.slice(most - 1);
  return {
    shown: located.filter((each) => kept.has(each)),
    more: first === undefined ? undefined : { count: located.length - kept.size, first },
  };
}

/** What the last slot says. `surface` is who shows only so many. */
export function moreMessage({ count, first }: NonNullable<Capped['more']>, surface: string): string {
  const findings = count === 1 ? '1 more finding is' : `${count} more findings are`;
  return `${findings} not shown here: ${surface}. "isms check ${first.workspace.root}" lists them all.`;
}

/** The graver ones first; of those, one of each rule and file before the second of any. */
export function byImportance(located: readonly LocatedFinding[]): LocatedFinding[] {
  const seen = new Map<string, number>();
  const ranked = located.map((each) => {
    const key = `${each.finding.ruleId} ${each.forgeFile}`;
    const repeats = seen.get(key) ?? 0;
    seen.set(key, repeats + 1);
    return { each, repeats, severity: SEVERITIES.indexOf(each.finding.severity) };
  });
  return ranked.sort((a, b) => a.severity - b.severity || a.repeats - b.repeats).map(({ each }) => each);
}
