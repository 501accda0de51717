import { markOf, resetTo, type Collected, type Mark } from '../collected';
import { scanBlock } from './blocks';
import { isBlankLine, kindOfLine, linesFrom } from './lines';
import type { Lines } from './content';

/**
 * Reads a piece of the text, from the beginning of a block to an offset at which nothing of it goes on, with a whole
 * parser. False where its last block may go on behind the offset.
 */
export type Parser = (start: number, end: number, into: Collected) => boolean;

/**
 * Reads Markdown from raw text, block by block. It is the authority for what is plain; a block that takes more than a look
 * is left to `parse`, and so is a document in which blocks far apart belong together. Linear but for what `parse` does.
 */
export function scanMarkdown(text: string, offset: number, into: Collected, parse: Parser): void {
  if (NOT_SCANNED.test(text)) {
    parse(offset, text.length, into);
    return;
  }
  const lines = linesFrom(text, offset);
  const last = lines.from.length;
  // Blocks without a blank line between them: what interrupts a paragraph is read with that paragraph.
  let group = { line: 0, mark: markOf(into) };
  for (let line = 0; line < last;) {
    if (isBlankLine(lines, line)) {
      line++;
      continue;
    }
    if (line === 0 || isBlankLine(lines, line - 1)) group = { line, mark: markOf(into) };
    line = scanBlock(lines, line, last, into)?.next ?? leaveToParser(lines, group, into, parse);
  }
}

/**
 * What makes a document one whole: definitions of links, which count from everywhere. And characters that the parser
 * replaces, or that end lines for it alone.
 */
const NOT_SCANNED = /\]:|[\0-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)/;

/** Gives the lines from a group's beginning to the next sure one to the parser; the result is that line. */
function leaveToParser(
  lines: Lines,
  { line, mark }: { readonly line: number; readonly mark: Mark },
  into: Collected,
  parse: Parser,
): number {
  resetTo(mark, into);
  const start = lines.from[line] as number;
  const next = nextBeginning(lines, line);
  if (next < lines.from.length) {
    if (parse(start, lines.from[next] as number, into)) return next;
    resetTo(mark, into);
  }
  parse(start, lines.text.length, into);
  return lines.from.length;
}

/** The next line below a blank one that cannot belong to anything above it, unless code or HTML is still open. */
function nextBeginning(lines: Lines, line: number): number {
  for (let next = line + 1; next < lines.from.length; next++) {
    if (!isBlankLine(lines, next - 1) || isBlankLine(lines, next)) continue;
    const kind = kindOfLine(lines, next);
    if (kind === 'text' || kind === 'heading' || kind === 'quote' || kind === 'break' || kind === 'table')
      return next;
  }
  return lines.from.length;
}
