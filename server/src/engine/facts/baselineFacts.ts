import type { Source } from '../text/source';
import type { Span } from '../text/span';

/** Findings that are accepted as they are: the file `.isms-baseline` in the root of an ISMS. */
export interface Baseline {
  readonly source: Source;
  /** In the order of the text. */
  readonly entries: readonly BaselineEntry[];
}

/** One accepted finding, by what it is about: an edit elsewhere does not change it. */
export interface BaselineEntry {
  readonly rule: string;
  /** The id of the document, or its path from the root. */
  readonly document: string;
  /** The control, risk or text that the finding is about; empty where it is about the document as a whole. */
  readonly subject: string;
  /** Which one, where a document has several that agree in all of this; from 1. */
  readonly number: number;
  readonly reason: string | undefined;
  /** The line without its line break. */
  readonly span: Span;
  readonly ruleSpan: Span;
}
