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
  /** Absent: a table of Markdown. `yaml` stands for JSON as well. */
  readonly format?: 'csv' | 'yaml';
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
  readonly risks: SoaCell | undefined;
  readonly evidence: SoaCell | undefined;
}
