import type { Finding, Severity } from '../check/finding';
import type { Baseline, BaselineEntry } from '../facts/baselineFacts';
import { choiceFix } from '../rules/rule';
import { lineBelow } from '../text/lines';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import type { SuppressionOptions } from './active';

/**
 * What is wrong with a baseline: a rule that does not exist, for each; and, once for the file, entries that stand for
 * nothing any more. Those are information: whoever mends a finding should not be warned for it.
 */
export function baselineFindings(
  baseline: Baseline,
  stale: readonly BaselineEntry[],
  options: SuppressionOptions & { readonly certain: boolean },
): Finding[] {
  const known = options.known.map((rule) => rule.id);
  const unknown = stale.filter(({ rule }) => !known.includes(rule));
  const ran = new Set(options.ran.map((rule) => rule.id));
  const unused = options.certain ? stale.filter(({ rule }) => ran.has(rule)) : [];
  const raised = [
    ...unknown.map((entry) => unknownRule(entry, baseline, known)),
    ...(unused.length === 0 ? [] : [unusedEntries(unused, baseline)]),
  ];
  return raised
    .filter(({ ruleId }) => ran.has(ruleId))
    .map((finding) => ({
      ...finding,
      severity: (options.configured[finding.ruleId] as Severity | undefined) ?? finding.severity,
    }));
}

function unknownRule(entry: BaselineEntry, { source }: Baseline, known: readonly string[]): Finding {
  const suggestion = nearest(entry.rule, known);
  const fixes =
    suggestion === undefined
      ? []
      : [
          choiceFix(
            `Change to ${suggestion}`,
            [{ path: source.path, span: entry.ruleSpan, newText: suggestion }],
            { preferred: true },
          ),
        ];
  return {
    ruleId: 'suppression/unknown-rule',
    severity: 'warning',
    path: source.path,
    span: entry.ruleSpan,
    message: `There is no rule "${entry.rule}", so this line of the baseline accepts nothing.`,
    hint:
      suggestion === undefined
        ? 'Remove the line, or name one of the rules that "isms rules" lists.'
        : `Did you mean ${suggestion}?`,
    control: undefined,
    related: [],
    fixes,
  };
}

function unusedEntries(unused: readonly BaselineEntry[], { source }: Baseline): Finding {
  const [first, ...others] = unused;
  const count = unused.length === 1 ? 'A line' : `${unused.length} lines`;
  const verb = unused.length === 1 ? 'accepts' : 'accept';
  const edits = unused.map((entry) => ({
    path: source.path,
    span: wholeLine(source.text, entry.span),
    newText: '',
  }));
  return {
    ruleId: 'suppression/unused',
    severity: 'information',
    path: source.path,
    span: first?.span ?? { start: 0, end: 0 },
    message: `${count} of the baseline ${verb} nothing any more: what was accepted has been mended. Left in place it would silently accept the next finding of the kind.`,
    hint: `Run "isms baseline prune", or remove ${unused.length === 1 ? 'it' : 'them'}.`,
    control: undefined,
    related: others.map(({ span }) => ({ path: source.path, span, message: 'accepts nothing either' })),
    fixes: [choiceFix('Remove what accepts nothing', edits, { preferred: true })],
  };
}

function wholeLine(text: string, { start, end }: Span): Span {
  return { start, end: lineBelow(text, end)?.start ?? text.length };
}
