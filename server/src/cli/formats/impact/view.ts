import { createHash } from 'node:crypto';
import { excerptOf } from '../../../engine/features/markdown';
import type { ChangePlace } from '../../../engine/impact/change';
import { reportPlace, type ComparedWorkspace, type ImpactReport } from './report';

/** A part of a cell. Words of a document are plain strings: whoever renders them shows them unchanged. */
export type Inline =
  string | { readonly code: string; readonly href?: string | undefined } | { readonly strong: string };

export type Cell = readonly Inline[];

/** One table of the report. */
export interface Section {
  readonly title: string;
  /** Below the title. */
  readonly intro?: string;
  readonly header: readonly string[];
  /** Columns of numbers. */
  readonly numeric?: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Folded away where the medium can: the reader opens it when it matters. */
  readonly folded: boolean;
}

/** The report for readers, whatever the medium. */
export interface ImpactView {
  /** The verdict and the counts in at most 120 characters: the first words of a notification. */
  readonly headline: string;
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  readonly footer: Cell;
}

/** Words of a document may be of any length; a reader of a table wants the beginning. */
const LONGEST_QUOTE = 300;

export function quote(text: string): string {
  return excerptOf(text, LONGEST_QUOTE);
}

/** A place as a cell: `soa.md:9`, with a link where the report has a template for links. */
export function placeCell(
  workspace: ComparedWorkspace,
  place: ChangePlace | undefined,
  { link }: ImpactReport,
): Cell {
  if (place === undefined) return [];
  const { file, range, before } = reportPlace(workspace, place);
  const line = range.start.line + 1;
  const code = `${file}:${line}`;
  if (before) return [{ code }, ' (before)'];
  return [{ code, href: link && addressOf(link, workspace.forgeFileAt(place.path), line) }];
}

/** The address of a line: `{path}`, `{line}` and `{sha256}`, the path's hash that GitHub's diffs use. */
function addressOf(template: string, path: string, line: number): string {
  const values: Readonly<Record<string, string>> = {
    path: path.split('/').map(encodeURIComponent).join('/'),
    line: String(line),
    sha256: createHash('sha256').update(path).digest('hex'),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
