import type { Span } from '../../text/span';
import type { Collected } from '../collected';
import { skipBlanks, type Lines } from './content';
import { isBlankLine, kindOfLine } from './lines';
import type { BlocksReader, ScannedBlock } from './scanned';

/** Reads a list with everything in it. Items whose lines are not indented as their first one are for the parser. */
export function scanList(
  lines: Lines,
  line: number,
  last: number,
  into: Collected,
  readBlocks: BlocksReader,
): ScannedBlock | undefined {
  const start = lines.from[line] as number;
  const mark = markAt(lines, line);
  const items: Span[] = [];
  const place = into.lists.length;
  let end = start;
  let next = line;
  while (next < last && kindOfLine(lines, next) === 'item' && markAt(lines, next) === mark) {
    const item = scanItem(lines, next, last, into, readBlocks);
    if (item === undefined) return undefined;
    items.push(item.first);
    end = item.end;
    next = skipBlankLines(lines, item.next, last);
    if (next === item.next && next < last && !mayFollow(lines, next, mark)) return undefined;
    // An item may be empty.
    if (next < last && ['unsure', 'underline'].includes(kindOfLine(lines, next))) return undefined;
  }
  const span = { start, end };
  // A list comes before those inside it.
  into.lists.splice(place, 0, { span, items });
  return { span, next };
}

interface ScannedItem {
  readonly first: Span;
  readonly end: number;
  readonly next: number;
}

function scanItem(
  lines: Lines,
  line: number,
  last: number,
  into: Collected,
  readBlocks: BlocksReader,
): ScannedItem | undefined {
  const { text } = lines;
  const start = lines.from[line] as number;
  const content = contentStart(text, start);
  const width = content - start;
  const from = [content];
  const end = [lines.end[line] as number];
  let next = line + 1;
  for (; next < last; next++) {
    const begin = lines.from[next] as number;
    const stop = lines.end[next] as number;
    if (isBlankLine(lines, next)) from.push(stop);
    else {
      const indented = skipBlanks(text, begin);
      if (text.slice(begin, indented).includes('\t')) return undefined;
      if (indented - begin < width) break;
      from.push(begin + width);
    }
    end.push(stop);
  }
  while (isBlankLine(lines, next - 1)) next--;
  const blocks = readBlocks({ text, from, end, depth: lines.depth + 1 }, 0, next - line, into);
  return blocks?.first === undefined ? undefined : { first: blocks.first, end: blocks.end, next };
}

/** The bullet, or the character behind the number: another one begins another list. */
function markAt({ text, from }: Lines, line: number): number {
  let at = from[line] as number;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return text.charCodeAt(at);
}

/** Where the content of an item begins whose marker stands at `start`. */
export function contentStart(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return skipBlanks(text, at + 1);
}

function skipBlankLines(lines: Lines, line: number, last: number): number {
  while (line < last && isBlankLine(lines, line)) line++;
  return line;
}

/** Whether a line directly below an item surely does not go on with the item's text. */
function mayFollow(lines: Lines, line: number, mark: number): boolean {
  const kind = kindOfLine(lines, line);
  if (kind === 'item') return markAt(lines, line) === mark;
  return kind === 'heading' || kind === 'fence' || kind === 'break' || kind === 'comment';
}
