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
const ANGLE = /<([^<>\n/=]{2,60})>/g;

/** The places of a text that are still to be filled in, in order. Code is left alone. */
export function readPlaceholders(
  text: string,
  body: Pick<MarkdownFacts, 'prose' | 'paragraphs' | 'links' | 'images'>,
  context: ReadContext,
): Span[] {
  const { isPlaceholderText } = context.vocabulary;
  const links = [...body.links, ...body.images].map(({ span }) => span);
  const found: Span[] = [];
  for (const { span, code } of body.prose) {
    if (code) continue;
    const slice = text.slice(span.start, span.end);
    for (const match of slice.matchAll(SQUARE))
      if (
        (SNAKE.test(match[1] ?? '') || isPlaceholderText(match[1] ?? '')) &&
        !isQuoted(text, placeOf(match, span.start))
      )
        found.push(placeOf(match, span.start));
    for (const pattern of [BRACES, MARK])
      for (const match of slice.matchAll(pattern)) found.push(placeOf(match, span.start));
  }
  const codes = body.prose.filter(({ code }) => code).map(({ span }) => span);
  for (const block of body.paragraphs)
    for (const match of text.slice(block.start, block.end).matchAll(ANGLE))
      if (isPlaceholderText(match[1] ?? '')) found.push(placeOf(match, block.start));
  return found
    .filter((span) => ![...codes, ...links].some((each) => overlaps(each, span)))
    .sort(compareSpans);
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
