import type { TableBreak } from '../facts/facts';
import type { Comment, Table } from '../syntax/markdownFacts';
import { lineAbove, lineAround, lineBelow } from '../text/lines';
import type { Span } from '../text/span';

/**
 * Suppression comments on lines of their own inside a table. In every Markdown renderer such a line ends the table:
 * the rows below it become plain text. Several such comments may follow one another.
 */
export function readTableBreaks(
  text: string,
  comments: readonly Comment[],
  tables: readonly Table[],
): TableBreak[] {
  const own = comments.flatMap((comment) => ownLines(text, comment) ?? []);
  return own.flatMap(({ comment, lines }) => {
    const above = pass(own, lineAbove(text, lines.start), (line) => lineAbove(text, line.start));
    const below = pass(own, lineBelow(text, lines.end), (line) => lineBelow(text, line.end));
    const table = above === undefined ? undefined : tables.find((each) => endsOn(above, each));
    if (above === undefined || below === undefined || table === undefined || !goesOn(text, above, below))
      return [];
    const end = lineBelow(text, lines.end)?.start ?? text.length;
    // Nothing can be written into the line of dashes: below it the header row is the row above.
    const row = lineAround(text, (table.rows.at(-1) ?? table.header).span.start);
    return [
      { span: comment.span, line: { start: lines.start, end }, above: row, below, kind: kindOf(comment) },
    ];
  });
}

interface OwnLines {
  readonly comment: Comment;
  readonly lines: Span;
}

/** The lines of a comment that shares none of them with anything else. */
function ownLines(text: string, comment: Comment): OwnLines | undefined {
  const { span } = comment;
  const lines = { start: lineAround(text, span.start).start, end: lineAround(text, span.end).end };
  const around = text.slice(lines.start, span.start) + text.slice(span.end, lines.end);
  return comment.inTable || around.trim() !== '' ? undefined : { comment, lines };
}

/** The nearest line in one direction that belongs to no such comment. */
function pass(
  comments: readonly OwnLines[],
  from: Span | undefined,
  step: (line: Span) => Span | undefined,
): Span | undefined {
  const starts = comments.map(({ lines }) => lines);
  let line = from;
  while (line !== undefined && starts.some(contains(line.start))) line = step(line);
  return line;
}

function contains(offset: number): (lines: Span) => boolean {
  return (lines) => lines.start <= offset && offset <= lines.end;
}

function endsOn(line: Span, { span }: Table): boolean {
  return span.start <= line.start && line.start <= span.end && span.end <= line.end;
}

/** True where the line below would be the next row: it has bars as the one above has them. */
function goesOn(text: string, above: Span, below: Span): boolean {
  const opens = text.slice(above.start, above.end).trimStart().startsWith('|');
  const line = text.slice(below.start, below.end).trimStart();
  return opens ? line.startsWith('|') : /(?<!\\)\|/.test(line);
}

function kindOf(comment: Comment): TableBreak['kind'] {
  const suffix = /^isms-(?:(enable)|disable(?:-(next-line|line|file))?)\b/.exec(comment.text);
  return (suffix?.[1] ?? suffix?.[2] ?? 'block') as TableBreak['kind'];
}
