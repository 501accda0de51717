import type { Span } from '../text/span';

/** A cell by meaning. `span` is empty, at the place to type, where the cell is empty or the row is too short. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
  readonly links: readonly { readonly url: string; readonly text: string; readonly span: Span }[];
  /** False where the row has no such cell (a ragged row). */
  readonly present: boolean;
}

/** A column of a table and what it means, whatever its header says. */
export interface ColumnFact<Meaning extends string> {
  readonly meaning: Meaning | undefined;
  readonly header: string;
  readonly span: Span;
  readonly index: number;
}
