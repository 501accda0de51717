import type { FrontMatterEntry, FrontMatterFacts } from '../facts/facts';
import type { TextEdit } from '../text/edits';
import { lineBelow } from '../text/lines';
import { lineBreakOf } from '../text/source';

/** The keys of front matter in the order in which we write them, those that we read and seldom write among them. */
export const KEY_ORDER = [
  'id',
  'title',
  'type',
  'version',
  'status',
  'classification',
  'owner',
  'author',
  'approver',
  'approved_date',
  'approved_fingerprint',
  'effective_date',
  'updated',
  'last_review',
  'review_cycle',
  'next_review',
  'applies_to',
  'tags',
  'controls',
  'related_documents',
] as const;

export type WrittenKey = (typeof KEY_ORDER)[number];

export interface NewKey {
  readonly key: WrittenKey;
  /** As it is written behind the key; left out where the author is to fill it in. */
  readonly value?: string;
}

/**
 * Adds keys to front matter, each at its usual place: below the nearest of its predecessors that is there, else above
 * the first key. Comments, order and indentation of what is there stay. Empty where the block is written in braces, on
 * lines that hold several keys.
 */
export function insertKeys(text: string, block: FrontMatterFacts, keys: readonly NewKey[]): TextEdit[] {
  // A table of TOML has a line of its own in brackets; everything above the first one belongs to the document.
  const entries =
    block.form === 'toml' ? block.entries.filter((entry) => entry.indent !== undefined) : block.entries;
  if (entries.some((entry) => entry.indent === undefined || entry.span.end > block.content.end)) return [];
  const lineBreak = lineBreakOf(text);
  const indent = entries[0]?.indent ?? '';
  const ordered = [...keys].sort((a, b) => KEY_ORDER.indexOf(a.key) - KEY_ORDER.indexOf(b.key));
  const places = new Map<number, string>();
  for (const key of ordered) {
    const above = predecessor(entries, key.key);
    const at = above === undefined ? firstLine(text, block, entries) : above.span.end;
    const line = `${indent}${written(key, block)}`;
    places.set(at, (places.get(at) ?? '') + (above === undefined ? line + lineBreak : lineBreak + line));
  }
  return [...places].map(([at, newText]) => ({ span: { start: at, end: at }, newText }));
}

function written({ key, value }: NewKey, { form }: FrontMatterFacts): string {
  if (form === 'toml') return `${key} = ${value ?? '""'}`;
  return value === undefined ? `${key}:` : `${key}: ${value}`;
}

/** The last key in the text among those that come before `key` in the usual order. */
function predecessor(entries: readonly FrontMatterEntry[], key: WrittenKey): FrontMatterEntry | undefined {
  const before: readonly string[] = KEY_ORDER.slice(0, KEY_ORDER.indexOf(key));
  return entries.filter((entry) => entry.meaning !== undefined && before.includes(entry.meaning)).at(-1);
}

/** Above the first key, so that a comment at the top of the block stays there; in an empty block below its opening line. */
function firstLine(text: string, block: FrontMatterFacts, entries: readonly FrontMatterEntry[]): number {
  const [first] = entries;
  if (first !== undefined) return first.span.start - (first.indent?.length ?? 0);
  return lineBelow(text, block.span.start)?.start ?? block.content.start;
}
