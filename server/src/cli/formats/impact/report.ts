import type { ChangePlace } from '../../../engine/impact/change';
import type { Impact } from '../../../engine/impact/impact';
import type { Isms } from '../../../engine/index/model';
import { rangeOf, type Range } from '../../../engine/text/source';
import { sourceOf } from '../../report';
import type { Revision } from '../../revisions/resolve';

/** What a change does, with all that a format needs to write it down. */
export interface ImpactReport {
  readonly version: string;
  readonly homepage: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly base: Revision;
  readonly head: Revision;
  /** How to come to the same result: the words of the command line. */
  readonly command: string;
  /** Where a place can be seen: `{path}`, `{line}` and `{sha256}` (of the path) are filled in. */
  readonly link: string | undefined;
  /** By name in order. */
  readonly workspaces: readonly ComparedWorkspace[];
}

export interface ComparedWorkspace {
  /** Its root relative to the working directory. */
  readonly root: string;
  /** A path inside the root as seen from the working directory. */
  readonly fileAt: (path: string) => string;
  /** The same as seen from the root of the repository, for forges. */
  readonly forgeFileAt: (path: string) => string;
  readonly base: Isms;
  readonly head: Isms;
  readonly impact: Impact;
}

/** A place as reports write it. */
export interface ReportPlace {
  readonly file: string;
  readonly range: Range;
  /** True where it is to be found in the base only. */
  readonly before: boolean;
}

export function reportPlace(workspace: ComparedWorkspace, { side, path, span }: ChangePlace): ReportPlace {
  const isms = side === 'base' ? workspace.base : workspace.head;
  return {
    file: workspace.fileAt(path),
    range: rangeOf(sourceOf(isms, path), span),
    before: side === 'base',
  };
}

/** Of all workspaces together. */
export function totalOf(report: ImpactReport, count: (impact: Impact) => number): number {
  return report.workspaces.reduce((sum, { impact }) => sum + count(impact), 0);
}

/** The commit in short, as people write it. */
export function shortCommit({ name, commit }: Revision): string {
  return commit === undefined ? name : commit.slice(0, 7);
}
