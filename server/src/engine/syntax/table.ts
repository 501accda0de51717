import type { Nodes, Table as TableNode, TableCell as CellNode, TableRow as RowNode } from 'mdast';
import { trimSpan, type Span } from '../text/span';
import { visibleText, type Places } from './tree';
import type { Heading, Table, TableCell, TableRow } from './markdownFacts';

/** A table with exact places for every cell, also for empty ones, where fixes insert. */
export function readTable(
  node: TableNode,
  text: string,
  places: Places,
  heading: Heading | undefined,
): Table {
  const [header, ...rows] = node.children.map((row) => readRow(row, text, places));
  const span = places(node);
  return { span, header: header ?? { span, cells: [] }, rows, heading };
}

function readRow(row: RowNode, text: string, places: Places): TableRow {
  return {
    span: places(row),
    cells: row.children.map((cell, index) => readCell(cell, row.children[index + 1], text, places)),
  };
}

function readCell(cell: CellNode, next: CellNode | undefined, text: string, places: Places): TableCell {
  const outer = outerSpan(places(cell), next === undefined ? undefined : places(next), text);
  const trimmed = trimSpan(text, outer);
  const span = trimmed.start === trimmed.end ? emptyCell(text, outer) : trimmed;
  return { span, outer, text: visibleText(cell).replace(/\s+/g, ' ').trim(), links: linksOf(cell, places) };
}

/** The parser counts bars into a cell's place; what lies between them is the cell for us. */
function outerSpan(cell: Span, next: Span | undefined, text: string): Span {
  let { start, end } = cell;
  if (text.charAt(start) === '|') start++;
  if (next === undefined) {
    // The parser counts blanks behind the row's last bar into the last cell.
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (end > start && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\') end--;
  } else {
    end = Math.max(start, next.start);
  }
  return { start, end };
}

/** One blank after the bar, where a person would begin to type. */
export function emptyCell(text: string, outer: Span): Span {
  const start = outer.start < outer.end && text.charAt(outer.start) === ' ' ? outer.start + 1 : outer.start;
  return { start, end: start };
}

function linksOf(cell: CellNode, places: Places): TableCell['links'] {
  const links: { url: string; text: string; span: Span }[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link') links.push({ url: node.url, text: visibleText(node), span: places(node) });
    if ('children' in node) node.children.forEach(visit);
  };
  visit(cell);
  return links;
}
