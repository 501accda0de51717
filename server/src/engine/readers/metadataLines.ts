import type { Carrier, MetadataFact } from '../facts/facts';
import type { MetadataField } from '../facts/facts';
import type { Heading, MarkdownFacts } from '../syntax/markdownFacts';
import { trimSpan, type Span } from '../text/span';
import type { ReadContext } from './context';
import { countUpTo } from './section';

/**
 * Reads `Label: value` lines as metadata where authors keep document control: above the second heading, and below a
 * heading or lead-in such as "Document control". Quotes, bold labels, list items and several pairs on one line
 * (`**Owner:** CISO | **Version:** 2.6`) are understood; labels are those of the vocabulary, in any language.
 */
export function readMetadataLines(
  text: string,
  body: Pick<MarkdownFacts, 'headings' | 'paragraphs'>,
  context: ReadContext,
): MetadataFact[] {
  const facts: MetadataFact[] = [];
  for (const paragraph of body.paragraphs) {
    const zone = controlZone(paragraph, text, body.headings, context);
    if (zone === undefined) continue;
    const pairs = [...pairsOf(text, paragraph, context)];
    // Plain words with a colon are too often prose: alone they count only among others or in a section of their own.
    const plainCounts = zone === 'control' || pairs.length >= 2;
    facts.push(...pairs.filter((pair) => pair.carrier !== 'plain-line' || plainCounts));
  }
  return facts;
}

/** `head`: above the second heading. `control`: in a section or block that calls itself document control. */
export function controlZone(
  block: Span,
  text: string,
  headings: readonly Heading[],
  context: ReadContext,
): 'head' | 'control' | undefined {
  const above = headingsAbove(block, headings);
  const last = headings[above - 1];
  if (last !== undefined && above > 1 && context.vocabulary.isDocumentControl(last.text)) return 'control';
  const firstLine = text.slice(block.start, lineEnd(text, block.start));
  if (context.vocabulary.isDocumentControl(firstLine)) return 'control';
  return above <= 1 ? 'head' : undefined;
}

/** How many headings end above a block. One that has a heading in it, such as a quote, is not below that. */
function headingsAbove(block: Span, headings: readonly Heading[]): number {
  let above = countUpTo(headings, block.start);
  while (above > 0 && (headings[above - 1] as Heading).span.end > block.start) above--;
  return above;
}

const LONGEST_LABEL = 48;

function* pairsOf(text: string, paragraph: Span, context: ReadContext): Iterable<MetadataFact> {
  for (let start = paragraph.start; start < paragraph.end; start = lineEnd(text, start) + 1) {
    const end = Math.min(paragraph.end, lineEnd(text, start));
    const quoted = /^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, end));
    for (const piece of piecesOf(text, { start, end }, context)) {
      const fact = pairIn(text, piece, quoted, context);
      if (fact !== undefined) yield fact;
    }
  }
}

/** A line split at bars and dots that stand between pairs; a bar inside a value stays in it. */
function piecesOf(text: string, line: Span, context: ReadContext): Span[] {
  const pieces: Span[] = [];
  let from = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(/\s[|•·]\s/g)) {
    const at = line.start + match.index;
    if (labelIn(text.slice(at + match[0].length, line.end), context) === undefined) continue;
    pieces.push({ start: from, end: at });
    from = at + match[0].length;
  }
  pieces.push({ start: from, end: line.end });
  return pieces;
}

interface Label {
  readonly field: MetadataField;
  /** Where the words of the label stand in the piece. */
  readonly start: number;
  readonly end: number;
  /** Where the value may begin. */
  readonly after: number;
  readonly bold: boolean;
}

function labelIn(piece: string, context: ReadContext): Label | undefined {
  const colon = piece.indexOf(':');
  if (colon < 0 || colon > LONGEST_LABEL) return undefined;
  const before = piece.slice(0, colon);
  const words = /[\p{L}\p{N}][\p{L}\p{N} /().'-]*/u.exec(before);
  if (words === null) return undefined;
  const field = context.vocabulary.metadataLabel(words[0]);
  if (field === undefined) return undefined;
  const start = words.index;
  return {
    field,
    start,
    end: start + words[0].trimEnd().length,
    after: colon + 1,
    bold: /\*\*|__/.test(before),
  };
}

function pairIn(text: string, piece: Span, quoted: boolean, context: ReadContext): MetadataFact | undefined {
  const label = labelIn(text.slice(piece.start, piece.end), context);
  if (label === undefined) return undefined;
  const value = valueSpan(text, { start: piece.start + label.after, end: piece.end });
  const keySpan = { start: piece.start + label.start, end: piece.start + label.end };
  const carrier: Carrier = quoted ? 'quote' : label.bold ? 'bold-line' : 'plain-line';
  return {
    field: label.field,
    key: text.slice(keySpan.start, keySpan.end),
    keySpan,
    value: readableValue(text.slice(value.start, value.end)),
    span: value,
    carrier,
  };
}

/** The value without blanks, emphasis and the backslash of a hard line break around it. */
function valueSpan(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && /[*_`\s]/.test(text.charAt(start))) start++;
  while (end > start && /[*_`\s\\]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The words that a reader sees: an image is its alternative text, a link its text. */
export function readableValue(source: string): string {
  return source
    .replace(/\[!\[([^\]]*)\]\([^)]*\)\]\([^)]*\)/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*`]{1,3}/g, '')
    .replace(/(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}_])/gu, '')
    .trim();
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
