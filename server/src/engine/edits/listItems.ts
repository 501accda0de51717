import type { ControlList } from '../facts/controlList';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/edits';
import { lineBreakOf } from '../text/source';
import { removedRuns } from './idSegments';

/** A block list's item as it stands in the file. */
interface BlockItem {
  /** Blanks, hyphen, blanks: `  - `. */
  readonly prefix: string;
  readonly lineStart: number;
  /** Before the line break, behind a comment. */
  readonly lineEnd: number;
}

/**
 * The edits that take items out of a YAML list with their separators or lines. `undefined` where the list's layout is
 * beyond a safe edit, and where no item would be left.
 */
export function removeItems(
  text: string,
  list: ControlList,
  removed: ReadonlySet<number>,
): TextEdit[] | undefined {
  if (removed.size === 0) return [];
  if (removed.size >= list.items.length) return undefined;
  return list.style === 'block'
    ? removeLines(text, list, removed)
    : list.style === 'flow'
      ? removeFromFlow(text, list, removed)
      : undefined;
}

/** The edits that put more items right behind one, in its own style. `undefined` where that cannot be done. */
export function insertItemsAfter(
  text: string,
  list: ControlList,
  index: number,
  ids: readonly string[],
): TextEdit[] | undefined {
  const item = list.items[index];
  if (item === undefined || !item.scalar || ids.length === 0) return undefined;
  const quote = quoteOf(text, item.span);
  const quoted = ids.map((id) => `${quote}${id}${quote}`);
  if (list.style === 'block') {
    const place = blockItem(text, item.span);
    if (place === undefined) return undefined;
    const newText = quoted.map((each) => `${lineBreakOf(text)}${place.prefix}${each}`).join('');
    return [{ span: { start: place.lineEnd, end: place.lineEnd }, newText }];
  }
  return list.style === 'flow' ? insertIntoFlow(text, item.span, quoted) : undefined;
}

/** The quotation mark around an item; empty where it has none. */
export function quoteOf(text: string, item: Span): '"' | "'" | '' {
  const first = text.charAt(item.start);
  return first === '"' || first === "'" ? first : '';
}

/** True where taking the item out of its list takes a comment on its line with it. */
export function hasComment(text: string, item: Span): boolean {
  return /^[ \t]*,?[ \t]*#/.test(text.slice(item.end, lineEndAt(text, item.end)));
}

function removeLines(text: string, list: ControlList, removed: ReadonlySet<number>): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const index of removed) {
    const item = list.items[index];
    const place = item === undefined ? undefined : blockItem(text, item.span);
    if (place === undefined) return undefined;
    edits.push({ span: { start: place.lineStart, end: afterLineBreak(text, place.lineEnd) }, newText: '' });
  }
  return edits;
}

function blockItem(text: string, item: Span): BlockItem | undefined {
  const lineStart = text.lastIndexOf('\n', item.start - 1) + 1;
  const prefix = text.slice(lineStart, item.start);
  const lineEnd = lineEndAt(text, item.end);
  if (!/^[ \t]*-[ \t]+$/.test(prefix) || !/^[ \t]*(?:#.*)?$/.test(text.slice(item.end, lineEnd)))
    return undefined;
  return { prefix, lineStart, lineEnd };
}

function removeFromFlow(
  text: string,
  list: ControlList,
  removed: ReadonlySet<number>,
): TextEdit[] | undefined {
  const spans = list.items.map((item) => item.span);
  if ([...removed].every((index) => standsAlone(text, spans[index] as Span))) {
    return [...removed].map((index) => ({ span: wholeLines(text, spans[index] as Span), newText: '' }));
  }
  const runs = removedRuns(spans, (index) => !removed.has(index));
  // A comment between two items belongs to one of them, and a machine cannot tell to which.
  if (runs === undefined || runs.some((run) => /[ \t\n]#/.test(text.slice(run.start, run.end))))
    return undefined;
  return runs.map((span) => ({ span, newText: '' }));
}

/** True for an item of a flow list that has its lines for itself, but for a comma and a comment. */
function standsAlone(text: string, item: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', item.start - 1) + 1, item.start);
  return (
    /^[ \t]*$/.test(before) &&
    /^[ \t]*,?[ \t]*(?:#.*)?$/.test(text.slice(item.end, lineEndAt(text, item.end)))
  );
}

function wholeLines(text: string, item: Span): Span {
  return {
    start: text.lastIndexOf('\n', item.start - 1) + 1,
    end: afterLineBreak(text, lineEndAt(text, item.end)),
  };
}

function insertIntoFlow(text: string, item: Span, quoted: readonly string[]): TextEdit[] {
  const at = (offset: number, newText: string): TextEdit => ({
    span: { start: offset, end: offset },
    newText,
  });
  if (!standsAlone(text, item)) return [at(item.end, quoted.map((each) => `, ${each}`).join(''))];
  const lineStart = text.lastIndexOf('\n', item.start - 1) + 1;
  const lead = `${lineBreakOf(text)}${text.slice(lineStart, item.start)}`;
  const lineEnd = lineEndAt(text, item.end);
  const comma = /^[ \t]*,/.test(text.slice(item.end, lineEnd));
  if (comma) return [at(lineEnd, quoted.map((each) => `${lead}${each},`).join(''))];
  return [at(item.end, ','), at(lineEnd, quoted.map((each) => `${lead}${each}`).join(','))];
}

function lineEndAt(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text.charAt(at - 1) === '\r' && at - 1 >= offset ? at - 1 : at;
}

function afterLineBreak(text: string, lineEnd: number): number {
  const lineBreak = /^\r?\n/.exec(text.slice(lineEnd, lineEnd + 2));
  return lineEnd + (lineBreak?.[0].length ?? 0);
}
