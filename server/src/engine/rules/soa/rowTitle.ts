import type { FileEdit } from '../../check/finding';
import { findCell } from '../../edits/tableCell';
import type { SoaEntry } from '../../index/model';
import type { Span } from '../../text/span';
import { cellEdit } from './soaRows';

/** The title that a row gives its control. */
export interface WrittenTitle {
  readonly text: string;
  readonly span: Span;
  /** The edits that put another title there; emphasis and links around it stay where they can. */
  readonly replacement: (title: string) => readonly FileEdit[] | undefined;
}

/** The title in its column, else what stands behind the id in one cell: `A.5.15 Access control`. */
export function titleOf(entry: SoaEntry): WrittenTitle | undefined {
  return titleInColumn(entry) ?? titleBehindId(entry);
}

function titleInColumn(entry: SoaEntry): WrittenTitle | undefined {
  const { document, row } = entry;
  const cell = row.title;
  if (cell === undefined || cell.text === '') return undefined;
  const source = document.source.text.slice(cell.span.start, cell.span.end);
  const at = source.indexOf(cell.text);
  const span =
    at < 0 ? cell.span : { start: cell.span.start + at, end: cell.span.start + at + cell.text.length };
  return {
    text: cell.text,
    span,
    replacement: (newText) =>
      // What is quoted in a CSV file or escaped may not be replaced within.
      at < 0 || entry.table.format !== undefined
        ? cellEdit(entry, 'title', cell, newText)
        : [{ path: document.path, span, newText }],
  };
}

/** Only in tables of Markdown: in other formats a cell has one value. */
function titleBehindId({ document, table, row }: SoaEntry): WrittenTitle | undefined {
  if (table.format !== undefined || row.title !== undefined) return undefined;
  const { text } = document.source;
  const cell = findCell(text, row.span, row.mention.span.start);
  if (cell === undefined) return undefined;
  const match = /^[\s*_`:–—-]*([\p{L}][^*_`[\]<|]*?)[\s*_`]*$/u.exec(
    text.slice(row.mention.span.end, cell.span.end),
  );
  const title = match?.[1];
  if (match === null || title === undefined) return undefined;
  const start = row.mention.span.end + match[0].indexOf(title);
  const span = { start, end: start + title.length };
  return {
    text: title,
    span,
    replacement: (newText) => [{ path: document.path, span, newText }],
  };
}
