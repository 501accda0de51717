import type { Severity } from '../../server/src/engine/check/finding';
import type { Rule } from '../../server/src/engine/rules/rule';

/** A rule as it was promised: its id, its default severity, and the fix that it has to offer. */
export interface PromisedRule {
  readonly id: string;
  readonly severity: Severity;
  /** `none` promises no fix; a rule may offer the author a choice all the same. */
  readonly fix: Rule['fix'];
}

/**
 * Every rule, written down apart from the code. Ids and severities are what users put into configurations, suppressions
 * and baselines: a test compares this list with the registry, so that none changes or goes unnoticed.
 */
export const PROMISED_RULES: readonly PromisedRule[] = [
  ...area('mapping', [
    ['unmapped-control', 'warning', 'choice'],
    ['unknown-control', 'error', 'choice'],
    ['superseded-control', 'warning', 'safe'],
    ['duplicate-control', 'warning', 'safe'],
    ['noncanonical-id', 'hint', 'safe'],
    ['numeric-id', 'error', 'choice'],
    ['coarse-reference', 'information', 'none'],
    ['clause-as-control', 'warning', 'none'],
    ['excluded-control', 'warning', 'none'],
    ['not-addressed', 'information', 'none'],
    ['unlisted-citation', 'hint', 'choice'],
    ['no-controls', 'information', 'none'],
    // A sentence of the control's card may be inserted: more than was promised.
    ['missing-element', 'hint', 'none'],
  ]),
  ...area('soa', [
    ['missing', 'warning', 'choice'],
    ['missing-control', 'error', 'safe'],
    ['duplicate-control', 'error', 'none'],
    ['missing-applicability', 'error', 'choice'],
    ['invalid-applicability', 'error', 'choice'],
    ['not-assessed', 'information', 'none'],
    ['missing-justification', 'error', 'choice'],
    ['weak-justification', 'warning', 'none'],
    ['repeated-justification', 'information', 'none'],
    ['missing-status', 'warning', 'none'],
    ['invalid-status', 'warning', 'none'],
    ['title-mismatch', 'warning', 'safe'],
    ['untraced-inclusion', 'information', 'none'],
    ['unsupported-risk-basis', 'warning', 'none'],
    ['excluded-treats-risk', 'error', 'none'],
    ['broken-reference', 'error', 'choice'],
    ['one-way-reference', 'warning', 'choice'],
    ['implemented-by-draft', 'warning', 'none'],
    ['exclusion-expired', 'warning', 'none'],
    ['summary-mismatch', 'warning', 'safe'],
  ]),
  ...area('policy', [
    ['invalid-front-matter', 'error', 'none'],
    ['missing-field', 'warning', 'choice'],
    ['invalid-value', 'warning', 'choice'],
    ['duplicate-id', 'error', 'none'],
    ['review-overdue', 'warning', 'none'],
    ['review-due', 'information', 'none'],
    ['missing-approval', 'error', 'none'],
    ['self-approval', 'warning', 'none'],
    ['date-order', 'warning', 'none'],
    ['changed-since-approval', 'error', 'choice'],
    ['conflicting-metadata', 'warning', 'choice'],
    ['placeholder', 'warning', 'none'],
    ['broken-link', 'error', 'choice'],
    ['vague-wording', 'hint', 'none'],
    ['uncontrolled-document', 'hint', 'choice'],
  ]),
  ...area('risk', [
    ['duplicate-id', 'error', 'none'],
    ['missing-owner', 'warning', 'none'],
    ['missing-treatment', 'warning', 'none'],
    ['untreated', 'warning', 'none'],
    ['unknown-reference', 'error', 'none'],
    ['score-mismatch', 'warning', 'safe'],
    ['accepted-above-appetite', 'warning', 'none'],
    ['review-overdue', 'warning', 'none'],
  ]),
  ...area('evidence', [
    ['stale', 'warning', 'none'],
    ['missing', 'information', 'none'],
  ]),
  ...area('clause', [['missing-document', 'information', 'choice']]),
  ...area('input', [['unreadable', 'error', 'none']]),
  ...area('config', [['invalid', 'error', 'none']]),
  ...area('suppression', [
    ['unused', 'warning', 'none'],
    ['missing-reason', 'warning', 'none'],
    ['unknown-rule', 'warning', 'none'],
    ['expired', 'warning', 'none'],
    ['breaks-table', 'error', 'safe'],
  ]),
];

function area(
  name: string,
  rules: readonly (readonly [slug: string, severity: Severity, fix: Rule['fix']])[],
): PromisedRule[] {
  return rules.map(([slug, severity, fix]) => ({ id: `${name}/${slug}`, severity, fix }));
}
