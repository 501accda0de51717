import { printable } from './printable';
import { columnsOf, isOneColumnEach } from './wrap';

/** A line of a document with the marks that go below it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: string;
}

const TAB_STOP = 4;
/** Offsets further away than this from the marked place are never shown; a line may have megabytes. */
const REACH = 600;
const ELLIPSIS = '…';

/**
 * Shows one line with `^~~~` under `from`–`to` (UTF-16 offsets in the line). Where the line is wider than `width`, the
 * part around the marks is shown. Tabs, wide characters and emoji take the columns that they take in a terminal.
 */
export function excerptOf(line: string, from: number, to: number, width: number): Excerpt {
  const window = { start: Math.max(0, from - REACH), end: Math.min(line.length, from + REACH) };
  const cells = layOut(line, window.start, window.end);
  const first = Math.max(
    0,
    cells.findLastIndex((cell) => cell.offset <= from),
  );
  const atEnd = from >= window.end && cells.length > 0;
  const begin = atEnd ? cells.length : first;
  const past = cells.findIndex((cell) => cell.offset >= to);
  const end = Math.max(begin, past < 0 ? cells.length : past);
  const shown = fit(cells, begin, end, width, { before: window.start > 0, after: window.end < line.length });
  const lead = shown.before ? ELLIPSIS : '';
  const body = cells.slice(shown.from, shown.to);
  const text = lead + body.map((cell) => cell.text).join('') + (shown.after ? ELLIPSIS : '');
  const indent = columnsOf(lead) + total(cells.slice(shown.from, begin));
  const marked = Math.max(1, total(cells.slice(begin, Math.min(end, shown.to))));
  return { text: text.trimEnd(), marks: ' '.repeat(indent) + '^' + '~'.repeat(marked - 1) };
}

/** One character as people see it. */
interface Cell {
  readonly offset: number;
  readonly text: string;
  readonly columns: number;
}

function layOut(line: string, start: number, end: number): Cell[] {
  const text = printable(line.slice(start, end));
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of charactersOf(text)) {
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : segment;
    const columns = columnsOf(shown);
    cells.push({ offset: start + index, text: shown, columns });
    column += columns;
  }
  return cells;
}

/** The characters as people see them. */
function charactersOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (isOneColumnEach(text.replaceAll('\t', ' ')))
    return text.split('').map((segment, index) => ({ segment, index }));
  return new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columns, 0);
}

interface Shown {
  readonly from: number;
  readonly to: number;
  readonly before: boolean;
  readonly after: boolean;
}

/** The cells to show: all where they fit, else a third of the width before the marks and the rest from there on. */
function fit(
  cells: readonly Cell[],
  begin: number,
  end: number,
  width: number,
  cut: { before: boolean; after: boolean },
): Shown {
  if (!cut.before && !cut.after && total(cells) <= width)
    return { from: 0, to: cells.length, before: false, after: false };
  const room = Math.max(10, width - 2);
  const marked = Math.min(total(cells.slice(begin, end)), room);
  let from = begin;
  let lead = Math.min(Math.floor(room / 3), room - marked);
  // Marks near the end leave room on their right, which the text before them may have.
  lead = Math.max(lead, room - total(cells.slice(begin)));
  while (from > 0 && lead >= (cells[from - 1]?.columns ?? 0)) lead -= cells[--from]?.columns ?? 0;
  let to = from;
  let left = room;
  while (to < cells.length && left >= (cells[to]?.columns ?? 0)) left -= cells[to++]?.columns ?? 0;
  return { from, to, before: cut.before || from > 0, after: cut.after || to < cells.length };
}
