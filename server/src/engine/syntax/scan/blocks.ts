import type { Span } from '../../text/span';
import { collectComments, type Collected } from '../collected';
import { contentOf, contentOfPiece, skipBlanks, trimEnd, withSingleBlanks, type Lines } from './content';
import { scanInline } from './inline';
import { goesOn, isBlankLine, isDelimiterRow, kindOfLine } from './lines';
import type { ScannedBlock, ScannedBlocks } from './scanned';
import { contentStart, scanList } from './list';
import { scanTable } from './table';

/**
 * Reads the block that begins on a line that is not blank, and notes its facts. `undefined` where only a parser can tell
 * what it is; what was noted until then is to be taken back.
 */
export function scanBlock(
  lines: Lines,
  line: number,
  last: number,
  into: Collected,
): ScannedBlock | undefined {
  switch (kindOfLine(lines, line)) {
    case 'text':
    case 'table':
      return scanText(lines, line, last, into);
    case 'heading':
      return scanHeading(lines, line, into);
    case 'fence':
      return scanFence(lines, line, last);
    case 'quote':
      return scanQuote(lines, line, last, into);
    case 'break':
      return { span: lineSpan(lines, line), next: line + 1 };
    case 'underline':
      return scanRule(lines, line);
    case 'item':
      return scanList(lines, line, last, into, scanBlocks);
    case 'comment':
      return scanComment(lines, line, last, into);
    case 'unsure':
      return undefined;
  }
}

/** Each container reads its lines anew, so their number has an end; nobody writes as many. */
const DEEPEST = 12;

/** Reads all blocks of the lines of a container. The result is where the first and the last one stand. */
export function scanBlocks(
  lines: Lines,
  first: number,
  last: number,
  into: Collected,
): ScannedBlocks | undefined {
  if (lines.depth > DEEPEST) return undefined;
  let firstSpan: Span | undefined;
  let end = lines.from[first] as number;
  for (let line = first; line < last;) {
    if (isBlankLine(lines, line)) {
      line++;
      continue;
    }
    const block = scanBlock(lines, line, last, into);
    if (block === undefined) return undefined;
    firstSpan ??= block.span;
    end = block.span.end;
    line = block.next;
  }
  return { first: firstSpan, end };
}

/** Dashes that underline nothing, since no text stands above them. */
function scanRule(lines: Lines, line: number): ScannedBlock | undefined {
  const span = lineSpan(lines, line);
  return lines.text.startsWith('---', span.start) ? { span, next: line + 1 } : undefined;
}

/** Blanks at the end of a line of dashes or stars belong to it. */
function lineSpan({ from, end }: Lines, line: number): Span {
  return { start: from[line] as number, end: end[line] as number };
}

/** A paragraph or a table. */
function scanText(lines: Lines, line: number, last: number, into: Collected): ScannedBlock | undefined {
  let next = line + 1;
  for (; next < last && !isBlankLine(lines, next); next++) {
    const start = lines.from[next] as number;
    if (isDelimiterRow(lines.text, start, lines.end[next] as number))
      return next === line + 1 && kindOfLine(lines, next) === 'table'
        ? scanTable(lines, line, last, into)
        : undefined;
    const answer = goesOn(lines, next);
    if (answer === 'unsure') return undefined;
    if (answer === 'no' && !interrupts(lines, next)) return undefined;
    if (answer === 'no') break;
  }
  if (hasIdleBackslash(lines, line, next - 1)) return undefined;
  const content = contentOf(lines, line, next);
  const span = { start: content.base, end: lines.end[next - 1] as number };
  if (lines.text.slice(span.start, span.end).includes('\t')) return undefined;
  into.paragraphs.push(span);
  return scanInline(content, { block: span, cell: false, into }) === undefined ? undefined : { span, next };
}

/** A backslash breaks a line at its very end only, and the blanks behind one are gone in the content. */
function hasIdleBackslash({ text, from, end }: Lines, first: number, last: number): boolean {
  for (let line = first; line < last; line++) {
    const stop = end[line] as number;
    const filled = trimEnd(text, from[line] as number, stop);
    if (filled < stop && text.charCodeAt(filled - 1) === 92) return true;
  }
  return false;
}

/**
 * Whether what ends a paragraph is plain: remark reads a container within a container that interrupts a paragraph by
 * rules of its own.
 */
function interrupts(lines: Lines, line: number): boolean {
  const kind = kindOfLine(lines, line);
  if (kind !== 'item' && kind !== 'quote') return true;
  const { text, end } = lines;
  const start = lines.from[line] as number;
  const from = kind === 'item' ? contentStart(text, start) : skipBlanks(text, start + 1);
  return kindOfLine({ text, from: [from], end: [end[line] as number], depth: 0 }, 0) === 'text';
}

function scanHeading(lines: Lines, line: number, into: Collected): ScannedBlock | undefined {
  const { text } = lines;
  const start = lines.from[line] as number;
  const stop = lines.end[line] as number;
  let depth = 0;
  while (text.charCodeAt(start + depth) === 35) depth++;
  const from = skipBlanks(text, start + depth);
  // A heading that is empty, or ends with marks or blanks, is rare and full of exceptions.
  if (from >= stop || text.charCodeAt(stop - 1) === 35 || trimEnd(text, start, stop) !== stop)
    return undefined;
  const span = { start, end: stop };
  const content = contentOfPiece(text, from, stop);
  const heading = into.headings.length;
  const visible = content.text.includes('\t')
    ? undefined
    : scanInline(content, { block: span, cell: false, into });
  if (visible === undefined) return undefined;
  into.headings.splice(heading, 0, { depth, text: withSingleBlanks(visible), span });
  return { span, next: line + 1 };
}

function scanFence(lines: Lines, line: number, last: number): ScannedBlock | undefined {
  const { text } = lines;
  const start = lines.from[line] as number;
  const code = text.charCodeAt(start);
  let width = 0;
  while (text.charCodeAt(start + width) === code) width++;
  for (let next = line + 1; next < last; next++) {
    const from = lines.from[next] as number;
    const at = skipBlanks(text, from);
    let run = 0;
    while (text.charCodeAt(at + run) === code) run++;
    if (run < width || at - from > 3 || at + run !== trimEnd(text, from, lines.end[next] as number)) continue;
    return { span: { start, end: at + run }, next: next + 1 };
  }
  // It goes on to the end of whatever it stands in.
  return undefined;
}

function scanQuote(lines: Lines, line: number, last: number, into: Collected): ScannedBlock | undefined {
  const from: number[] = [];
  const end: number[] = [];
  let next = line;
  for (; next < last && !isBlankLine(lines, next); next++) {
    const start = lines.from[next] as number;
    // Text that goes on without the mark belongs to the quote all the same, or not.
    if (lines.text.charCodeAt(start) !== 62) return undefined;
    const code = lines.text.charCodeAt(start + 1);
    if (code === 9) return undefined;
    from.push(start + (code === 32 && start + 1 < (lines.end[next] as number) ? 2 : 1));
    end.push(lines.end[next] as number);
  }
  const inner: Lines = { text: lines.text, from, end, depth: lines.depth + 1 };
  const blocks = scanBlocks(inner, 0, from.length, into);
  if (blocks?.first === undefined || isBlankLine(inner, from.length - 1)) return undefined;
  return { span: { start: lines.from[line] as number, end: blocks.end }, next };
}

/** A comment with whole lines of its own. */
function scanComment(lines: Lines, line: number, last: number, into: Collected): ScannedBlock | undefined {
  const { text } = lines;
  const start = lines.from[line] as number;
  const close = text.indexOf('-->', start + 4);
  let next = line;
  while (next < last && (lines.end[next] as number) < close) next++;
  if (close < 0 || next === last) return undefined;
  const stop = lines.end[next] as number;
  // `<!-->` is a comment too, and blanks behind the last line are part of the block or not.
  if ('>-'.includes(text.charAt(start + 4)) || trimEnd(text, start, stop) !== stop) return undefined;
  const span = { start, end: stop };
  collectComments(text, span, false, into);
  return { span, next: next + 1 };
}
