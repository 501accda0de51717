import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';
import type { Cell, ColumnFact } from './cell';

/** What a column of a Statement of Applicability means, whatever its header says. */
export type SoaColumn =
  | 'id'
  | 'title'
  | 'applicable'
  | 'justification'
  | 'justification-exclusion'
  | 'basis'
  | 'status'
  | 'implementation'
  | 'documents'
  | 'evidence'
  | 'risks'
  | 'owner'
  | 'date';

/** A table with one row per control. */
export interface SoaTable {
  readonly span: Span;
  readonly header: Span;
  /** The last heading above the table. */
  readonly heading: string | undefined;
  readonly columns: readonly SoaColumnFact[];
  readonly rows: readonly SoaRow[];
  /** Number of cells of the header row: what an inserted row needs. */
  readonly width: number;
  /** Absent: a table of Markdown. `yaml` stands for JSON as well; `sections`: a heading for each row. */
  readonly format?: 'csv' | 'yaml' | 'sections';
}

export type SoaColumnFact = ColumnFact<SoaColumn>;
export type SoaCell = Cell;

export type Applicability =
  'applicable' | 'not-applicable' | 'not-assessed' | 'missing' | 'invalid' | 'no-column';

/** `covered-elsewhere`: a word such as "inherited" that says who carries the control out. */
export type ImplementationStatus =
  | 'implemented'
  | 'partial'
  | 'planned'
  | 'not-started'
  | 'not-assessed'
  | 'not-applicable'
  | 'covered-elsewhere';

export interface SoaRow {
  readonly span: Span;
  readonly mention: IdMention;
  readonly applicability: Applicability;
  readonly applicable: SoaCell | undefined;
  readonly title: SoaCell | undefined;
  /** The justification cells: one, or one for inclusion and one for exclusion. */
  readonly justification: SoaCell | undefined;
  readonly exclusion: SoaCell | undefined;
  readonly basis: readonly SoaCell[];
  readonly status: ImplementationStatus | 'missing' | 'invalid' | 'no-column';
  readonly statusCell: SoaCell | undefined;
  readonly documents: SoaCell | undefined;
  /** Every cell that names documents: an SoA may have a column for policies and one for procedures. */
  readonly documentCells: readonly SoaCell[];
  readonly risks: SoaCell | undefined;
  /** Who answers for the control. */
  readonly owner: SoaCell | undefined;
  readonly evidence: SoaCell | undefined;
  /** The cells with a date, and what the headers of their columns say. */
  readonly dates: readonly { readonly header: string; readonly cell: SoaCell }[];
}

/** What a number beside or below the SoA counts. */
export type Counted =
  'total' | 'applicable' | 'not-applicable' | 'implemented' | 'partial' | 'planned' | 'not-started';

/** A total that a file states about its SoA: "Applicable controls: 85". */
export interface SoaTotal {
  readonly counted: Counted;
  /** The theme whose controls it counts, as the catalogue names it; absent where it counts all. */
  readonly theme: string | undefined;
  readonly value: number;
  /** The digits. */
  readonly span: Span;
  /** True where a share in per cent stands beside it, which would have to follow. */
  readonly hasShare: boolean;
}
