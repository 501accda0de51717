import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** One finding about one place of the ISMS. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  /** What is wrong and why it matters, in one or two sentences. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint: string;
  /** The control that the finding is about, where it is about one. */
  readonly control: string | undefined;
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly Fix[];
}

export interface RelatedLocation {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/**
 * A change that mends a finding. `safe`: applied by `isms fix` and "fix all". `choice`: the author picks it.
 * Edits of one fix never overlap.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'choice';
  readonly edits: readonly FileEdit[];
  /** Files to create with this text; none of them exists. */
  readonly creates: readonly { readonly path: string; readonly text: string }[];
  /** The one to offer first where there are several. */
  readonly preferred: boolean;
}

export interface FileEdit {
  readonly path: string;
  readonly span: Span;
  readonly newText: string;
  /** As in `TextEdit`: insertions at one place that get along are applied in this order. */
  readonly order?: number;
}

/** The strongest kind of fix that a finding has: what reports print. */
export function fixKind(finding: Pick<Finding, 'fixes'>): 'safe' | 'choice' | 'none' {
  if (finding.fixes.some((fix) => fix.kind === 'safe')) return 'safe';
  return finding.fixes.length > 0 ? 'choice' : 'none';
}
