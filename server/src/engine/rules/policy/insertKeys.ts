import type { FrontMatterEntry, FrontMatterFacts } from '../../facts/facts';
import type { TextEdit } from '../../text/edits';
import { lineBelow } from '../../text/lines';
import { lineBreakOf } from '../../text/source';

/** The keys of front matter in the order in which we write them. */
const ORDER: readonly string[] = [
  'id',
  'title',
  'type',
  'version',
  'status',
  'classification',
  'owner',
  'approver',
  'approved_date',
  'effective_date',
  'review_cycle',
  'next_review',
  'controls',
  'related_documents',
];

/**
 * Adds keys without a value to front matter, each at its usual place: below the nearest of its predecessors that is
 * there, else above the first key. Comments, order and indentation of what is there stay. Empty where the block is
 * written in braces, on lines that hold several keys.
 */
export function insertKeys(text: string, block: FrontMatterFacts, keys: readonly string[]): TextEdit[] {
  if (block.entries.some((entry) => entry.indent === undefined)) return [];
  const lineBreak = lineBreakOf(text);
  const indent = block.entries[0]?.indent ?? '';
  const ordered = [...keys].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const places = new Map<number, string>();
  for (const key of ordered) {
    const above = predecessor(block.entries, key);
    const at = above === undefined ? firstLine(text, block) : above.span.end;
    const line = above === undefined ? `${indent}${key}:${lineBreak}` : `${lineBreak}${indent}${key}:`;
    places.set(at, (places.get(at) ?? '') + line);
  }
  return [...places].map(([at, newText]) => ({ span: { start: at, end: at }, newText }));
}

/** The last key in the text among those that come before `key` in the usual order. */
function predecessor(entries: readonly FrontMatterEntry[], key: string): FrontMatterEntry | undefined {
  const before = ORDER.slice(0, ORDER.indexOf(key));
  return entries.filter((entry) => entry.meaning !== undefined && before.includes(entry.meaning)).at(-1);
}

/** Above the first key, so that a comment at the top of the block stays there; in an empty block below its opening line. */
function firstLine(text: string, block: FrontMatterFacts): number {
  const [first] = block.entries;
  if (first !== undefined) return first.span.start - (first.indent?.length ?? 0);
  return lineBelow(text, block.span.start)?.start ?? block.content.start;
}
