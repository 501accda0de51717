import type { Finding, Severity } from '../check/finding';
import { nodeAt } from '../config/parse';
import type { Isms } from '../index/model';
import { choiceFix } from '../rules/rule';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { isExpired, type ActiveSuppression, type SuppressionOptions } from './apply';

/** The rules that speak of suppressions. They are raised here, where it is known what each suppression did. */
export const SUPPRESSION_RULES = ['suppression/unknown-rule', 'suppression/missing-reason', 'suppression/expired', 'suppression/unused'] as const;
type SuppressionRule = (typeof SUPPRESSION_RULES)[number];

/** At most one finding per suppression: the first of unknown rule, missing reason, expired, unused that holds. */
export function suppressionFindings(isms: Isms, suppressions: readonly ActiveSuppression[], options: SuppressionOptions): Finding[] {
  return suppressions.flatMap((suppression) => {
    const diagnosis = diagnose(suppression, options);
    if (diagnosis === undefined) return [];
    const rule = options.ran.find((each) => each.id === diagnosis.rule);
    if (rule === undefined) return [];
    const severity = (options.configured[rule.id] as Severity | undefined) ?? rule.severity;
    const place = placeOf(suppression, isms, diagnosis.rule);
    return [{ ruleId: rule.id, severity, ...place, message: diagnosis.message, hint: diagnosis.hint, control: undefined, related: [], fixes: fixesOf(suppression, isms, diagnosis, place.path) }];
  });
}

interface Diagnosis {
  readonly rule: SuppressionRule;
  readonly message: string;
  readonly hint: string;
  readonly suggestion?: string;
}

function diagnose(suppression: ActiveSuppression, options: SuppressionOptions): Diagnosis | undefined {
  const known = options.known.map((rule) => rule.id);
  if (!known.includes(suppression.rule)) return unknownRule(suppression.rule, known);
  if (suppression.reason === undefined) {
    return {
      rule: 'suppression/missing-reason',
      message: `This suppression of ${suppression.rule} gives no reason, so it suppresses nothing. An accepted deviation without a recorded reason is a finding in itself.`,
      hint: 'Add the reason after two hyphens: -- accepted until the new tenant is live.',
    };
  }
  if (isExpired(suppression.until, options.today)) return expired(suppression);
  const ran = options.ran.some((rule) => rule.id === suppression.rule);
  if (!ran || suppression.used) return undefined;
  return {
    rule: 'suppression/unused',
    message: `Nothing is found here by ${suppression.rule}, so this suppression hides nothing. Left in place it would silently hide the next finding.`,
    hint: 'Remove it.',
  };
}

function expired(suppression: ActiveSuppression): Diagnosis {
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(suppression.until ?? '');
  return {
    rule: 'suppression/expired',
    message: valid
      ? `This suppression of ${suppression.rule} expired on ${suppression.until}, so what it accepted is reported again.`
      : `"${suppression.until}" is no date such as 2027-06-30, so this suppression of ${suppression.rule} does not hold.`,
    hint: 'Mend what it hides and remove it, or have the acceptance renewed with a new date.',
  };
}

function unknownRule(rule: string, known: readonly string[]): Diagnosis {
  const suggestion = nearest(rule, known);
  return {
    rule: 'suppression/unknown-rule',
    message: rule === '' ? 'This suppression names no rule, so it suppresses nothing.' : `There is no rule "${rule}", so this suppression does nothing.`,
    hint: suggestion === undefined ? 'Name one of the rules that "isms rules" lists.' : `Did you mean ${suggestion}?`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function placeOf(suppression: ActiveSuppression, isms: Isms, rule: SuppressionRule): { readonly path: string; readonly span: Span } {
  if (suppression.source.kind === 'inline') {
    const { directive, path } = suppression.source;
    const span = rule === 'suppression/unknown-rule' ? directive.ruleSpan : rule === 'suppression/expired' ? (directive.untilSpan ?? directive.span) : directive.span;
    return { path, span };
  }
  const root = isms.config?.root;
  const path = isms.config?.source.path ?? 'isms.yaml';
  if (root === undefined) return { path, span: { start: 0, end: 0 } };
  const field = rule === 'suppression/unknown-rule' ? 'rule' : rule === 'suppression/expired' ? 'until' : undefined;
  const node = nodeAt(root, ['ignore', suppression.source.index, ...(field === undefined ? [] : [field])]);
  return { path, span: firstLineOf(isms.config?.source.text ?? '', node?.span ?? root.span) };
}

/** An entry of `ignore` spans several lines; the finding stands on its first. */
function firstLineOf(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.start);
  return end >= 0 && end < span.end ? { start: span.start, end } : span;
}

function fixesOf(suppression: ActiveSuppression, isms: Isms, diagnosis: Diagnosis, path: string): Finding['fixes'] {
  const { source } = suppression;
  if (diagnosis.suggestion !== undefined) {
    const span = placeOf(suppression, isms, diagnosis.rule).span;
    return [choiceFix(`Change to ${diagnosis.suggestion}`, [{ path, span, newText: diagnosis.suggestion }], { preferred: true })];
  }
  if (source.kind !== 'inline') return [];
  const text = isms.files.get(source.path)?.source.text ?? '';
  if (diagnosis.rule === 'suppression/missing-reason') return [];
  return [choiceFix('Remove this suppression', [{ path, span: removalSpan(text, source.directive.span), newText: '' }])];
}

/** The comment with the blank before it, or its whole line where nothing else stands on it. */
function removalSpan(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  const lineEnd = next < 0 ? text.length : next;
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: Math.min(text.length, lineEnd + 1) };
  return { start: text.charAt(span.start - 1) === ' ' ? span.start - 1 : span.start, end: span.end };
}
