import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edits';

/** What becomes of a mention: the ids that stand in its place; none takes it out of its list. */
export type MentionChanges = ReadonlyMap<IdMention, readonly string[]>;

/** One id of a text such as `A.5.15 Access control; A.5.16`, with the words that belong to it. */
interface Segment {
  readonly mention: IdMention;
  readonly span: Span;
}

const OPENERS = /[*_`"'([]*$/;
/** What parts two ids in one text: the previous one's words, the separator, and quotes or emphasis that open the next. */
const SEPARATOR = /(?:\s*(?:[,;|&/+·•]|\b(?:and|und|or|oder|sowie)\b)\s*|\s+)$/;

/**
 * Changes ids within one text: a scalar or a table cell. `end` is where the text ends (before a closing quote).
 * `undefined` where the ids lean on each other (`A.5.15-16-18`), so that none can be changed alone, and where
 * nothing would be left.
 */
export function editSegments(
  text: string,
  mentions: readonly IdMention[],
  end: number,
  changes: MentionChanges,
): TextEdit[] | undefined {
  const segments = segmentsOf(text, mentions, end);
  if (segments === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (const { mention } of segments) {
    const ids = changes.get(mention);
    if (ids !== undefined && ids.length > 0) edits.push({ span: mention.span, newText: ids.join(', ') });
  }
  const isKept = (segment: Segment): boolean => changes.get(segment.mention)?.length !== 0;
  const removals = removedRuns(
    segments.map((segment) => segment.span),
    (index) => isKept(segments[index] as Segment),
  );
  if (removals === undefined) return undefined;
  return [...edits, ...removals.map((span) => ({ span, newText: '' }))];
}

/**
 * The spans to delete so that only the kept items stay, each with one separator: the one before an item, or the one
 * after it where nothing kept stands before. `undefined` where no item would be kept.
 */
export function removedRuns(items: readonly Span[], isKept: (index: number) => boolean): Span[] | undefined {
  const runs: Span[] = [];
  let lastKept: Span | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Span;
    if (isKept(index)) {
      lastKept = item;
      continue;
    }
    let last = index;
    while (last + 1 < items.length && !isKept(last + 1)) last++;
    const next = items[last + 1];
    if (lastKept !== undefined) runs.push({ start: lastKept.end, end: (items[last] as Span).end });
    else if (next !== undefined) runs.push({ start: item.start, end: next.start });
    else return undefined;
    index = last;
  }
  return runs;
}

function segmentsOf(text: string, mentions: readonly IdMention[], end: number): Segment[] | undefined {
  const segments: Segment[] = [];
  let start = startOfFirst(text, mentions[0]);
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1];
    if (next === undefined) {
      segments.push({ mention, span: { start, end: Math.max(mention.span.end, end) } });
      break;
    }
    const gap = text.slice(mention.span.end, next.span.start);
    const opening = OPENERS.exec(gap)?.[0].length ?? 0;
    const separator = SEPARATOR.exec(gap.slice(0, gap.length - opening));
    if (separator === null) return undefined;
    segments.push({ mention, span: { start, end: mention.span.end + separator.index } });
    start = next.span.start - opening;
  }
  return segments;
}

function startOfFirst(text: string, mention: IdMention | undefined): number {
  if (mention === undefined) return 0;
  const lineStart = text.lastIndexOf('\n', mention.span.start - 1) + 1;
  const before = text.slice(lineStart, mention.span.start);
  return mention.span.start - (/[*_`([]*$/.exec(before)?.[0].length ?? 0);
}
