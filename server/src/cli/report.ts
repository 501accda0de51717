import type { Finding, Severity } from '../engine/check/finding';
import { SEVERITIES } from '../engine/check/finding';
import type { ControlState, Coverage } from '../engine/check/coverage';
import type { Isms } from '../engine/index/model';
import type { Rule } from '../engine/rules/rule';
import type { SuppressedFinding } from '../engine/suppression/apply';
import { createSource, rangeOf, type Range, type Source } from '../engine/text/source';
import type { Span } from '../engine/text/span';
import { prefixed } from './paths';

/** What a check found: all that a format needs to write it down. */
export interface CheckReport {
  readonly version: string;
  readonly homepage: string;
  /** Where the pages of the rules are: a rule's id is appended. */
  readonly ruleBaseHref: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules: readonly Rule[];
  /** True where a finding is at or above `--fail-on`: what the exit code says. */
  readonly failed: boolean;
  /** By name in order. */
  readonly workspaces: readonly CheckedWorkspace[];
  /** Present where the findings were compared with those of a base. */
  readonly comparison?: FindingComparison;
}

/** How many findings came, went and stayed since a revision, in the parts that were asked for. */
export interface FindingComparison {
  /** As the user named it. */
  readonly base: string;
  readonly commit: string;
  readonly new: number;
  readonly fixed: number;
  readonly unchanged: number;
  /** True where only the new ones are shown. */
  readonly newOnly: boolean;
}

/** One ISMS with what was found in the parts that were asked for. */
export interface CheckedWorkspace {
  /** Its root relative to the working directory; `.` for the directory itself. */
  readonly root: string;
  /** Its root relative to the root of its git work tree, else as `root`. */
  readonly forgeRoot: string;
  /** A path inside the root as seen from the working directory, which may lie inside the root itself. */
  readonly fileAt: (path: string) => string;
  readonly isms: Isms;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly controls: readonly ControlState[];
  readonly coverage: Coverage;
}

/** A finding with where it is for the reader of a report. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly workspace: CheckedWorkspace;
  /** Relative to the working directory. */
  readonly file: string;
  /** Relative to the root of the git work tree, for forges. */
  readonly forgeFile: string;
}

/** All findings by path, line, column and rule; the path is the one that the reader sees. */
export function locatedFindings(
  workspaces: readonly CheckedWorkspace[],
  path: 'file' | 'forgeFile' = 'file',
): LocatedFinding[] {
  const located = workspaces.flatMap((workspace) =>
    workspace.findings.map((finding) => ({
      finding,
      workspace,
      file: workspace.fileAt(finding.path),
      forgeFile: prefixed(workspace.forgeRoot, finding.path),
    })),
  );
  // Within a file the engine has sorted, and the sort is stable.
  return located.sort((a, b) => (a[path] < b[path] ? -1 : a[path] > b[path] ? 1 : 0));
}

/** The same by file: each that has findings, as the forge names it. */
export function byForgeFile(
  workspaces: readonly CheckedWorkspace[],
): (readonly [file: string, located: readonly LocatedFinding[]])[] {
  const files = new Map<string, LocatedFinding[]>();
  for (const located of locatedFindings(workspaces, 'forgeFile')) {
    const known = files.get(located.forgeFile);
    if (known === undefined) files.set(located.forgeFile, [located]);
    else known.push(located);
  }
  return [...files];
}

/** The text of a file of the ISMS; empty for one that could not be read. */
export function sourceOf(isms: Isms, path: string): Source {
  const config = isms.config?.source;
  const baseline = isms.baseline?.source;
  const catalogs = isms.ownCatalogs?.files.map((file) => file.source) ?? [];
  const named = [config, baseline, ...catalogs].find((source) => source?.path === path);
  return isms.files.get(path)?.source ?? named ?? createSource(path, '');
}

export function rangeIn(
  workspace: CheckedWorkspace,
  place: { readonly path: string; readonly span: Span },
): Range {
  return rangeOf(sourceOf(workspace.isms, place.path), place.span);
}

export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** True where one of the findings is at or above the level. */
export function reaches(findings: readonly Finding[], level: Severity | 'never'): boolean {
  if (level === 'never') return false;
  const limit = SEVERITIES.indexOf(level);
  return findings.some((finding) => SEVERITIES.indexOf(finding.severity) <= limit);
}

/** What is wrong and what to do, as one text. */
export function fullMessage(finding: Pick<Finding, 'message' | 'hint'>): string {
  return finding.hint === '' ? finding.message : `${finding.message} ${finding.hint}`;
}
