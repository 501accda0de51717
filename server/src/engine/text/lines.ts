import type { Span } from './span';

/** The line on which an offset lies, without its line break. */
export function lineAround(text: string, offset: number): Span {
  const start = lineBreakBefore(text, offset) + 1;
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { start, end: end > start && text.charAt(end - 1) === '\r' ? end - 1 : end };
}

/** The line below, or `undefined` on the last one. */
export function lineBelow(text: string, offset: number): Span | undefined {
  const next = text.indexOf('\n', offset);
  return next < 0 || next + 1 >= text.length ? undefined : lineAround(text, next + 1);
}

/** The line above, or `undefined` on the first one. */
export function lineAbove(text: string, offset: number): Span | undefined {
  const start = lineBreakBefore(text, offset);
  return start < 0 ? undefined : lineAround(text, start);
}

/** The next line below that is not blank and not passed over; empty at the end of the text where there is none. */
export function nextFilledLine(text: string, offset: number, passedOver: (line: string) => boolean): Span {
  for (let line = lineBelow(text, offset); line !== undefined; line = lineBelow(text, line.start)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() !== '' && !passedOver(content)) return line;
  }
  return { start: text.length, end: text.length };
}

/** The first line of a span that goes on over several. */
export function firstLineOf(text: string, span: Span): Span {
  return {
    start: span.start,
    end: Math.max(span.start, Math.min(lineAround(text, span.start).end, span.end)),
  };
}

/** The last line break before an offset; -1 where there is none. A search from -1 would look at the first character. */
function lineBreakBefore(text: string, offset: number): number {
  return offset > 0 ? text.lastIndexOf('\n', offset - 1) : -1;
}
