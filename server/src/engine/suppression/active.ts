import picomatch from 'picomatch/posix';
import type { Finding, Severity } from '../check/finding';
import type { IgnoreEntry } from '../config/schema';
import type { SuppressionDirective } from '../facts/facts';
import type { Isms } from '../index/model';
import type { Rule } from '../rules/rule';
import { isDate } from '../text/date';
import { overlaps } from '../text/span';

export interface SuppressionOptions {
  readonly today: string;
  /** The rules that ran: only of these can a suppression be unused. */
  readonly ran: readonly Rule[];
  /** All rules there are: what a suppression may name. */
  readonly known: readonly Rule[];
  readonly configured: Readonly<Record<string, Severity | 'off'>>;
}

/** A suppression wherever it stands, with what it did. */
export interface ActiveSuppression {
  readonly rule: string;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly by: string | undefined;
  readonly source:
    | { readonly kind: 'inline'; readonly path: string; readonly directive: SuppressionDirective }
    | { readonly kind: 'isms.yaml'; readonly index: number };
  readonly covers: (finding: Finding) => boolean;
  used: boolean;
}

/** All suppressions of an ISMS: those in its documents, then those of `ignore` in `isms.yaml`. */
export function activeSuppressions(isms: Isms): ActiveSuppression[] {
  return [...inlineSuppressions(isms), ...configuredSuppressions(isms)];
}

/**
 * Whoever could suppress findings about suppressions could hide anything without a trace, and a configuration that
 * cannot be used cannot say which of its faults are accepted.
 */
export function isSuppressible(ruleId: string): boolean {
  return !ruleId.startsWith('suppression/') && ruleId !== 'config/invalid';
}

/** True from the day it was written to the end of its last day. A date that is none fails closed. */
export function holds(suppression: Pick<ActiveSuppression, 'reason' | 'until'>, today: string): boolean {
  return suppression.reason !== undefined && !isExpired(suppression.until, today);
}

/** The last day counts in. What is no date holds for no day. */
export function isExpired(until: string | undefined, today: string): boolean {
  return until !== undefined && (!isDate(until) || until < today);
}

function inlineSuppressions(isms: Isms): ActiveSuppression[] {
  return isms.suppressing.flatMap((document) =>
    document.facts.suppressions.map((directive): ActiveSuppression => ({
      rule: directive.rule,
      reason: directive.reason,
      until: directive.until,
      by: directive.by,
      source: { kind: 'inline', path: document.path, directive },
      covers: (finding) =>
        finding.path === document.path &&
        coversSpan(directive, finding) &&
        concerns(directive.controls, finding),
      used: false,
    })),
  );
}

function coversSpan(directive: SuppressionDirective, finding: Finding): boolean {
  const { covers } = directive;
  if (finding.span.start === finding.span.end)
    return covers.start <= finding.span.start && finding.span.start <= covers.end;
  // A finding on several lines belongs to the line on which it begins.
  return overlaps(covers, finding.span) && (directive.kind === 'file' || finding.span.start >= covers.start);
}

function concerns(controls: readonly string[], finding: Finding): boolean {
  return controls.length === 0 || (finding.control !== undefined && controls.includes(finding.control));
}

function configuredSuppressions(isms: Isms): ActiveSuppression[] {
  const entries: readonly IgnoreEntry[] = isms.config?.config.ignore ?? [];
  return entries.map((entry, index): ActiveSuppression => {
    const patterns = [entry.files ?? []].flat();
    const inFiles = patterns.length === 0 ? () => true : picomatch([...patterns]);
    return {
      rule: entry.rule,
      reason: isFilled(entry.reason) ? entry.reason : undefined,
      until: entry.until,
      by: entry.by,
      source: { kind: 'isms.yaml', index },
      covers: (finding) => inFiles(finding.path) && concerns(entry.controls ?? [], finding),
      used: false,
    };
  });
}

/** An empty reason is none: it would let anything be hidden by a pair of quotes. */
function isFilled(reason: string | undefined): boolean {
  return reason !== undefined && reason.trim() !== '';
}
