import type { SoaCell, SoaRow } from '../facts/soaFacts';
import type { TextEdit } from '../text/edits';
import { lineAround } from '../text/lines';
import { lineBreakOf } from '../text/source';
import type { Span } from '../text/span';

/** `- **Applicable:** Yes`: what stands before the label, the signs around it, and what ends the line. */
const LINE =
  /^([ \t>]*(?:[-*+][ \t]+)?)(\*\*|__)?([^:\n*_|]+?)(?:(:)(\*\*|__)?|(\*\*|__)(:))([ \t]*)(.*?)([ \t]{2,}|\\)?$/;

/** Puts `value` behind the label of a section, or adds the label in the manner of the others where it lacks. */
export function setSectionField(
  text: string,
  row: SoaRow,
  label: string | undefined,
  cell: SoaCell,
  value: string,
): TextEdit | undefined {
  if (cell.text !== '' || hasLabel(text, cell.span, label)) {
    const blank = cell.text === '' && !/\s/.test(text.charAt(cell.span.start - 1)) ? ' ' : '';
    return { span: cell.span, newText: `${blank}${oneLine(value)}` };
  }
  const anchor = lastField(text, row.span);
  if (label === undefined || anchor === undefined) return undefined;
  return {
    span: { start: anchor.end, end: anchor.end },
    newText: `${anchor.gap}${written(anchor, label, value)}`,
  };
}

/** Inserts a section beside another one, with its labels in its order; `heading` is the text of the new heading. */
export function insertSection(
  text: string,
  neighbour: Span,
  behind: boolean,
  section: {
    readonly heading: string;
    readonly fields: readonly (readonly [label: string, value: string])[];
  },
  order: number,
): TextEdit | undefined {
  const anchor = lastField(text, neighbour);
  const marks = /^#{1,6}/.exec(text.slice(neighbour.start, neighbour.end))?.[0];
  if (anchor === undefined || marks === undefined) return undefined;
  const newline = lineBreakOf(text);
  const fields = section.fields.map(([label, value]) => written(anchor, label, value)).join(anchor.gap);
  const block = `${marks} ${oneLine(section.heading)}${newline}${newline}${fields}`;
  const at = behind ? neighbour.end : neighbour.start;
  const gap = newline + newline;
  return { span: { start: at, end: at }, newText: behind ? gap + block : block + gap, order };
}

interface FieldLine {
  readonly end: number;
  readonly match: RegExpExecArray;
  /** What parts one labelled line from the next: a line break, or a blank line. */
  readonly gap: string;
}

/** The last line of a section that has a label and a value. */
function lastField(text: string, section: Span): FieldLine | undefined {
  const lines: { readonly end: number; readonly match: RegExpExecArray }[] = [];
  for (let start = section.start; start < section.end;) {
    const line = lineAround(text, start);
    const match = LINE.exec(text.slice(line.start, line.end));
    if (match !== null && line.start > section.start) lines.push({ end: line.end, match });
    const next = text.indexOf('\n', line.start);
    start = next < 0 ? section.end : next + 1;
  }
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (last === undefined) return undefined;
  const between = before === undefined ? '' : text.slice(before.end, last.end);
  const newline = lineBreakOf(text);
  const apart = /\n[ \t\r]*\n/.test(between) || (before === undefined && last.match[1]?.trim() === '');
  return { ...last, gap: apart ? newline + newline : newline };
}

/** A labelled line in the manner of another one. A hard line break at its end is kept, so that the lines stay apart. */
function written({ match }: FieldLine, label: string, value: string): string {
  const [, lead = '', open = '', , colon = '', close = '', closeBefore = '', colonAfter = '', , , hard = ''] =
    match;
  return `${lead}${open}${label}${colon}${close}${closeBefore}${colonAfter} ${oneLine(value)}${hard}`;
}

/** True where an empty value stands behind its label, and not where the section ends without it. */
function hasLabel(text: string, span: Span, label: string | undefined): boolean {
  const before = text.slice(lineAround(text, span.start).start, span.start).replace(/[\s*_:]+$/, '');
  return label !== undefined && before.toLowerCase().endsWith(label.toLowerCase());
}

function oneLine(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
