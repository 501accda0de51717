import { lineAbove, lineAround, lineBelow } from '../text/lines';
import type { Span } from '../text/span';

/**
 * Where a cursor stands in half-written YAML. Read from the lines alone: while somebody types, nothing parses.
 */
export type YamlCursor = YamlKeyCursor | YamlValueCursor;

/** A key is being typed, or could be. */
export interface YamlKeyCursor {
  readonly kind: 'key';
  readonly word: Span;
}

/** A value of a key. */
export interface YamlValueCursor {
  readonly kind: 'value';
  /** The keys from the outermost to the one whose value it is. */
  readonly path: readonly string[];
  /**
   * `scalar`: behind the colon; `flow`: in `[…]`; `item`: behind a hyphen; `blank`: on a line of its own below the key,
   * where an item with its hyphen belongs.
   */
  readonly style: 'scalar' | 'flow' | 'item' | 'blank';
  /** What is half typed, without quotes; of several ids between commas the one at the cursor. */
  readonly word: Span;
  readonly quote: '"' | "'" | '';
  /** True where the quote is closed right behind the word. */
  readonly closed: boolean;
  /** The whole text between the quotes up to where the word ends; longer than it in `A.5.15, A.5.1`. */
  readonly scalar: Span;
  /** True where a blank is missing before the word. */
  readonly needsBlank: boolean;
  /** True where the word does not open its line. */
  readonly indented: boolean;
  /** The key with all of its value. */
  readonly entry: Span;
}

const KEY = /^([ \t]*)(?:-[ \t]+)?["']?([\p{L}_][\p{L}\p{N}_. -]*?)["']?[ \t]*:(?=[ \t]|$)/u;

/** What may be meant at `offset`, likeliest first. Empty in comments and block texts. */
export function yamlCursorsAt(text: string, content: Span, offset: number): YamlCursor[] {
  if (offset < content.start || offset > content.end) return [];
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  if (/(?:^|[ \t])#/.test(withoutQuoted(before))) return [];
  const key = KEY.exec(before);
  if (key !== null && !/^[ \t]*-/.test(before)) return valueBehindKey(text, content, offset, line, key);
  const item = /^([ \t]*)-(?:$|[ \t]+)/.exec(before);
  if (item !== null) return listItem(text, content, offset, line, item);
  return [...continuedFlow(text, content, offset, line), ...ownLine(text, content, offset, line)];
}

function valueBehindKey(
  text: string,
  content: Span,
  offset: number,
  line: Span,
  key: RegExpExecArray,
): YamlCursor[] {
  const from = line.start + key[0].length;
  const value = text.slice(from, offset).trimStart();
  if (/^[{|>&*!]/.test(value)) return [];
  const path = pathTo(text, content, line, key);
  const entry = entryAt(text, content, line);
  if (!value.startsWith('['))
    return [valueCursor(text, from, offset, line, { path, entry, style: 'scalar' })];
  const inside = openFlow(text.slice(from, offset));
  return inside === undefined
    ? []
    : [valueCursor(text, from + inside, offset, line, { path, entry, style: 'flow' })];
}

function listItem(
  text: string,
  content: Span,
  offset: number,
  line: Span,
  item: RegExpExecArray,
): YamlCursor[] {
  const owner = keyAbove(text, content, line, (item[1] ?? '').length);
  if (owner === undefined) return [];
  // An item may be a group whose id is one key among others.
  const inner =
    /^(?:id|control|ref):(?:[ \t]+|$)/.exec(text.slice(line.start + item[0].length, offset))?.[0] ?? '';
  const from = line.start + item[0].length + inner.length;
  return [valueCursor(text, from, offset, line, { ...owner, style: 'item' })];
}

/** A line inside `[ … ]` that opened further up. */
function continuedFlow(text: string, content: Span, offset: number, line: Span): YamlCursor[] {
  for (const above of linesAbove(text, content, line)) {
    const key = KEY.exec(text.slice(above.start, above.end));
    if (key === null) continue;
    const from = above.start + key[0].length;
    const inside = text.slice(from, offset).trimStart().startsWith('[')
      ? openFlow(text.slice(from, offset))
      : undefined;
    if (inside === undefined) return [];
    const owner = { path: pathTo(text, content, above, key), entry: entryAt(text, content, above) };
    return [
      valueCursor(text, Math.max(from + inside, line.start), offset, line, { ...owner, style: 'flow' }),
    ];
  }
  return [];
}

/** A line with nothing but a word: an item without its hyphen below a bare key, or a new key. */
function ownLine(text: string, content: Span, offset: number, line: Span): YamlCursor[] {
  const before = text.slice(line.start, offset);
  if (!/^[ \t]*[^\s:"'[\]{},]*$/.test(before) || text.slice(offset, line.end).trim() !== '') return [];
  const indent = before.length - before.trimStart().length;
  const above = filledLineAbove(text, content, line);
  const bare = above !== undefined && /:[ \t]*$/.test(text.slice(above.start, above.end));
  const owner =
    bare || (indent > 0 && above !== undefined) ? keyAbove(text, content, line, indent) : undefined;
  const cursors: YamlCursor[] = [];
  if (owner !== undefined)
    cursors.push(valueCursor(text, line.start, offset, line, { ...owner, style: 'blank' }));
  if (indent === 0) cursors.push({ kind: 'key', word: { start: line.start, end: offset } });
  return cursors;
}

type Owner = Pick<YamlValueCursor, 'path' | 'entry'>;

function valueCursor(
  text: string,
  from: number,
  offset: number,
  line: Span,
  known: Owner & Pick<YamlValueCursor, 'style'>,
): YamlValueCursor {
  let start = from;
  while (start < offset && /[ \t]/.test(text.charAt(start))) start++;
  const mark = text.charAt(start);
  const quote = start < offset && (mark === '"' || mark === "'") ? mark : '';
  if (quote !== '') start++;
  const comma = /^.*[,;][ \t]*/s.exec(text.slice(start, offset))?.[0].length ?? 0;
  const end = offset + wordBehind(text.slice(offset, line.end), quote).length;
  return {
    kind: 'value',
    ...known,
    scalar: { start, end },
    word: { start: start + comma, end },
    quote,
    closed: quote !== '' && text.charAt(end) === quote,
    indented: start + comma > line.start,
    needsBlank: quote === '' && /[:,-]/.test(text.charAt(start + comma - 1)),
  };
}

/** What goes on behind the cursor: up to the closing quote, else the rest of the id. */
function wordBehind(rest: string, quote: string): string {
  const isClosed = quote !== '' && rest.includes(quote);
  return (isClosed ? /^[^"',;[\]]*/ : /^[\w.]*/).exec(rest)?.[0] ?? '';
}

/** Where the item at the end of `flow` begins, or `undefined` where its bracket is closed. Offsets into `flow`. */
function openFlow(flow: string): number | undefined {
  let quote = '';
  let start: number | undefined;
  for (let i = 0; i < flow.length; i++) {
    const character = flow.charAt(i);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || (character === ',' && start !== undefined)) start = i + 1;
    else if (character === ']') return undefined;
  }
  return start;
}

/** The key that holds a line of this indentation. A list may stand as far left as its key. */
function keyAbove(text: string, content: Span, line: Span, indent: number): Owner | undefined {
  for (const above of linesAbove(text, content, line)) {
    const source = text.slice(above.start, above.end);
    if (source.trim() === '' || /^[ \t]*(?:#|-(?:[ \t]|$))/.test(source)) continue;
    const key = KEY.exec(source);
    if (key === null) return undefined;
    if ((key[1] ?? '').length > indent) continue;
    const bare =
      source
        .slice(key[0].length)
        .replace(/[ \t]#.*$/, '')
        .trim() === '';
    return bare
      ? { path: pathTo(text, content, above, key), entry: entryAt(text, content, above) }
      : undefined;
  }
  return undefined;
}

function pathTo(text: string, content: Span, line: Span, key: RegExpExecArray): string[] {
  const path = [key[2] ?? ''];
  let indent = (key[1] ?? '').length;
  for (const above of linesAbove(text, content, line)) {
    if (indent === 0) break;
    const outer = KEY.exec(text.slice(above.start, above.end));
    if (outer === null || (outer[1] ?? '').length >= indent) continue;
    path.unshift(outer[2] ?? '');
    indent = (outer[1] ?? '').length;
  }
  return path;
}

/** From the key's line to the last line that is indented deeper, or is an item of its list. */
function entryAt(text: string, content: Span, line: Span): Span {
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  let end = line.end;
  for (
    let below = nextLine(text, content, line);
    below !== undefined;
    below = nextLine(text, content, below)
  ) {
    const source = text.slice(below.start, below.end);
    const depth = source.length - source.trimStart().length;
    if (source.trim() !== '' && depth <= indent && !/^[ \t]*(?:-(?:[ \t]|$)|["'\]])/.test(source)) break;
    end = below.end;
  }
  return { start: line.start, end };
}

function* linesAbove(text: string, content: Span, line: Span): Iterable<Span> {
  for (let start = line.start; start > content.start;) {
    const above = lineAbove(text, start);
    if (above === undefined) return;
    yield above;
    start = above.start;
  }
}

function nextLine(text: string, content: Span, line: Span): Span | undefined {
  const below = lineBelow(text, line.start);
  return below === undefined || below.start > content.end ? undefined : below;
}

function filledLineAbove(text: string, content: Span, line: Span): Span | undefined {
  for (const above of linesAbove(text, content, line))
    if (text.slice(above.start, above.end).trim() !== '') return above;
  return undefined;
}

function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"?|'[^']*'?/g, (quoted) => '_'.repeat(quoted.length));
}
