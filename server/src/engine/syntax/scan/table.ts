import type { Span } from '../../text/span';
import { emptyCell } from '../table';
import type { Collected } from '../collected';
import type { TableCell, TableRow } from '../markdownFacts';
import { contentOfPiece, isBlankCode, skipBlanks, trimEnd, withSingleBlanks, type Lines } from './content';
import { scanInline } from './inline';
import { goesOn, isBlankLine, kindOfLine } from './lines';
import type { ScannedBlock } from './scanned';

/** Reads the table whose header stands on a line and whose row of dashes stands below it. */
export function scanTable(
  lines: Lines,
  line: number,
  last: number,
  into: Collected,
): ScannedBlock | undefined {
  const heading = into.headings.at(-1);
  const place = into.tables.length;
  const header = scanRow(lines, line, into);
  if (header === undefined || cellCount(lines, line + 1) !== header.cells.length) return undefined;
  const rows: TableRow[] = [];
  let next = line + 2;
  for (; next < last && !isBlankLine(lines, next); next++) {
    // Any list ends a table, whatever its first number.
    const answer = kindOfLine(lines, next) === 'item' ? 'no' : goesOn(lines, next);
    if (answer === 'no') break;
    const row = answer === 'yes' ? scanRow(lines, next, into) : undefined;
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const start = lines.from[line] as number;
  const span = { start, end: lines.end[next - 1] as number };
  into.tables.splice(place, 0, { span, header, rows, heading });
  return { span, next };
}

/** The cells that a row of dashes stands for, or -1 where it is none after all. */
function cellCount({ text, from, end }: Lines, line: number): number {
  const row = text.slice(from[line], end[line]).trim();
  const cells = row.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) ? cells.length : -1;
}

function scanRow(lines: Lines, line: number, into: Collected): TableRow | undefined {
  const { text } = lines;
  const start = lines.from[line] as number;
  const stop = lines.end[line] as number;
  // Blanks around a row, and tabs within it, shift the parser's places.
  if (isBlankCode(text.charCodeAt(start)) || trimEnd(text, start, stop) !== stop) return undefined;
  const span = { start, end: stop };
  const cells: TableCell[] = [];
  for (const outer of outersOf(text, start, stop)) {
    const cell = scanCell(text, outer, span, into);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells.length === 0 ? undefined : { span, cells };
}

/** From bar to bar. The first and the last bar of a row may be left out. */
function outersOf(text: string, start: number, stop: number): Span[] {
  const outers: Span[] = [];
  let from = text.charCodeAt(start) === 124 ? start + 1 : start;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && (text.charCodeAt(at + 1) === 124 || text.charCodeAt(at + 1) === 92)) at++;
    else if (code === 124) {
      outers.push({ start: from, end: at });
      from = at + 1;
    }
  }
  if (from < stop) outers.push({ start: from, end: stop });
  return outers;
}

function scanCell(text: string, outer: Span, row: Span, into: Collected): TableCell | undefined {
  const start = Math.min(skipBlanks(text, outer.start), outer.end);
  const end = trimEnd(text, start, outer.end);
  if (start === end)
    return outer.start === outer.end
      ? undefined
      : { span: emptyCell(text, outer), outer, text: '', links: [] };
  const content = contentOfPiece(text, start, end);
  // Other blanks than these two are trimmed by us and kept by the parser.
  if (
    isOddBlank(text.charCodeAt(start)) ||
    isOddBlank(text.charCodeAt(end - 1)) ||
    content.text.includes('\t')
  )
    return undefined;
  const links: TableCell['links'][number][] = [];
  const visible = scanInline(content, { block: row, cell: true, into, links });
  if (visible === undefined) return undefined;
  return { span: { start, end }, outer, text: withSingleBlanks(visible).trim(), links };
}

/** A blank that is neither a space nor a tab. */
function isOddBlank(code: number): boolean {
  return code < 32 || (code > 127 && /\s/.test(String.fromCharCode(code)));
}
