import type { SuppressionDirective } from '../facts/facts';
import { lineAround, lineBelow } from '../text/lines';
import type { Span } from '../text/span';

/** The text that goes when one suppression is removed; deletions only, none overlaps another. */
export function removalOf(
  text: string,
  directive: SuppressionDirective,
  others: readonly SuppressionDirective[],
): Span[] {
  const sharesComment = others.some(
    (other) => other !== directive && other.span.start === directive.span.start,
  );
  if (sharesComment)
    return [{ start: blankBefore(text, directive.ruleSpan.start), end: directive.ruleSpan.end }];
  return [wholeComment(text, directive.span), ...endOfBlock(text, directive)];
}

/** An entry of `ignore` in `isms.yaml` with its lines; `undefined` where it shares a line with others. */
export function entryRemoval(text: string, entry: Span): Span | undefined {
  const first = lineAround(text, entry.start);
  if (!/^\s*-\s*$/.test(text.slice(first.start, entry.start))) return undefined;
  const last = text.slice(0, entry.end).trimEnd().length;
  return { start: first.start, end: lineBelow(text, last)?.start ?? text.length };
}

/** The comment with the blank before it, or its whole line where nothing else stands on it. */
function wholeComment(text: string, span: Span): Span {
  const line = lineAround(text, span.start);
  const end = lineAround(text, span.end).end;
  const alone = text.slice(line.start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (alone) return { start: line.start, end: lineBelow(text, span.end)?.start ?? text.length };
  return { start: blankBefore(text, span.start), end: span.end };
}

/** The comment that ends the block, where it ends this block alone. */
function endOfBlock(text: string, { kind, covers, rule }: SuppressionDirective): Span[] {
  if (kind !== 'block') return [];
  const close = text.indexOf('-->', covers.end);
  const enable = close < 0 ? '' : text.slice(covers.end, close + 3);
  const named = /^<!--\s*isms-enable\s+(\S+)\s*-->$/.exec(enable)?.[1];
  return named === rule ? [wholeComment(text, { start: covers.end, end: close + 3 })] : [];
}

function blankBefore(text: string, offset: number): number {
  return text.charAt(offset - 1) === ' ' ? offset - 1 : offset;
}
