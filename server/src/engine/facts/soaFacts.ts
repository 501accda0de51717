import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';

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

export interface SoaColumnFact {
  readonly meaning: SoaColumn | undefined;
  readonly header: string;
  readonly span: Span;
  readonly index: number;
}

/** A cell by meaning. `span` is empty, at the place to type, where the cell is empty or the row is too short. */
export interface SoaCell {
  readonly text: string;
  readonly span: Span;
  readonly links: readonly { readonly url: string; readonly text: string; readonly span: Span }[];
  /** False where the row has no such cell (a ragged row). */
  readonly present: boolean;
}

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
