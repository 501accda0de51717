import type { FileEdit } from '../../check/finding';
import type { TableBreak } from '../../facts/facts';
import type { IsmsDocument } from '../../index/model';
import { safeFix, type Rule } from '../rule';

export const breaksTable: Rule = {
  id: 'suppression/breaks-table',
  severity: 'error',
  fix: 'safe',
  summary: 'A suppression comment on a line of its own between table rows: it ends the table.',
  docs: {
    why: 'In every Markdown renderer a comment line ends the table. The rows below it turn into plain text for whoever reads the document, and no tool reads them as rows any more: of a Statement of Applicability an auditor sees the first half.',
    how: 'Put the comment into a cell of the row that it is about, as `isms-disable-line`. The fix moves it into the last cell: of the row below where it speaks of the next line, else of the row above.',
    bad: `
=== soa.md
---
type: statement-of-applicability
---

| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.1 | Yes | Required by contract with Nordbank | Implemented |
⟪<!-- isms-disable-next-line soa/weak-justification -- wording agreed with the client -->⟫
| A.5.2 | Yes | Best practice | Implemented |
`,
    good: `
=== soa.md
---
type: statement-of-applicability
---

| Control | Applicable | Justification | Status |
| --- | --- | --- | --- |
| A.5.1 | Yes | Required by contract with Nordbank | Implemented |
| A.5.2 | Yes | Best practice | Implemented <!-- isms-disable-line soa/weak-justification -- wording agreed with the client --> |
`,
  },
  *checkDocument(document) {
    for (const tableBreak of document.facts.tableBreaks) {
      const below = tableBreak.kind === 'next-line';
      yield {
        path: document.path,
        span: tableBreak.span,
        message:
          'This comment stands on a line of its own and so ends the table: the rows below it are plain text to every reader, and what they say is not checked.',
        hint: `Move it into the last cell of the row ${below ? 'below, as isms-disable-line' : 'above'}.`,
        fixes: [safeFix('Move the comment into the table row', moved(document, tableBreak))],
      };
    }
  },
};

function moved(document: IsmsDocument, { span, line, above, below, kind }: TableBreak): FileEdit[] {
  const { path } = document;
  const { text } = document.source;
  const row = kind === 'next-line' ? below : above;
  const at = row.start + endOfLastCell(text.slice(row.start, row.end));
  const comment = fitForCell(text.slice(span.start, span.end));
  const inCell =
    kind === 'next-line' ? comment.replace('isms-disable-next-line', 'isms-disable-line') : comment;
  return [
    { path, span: line, newText: '' },
    { path, span: { start: at, end: at }, newText: ` ${inCell}${text.charAt(at) === '|' ? ' ' : ''}` },
  ];
}

/** A row is one line, and a bar in it would part two cells. */
function fitForCell(comment: string): string {
  return comment.replace(/\s*\r?\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}

/** Behind the content of the last cell: before its closing bar and the blanks there, else at the end of the row. */
function endOfLastCell(row: string): number {
  const closing = /(?<!\\)\|\s*$/.exec(row);
  return row.slice(0, closing?.index).trimEnd().length;
}
