import type { ControlList } from '../facts/controlList';
import type { ControlReference } from '../facts/facts';
import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edits';
import { editSegments, type MentionChanges } from './idSegments';
import { hasComment, insertItemsAfter, quoteOf, removeItems } from './listItems';

/** A list of controls in front matter, with what was read from it. */
export interface EditableList {
  /** The text of the whole file. */
  readonly text: string;
  readonly list: ControlList;
  readonly references: readonly ControlReference[];
}

/** The list of a file's front matter with this number; `undefined` where the number is that of a table. */
export function editableList(
  text: string,
  facts: { readonly controlLists: readonly ControlList[]; readonly references: readonly ControlReference[] },
  number: number,
): EditableList | undefined {
  const list = facts.controlLists.find((each) => each.number === number);
  return list === undefined
    ? undefined
    : { text, list, references: facts.references.filter((each) => each.list === number) };
}

/**
 * The edits that put other ids in the place of some, or take some out, keeping the list's own style: block or flow,
 * quotes, line breaks, comments and the words behind an id. `undefined` where no clean edit is possible: the list
 * would become empty, an item has keys of its own, or ids lean on each other (`A.5.15-16-18`).
 */
export function editControlList(editable: EditableList, changes: MentionChanges): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const removed = new Set<number>();
  for (const [index, item] of editable.list.items.entries()) {
    const mentions = mentionsWithin(editable, item.span);
    if (!mentions.some((mention) => changes.has(mention))) continue;
    if (item.scalar && mentions.every((mention) => changes.get(mention)?.length === 0)) {
      removed.add(index);
      continue;
    }
    const inside = editItem(editable, index, mentions, changes);
    if (inside === undefined) return undefined;
    edits.push(...inside);
  }
  const removals = removeItems(editable.text, editable.list, removed);
  return removals === undefined
    ? undefined
    : [...edits, ...removals].sort((a, b) => a.span.start - b.span.start);
}

/** The edits that add an id at the end of a list in its own style. `undefined` where that cannot be done cleanly. */
export function appendControl(editable: EditableList, id: string): TextEdit[] | undefined {
  const { text, list } = editable;
  const whole = text.slice(list.span.start, list.span.end);
  if (list.style === 'empty') return fillEmpty(text, list, id);
  if (list.style === 'flow' && list.items.length === 0) {
    return /^\[\s*\]$/.test(whole) ? [{ span: list.span, newText: `["${id}"]` }] : undefined;
  }
  if (list.style !== 'scalar') return insertItemsAfter(text, list, list.items.length - 1, [id]);
  if (/^(?:""|''|null|~)$/i.test(whole)) return [{ span: list.span, newText: `["${id}"]` }];
  const appendable =
    editable.references.length > 0 && editable.references.every((each) => each.yamlNumber === undefined);
  if (!appendable || /^[|>]/.test(whole)) return undefined;
  const end = contentEnd(text, list.span);
  return [{ span: { start: end, end }, newText: `, ${id}` }];
}

/**
 * True where taking the mention out of its list loses words of the author: a note behind the id, a comment on its line,
 * further keys. `titles` are words that may go because they say what the id says.
 */
export function losesWords(editable: EditableList, mention: IdMention, titles: readonly string[]): boolean {
  const item = editable.list.items.find(
    (each) => each.span.start <= mention.span.start && mention.span.end <= each.span.end,
  );
  if (item === undefined || !item.scalar) return true;
  const inside = mentionsWithin(editable, item.span);
  const at = inside.indexOf(mention);
  const behind = wordsOf(editable.text.slice(mention.span.end, inside[at + 1]?.span.start ?? item.span.end));
  if (behind !== '' && !titles.some((title) => wordsOf(title) === behind)) return true;
  if (inside.length > 1) return false;
  const before = wordsOf(editable.text.slice(item.span.start, mention.span.start));
  return before !== '' || (editable.list.style !== 'scalar' && hasComment(editable.text, item.span));
}

/** Without case, punctuation, and the words that part two items. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ (?:and|und|or|oder|sowie)? ?$/, '')
    .trim();
}

function editItem(
  editable: EditableList,
  index: number,
  mentions: readonly IdMention[],
  changes: MentionChanges,
): TextEdit[] | undefined {
  const { text, list } = editable;
  const item = list.items[index];
  const [mention] = mentions;
  if (item === undefined || mention === undefined) return undefined;
  const ids = changes.get(mention) ?? [];
  const quote = quoteOf(text, item.span).length;
  const idAlone =
    mention.span.start === item.span.start + quote && mention.span.end === item.span.end - quote;
  if (mentions.length === 1 && ids.length > 1 && list.style !== 'scalar' && idAlone) {
    const more = insertItemsAfter(text, list, index, ids.slice(1));
    return more === undefined ? undefined : [{ span: mention.span, newText: ids[0] ?? '' }, ...more];
  }
  return editSegments(text, mentions, contentEnd(text, item.span), changes);
}

function mentionsWithin(editable: EditableList, item: Span): IdMention[] {
  return editable.references
    .map((reference) => reference.mention)
    .filter((mention) => item.start <= mention.span.start && mention.span.end <= item.end)
    .sort((a, b) => a.span.start - b.span.start);
}

/** Where the text of a scalar ends: before its closing quote and before blank space. */
function contentEnd(text: string, scalar: Span): number {
  const end = scalar.end - quoteOf(text, scalar).length;
  return scalar.start + text.slice(scalar.start, end).trimEnd().length;
}

function fillEmpty(text: string, list: ControlList, id: string): TextEdit[] | undefined {
  const colon = /^[ \t]*:/.exec(text.slice(list.keySpan.end, list.keySpan.end + 40));
  if (colon === null) return undefined;
  const at = list.keySpan.end + colon[0].length;
  return [{ span: { start: at, end: at }, newText: ` ["${id}"]` }];
}
