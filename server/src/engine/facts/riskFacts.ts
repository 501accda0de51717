import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';

export interface RiskTable {
  readonly span: Span;
  readonly header: Span;
  readonly rows: readonly RiskRow[];
}

export type Treatment = 'mitigate' | 'accept' | 'avoid' | 'transfer' | 'missing' | 'unknown';

/** One risk of the register. */
export interface RiskRow {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly title: string;
  readonly treatment: Treatment;
  readonly treatmentSpan: Span | undefined;
  readonly owner: string | undefined;
  readonly controls: readonly IdMention[];
}
