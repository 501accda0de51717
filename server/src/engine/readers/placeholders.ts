import type { MarkdownFacts } from '../syntax/markdownFacts';
import { lineAround } from '../text/lines';
import { compareSpans, overlaps, type Span } from '../text/span';
import type { ReadContext } from './context';

/**
 * Square brackets that are no link, no footnote and no tick box; a backslash before a bracket makes it plain text. Within
 * quotation marks they are only spoken of: the title follows "Havenwerk – [Document name]".
 */
const SQUARE = /\\?\[([^[\]\n]{2,60}?)\\?\](?![[(:])/g;
/** `ORGANISATION_NAME, e.g. Example Ltd` */
const SNAKE = /^\p{Lu}[\p{Lu}\p{N}]*(?:_[\p{Lu}\p{N}]+)+\b/u;
/** Double braces with bare words: what templates and our own wording leave to fill in. Code of generators has more in it. */
const BRACES = /\{\{ ?[\p{L}_][\p{L}\p{N}_ -]{0,60}\}\}/gu;
/** Marks that people leave for later, in capitals; `192.168.2.XXX` is a network. */
const MARK =
  /(?<![\p{L}\p{N}"'“„‘«_/-]|\d\.\d{1,3}\.)(?:TBD|TBC|TODO|FIXME|X{3,}|[Ll]orem [Ii]psum)(?![\p{L}\p{N}"'”“’»_/-])/gu;
/** Of each of these marks a piece that is rare in other words. */
const PIECES_OF_MARKS = ['TBD', 'TBC', 'TODO', 'FIXME', 'XXX', 'psum'];
const ANGLE = /<([^<>\n/=]{2,60})>/g;

/** The places of a text that are still to be filled in, in order. Code is left alone. */
export function readPlaceholders(
  text: string,
  body: Pick<MarkdownFacts, 'prose' | 'paragraphs' | 'links' | 'images'>,
  context: ReadContext,
): Span[] {
  const { isPlaceholderText } = context.vocabulary;
  const hasSquare = signIn(text, '[');
  const hasAngle = signIn(text, '<');
  const patterns = text.includes('{{') ? [BRACES] : [];
  if (PIECES_OF_MARKS.some((piece) => text.includes(piece))) patterns.push(MARK);
  const found: Span[] = [];
  for (const { span, code } of body.prose) {
    const withSquare = hasSquare(span);
    if (code || (!withSquare && patterns.length === 0)) continue;
    const slice = text.slice(span.start, span.end);
    for (const match of withSquare ? slice.matchAll(SQUARE) : [])
      if (
        (SNAKE.test(match[1] ?? '') || isPlaceholderText(match[1] ?? '')) &&
        !isQuoted(text, placeOf(match, span.start))
      )
        found.push(placeOf(match, span.start));
    for (const pattern of patterns)
      for (const match of slice.matchAll(pattern)) found.push(placeOf(match, span.start));
  }
  for (const block of body.paragraphs)
    for (const match of hasAngle(block) ? text.slice(block.start, block.end).matchAll(ANGLE) : [])
      if (isPlaceholderText(match[1] ?? '')) found.push(placeOf(match, block.start));
  return found.length === 0 ? found : outsideOf(body, found).sort(compareSpans);
}

/** Without those in code, and those that belong to a link or an image. */
function outsideOf(body: Pick<MarkdownFacts, 'prose' | 'links' | 'images'>, found: readonly Span[]): Span[] {
  const others = [...body.prose.filter(({ code }) => code), ...body.links, ...body.images];
  return found.filter((span) => !others.some((each) => overlaps(each.span, span)));
}

/** Tells whether a sign stands within a span. Asked in the order of the text it looks at each character once. */
function signIn(text: string, sign: string): (span: Span) => boolean {
  let from = 0;
  let next = text.indexOf(sign);
  return ({ start, end }) => {
    if (start < from || (next >= 0 && next < start)) {
      from = start;
      next = text.indexOf(sign, start);
    }
    return next >= 0 && next < end;
  };
}

/** Between quotation marks of one line. */
function isQuoted(text: string, { start, end }: Span): boolean {
  const line = lineAround(text, start);
  const before = text.slice(line.start, start).match(/["“”„«»]/g) ?? [];
  return before.length % 2 === 1 && /["“”«»]/.test(text.slice(end, line.end));
}

function placeOf(match: RegExpMatchArray, offset: number): Span {
  const start = offset + (match.index ?? 0);
  return { start, end: start + match[0].length };
}
