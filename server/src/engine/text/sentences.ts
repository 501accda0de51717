import { blocksOf, type Block, type BlockKind, type BlockText } from './blocks';
import { isUnseen } from './characters';
import { HIDDEN, withoutHidden } from './hidden';
import type { Span } from './span';

/** Abbreviations, without their last full stop, that end no sentence. */
const ABBREVIATIONS = new Set(
  'abs allg approx art bspw bzgl bzw ca dr e.g etc evtl fig ggf hr i.e ident incl inkl insb max mgmt min mr mrs ms nr no p.a prof resp s.o sog st tel ts u.a u.u usw vgl vs z.b zzgl d.h i.d.r o.ä'.split(
    ' ',
  ),
);

/** A sentence as a reader sees it, and where it stands. */
export interface Sentence {
  /** On one line, without comments and link targets; emphasis is still in it. */
  readonly text: string;
  /** From its first to its last character, offsets into the text that was read. */
  readonly span: Span;
  /** The paragraph, item or row that it stands in, counted from 0. */
  readonly block: number;
  readonly kind: BlockKind;
  /** What it completes: "On the last day, HR collects:" above a list, the header above a row; else empty. */
  readonly introduction: string;
}

/**
 * The sentences of a Markdown text as a reader sees them, in order, each on one line and behind its introduction. A
 * heading, a list item and a row of a table end a sentence even without a full stop; a row is one statement, so its
 * cells stay together. A heading names a subject and states nothing, so it is no sentence itself. Code blocks, comments
 * and the targets of links are no text. Front matter is not known here: pass the text behind it. Linear.
 */
export function sentencesOf(markdown: string): readonly string[] {
  return placedSentences(markdown).map(({ text, introduction }) =>
    introduction === '' ? text : `${introduction} ${text}`,
  );
}

/** The same sentences with their places, each without its introduction. */
export function placedSentences(markdown: string): readonly Sentence[] {
  const blocks = blocksOf(withoutHidden(markdown));
  const read = createSentenceReader(blocks);
  return blocks.blocks.flatMap(read);
}

/** Reads the sentences of one block after the other, in any order; what introduces several blocks is read once. */
export function createSentenceReader(text: BlockText): (block: Block) => readonly Sentence[] {
  const introductionOf = createIntroductions(text);
  return (block) => {
    const places = sentencePlaces(text, block);
    const introduction = places.length === 0 ? '' : introductionOf(block);
    const { kind, number } = block;
    return places.map((place) => ({
      text: sentenceText(text, block, place),
      span: { start: place.start, end: place.end },
      block: number,
      kind,
      introduction,
    }));
  };
}

/** Longer introductions than this are paragraphs; the limit also keeps the work linear. */
const LONGEST_INTRODUCTION = 240;

/**
 * "On the last day, HR collects:" is completed by each item of the list below it, so the introduction is read with
 * every item; the same goes for the header of a table and its rows.
 */
export function createIntroductions(text: BlockText): (block: Block) => string {
  const known = new Map<Block, string>();
  return ({ opener }) => {
    if (opener === undefined) return '';
    const introduction = known.get(opener) ?? introducedBy(text, opener);
    known.set(opener, introduction);
    return introduction;
  };
}

function introducedBy(text: BlockText, opener: Block): string {
  const place = sentencePlaces(text, opener).at(-1);
  if (place === undefined) return '';
  const last = sentenceText(text, opener, place);
  const introduces = opener.kind === 'header' || /:[*_]*$/.test(last);
  return introduces && last.length <= LONGEST_INTRODUCTION ? last : '';
}

function seenText(text: string, kind: BlockKind): string {
  const seen = text.includes(HIDDEN) ? text.replaceAll(HIDDEN, '') : text;
  return isRow(kind) ? seen.replaceAll('|', ' ') : seen;
}

/** Where a sentence stands, without the blanks around it. */
export interface SentencePlace extends Span {
  /** The lines of its block on which it begins and ends, counted from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A sentence on one line; the bars between the cells of a row become blanks. */
export function sentenceText({ text }: BlockText, { kind, lines }: Block, place: SentencePlace): string {
  const { start, end, firstLine, lastLine } = place;
  if (firstLine === lastLine) return seenText(text.slice(start, end), kind);
  const parts: string[] = [];
  for (const line of lines.slice(firstLine, lastLine + 1))
    parts.push(text.slice(Math.max(line.start, start), Math.min(line.end, end)));
  return seenText(parts.join(' '), kind);
}

/** The places of the sentences of a block. */
export function sentencePlaces({ text }: BlockText, { lines, kind }: Block): readonly SentencePlace[] {
  const places: SentencePlace[] = [];
  const row = isRow(kind);
  let start = -1;
  let firstLine = 0;
  for (let number = 0; number < lines.length; number++) {
    const line = lines[number] as Span;
    for (let at = line.start; at < line.end; at++) {
      const code = text.charCodeAt(at);
      if (start < 0) {
        if (isBlank(code, row)) continue;
        start = at;
        firstLine = number;
      }
      if (code > 0x3f || !isStop(code)) continue;
      const end = sentenceEnd(text, at, line, row);
      if (end === undefined) continue;
      places.push({ start, end: trimmedEnd(text, end, row), firstLine, lastLine: number });
      start = -1;
      at = end - 1;
    }
  }
  const end = lines.at(-1)?.end ?? 0;
  if (start >= 0)
    places.push({ start, end: trimmedEnd(text, end, row), firstLine, lastLine: lines.length - 1 });
  return places;
}

export function isRow(kind: BlockKind): boolean {
  return kind === 'row' || kind === 'header';
}

/** In a row bars stand between cells. */
export function isBlank(code: number, row: boolean): boolean {
  return isUnseen(code) || (row && code === 0x7c);
}

function trimmedEnd(text: string, end: number, row: boolean): number {
  let trimmed = end;
  while (isBlank(text.charCodeAt(trimmed - 1), row)) trimmed--;
  return trimmed;
}

/** `.`, `!` or `?`. */
export function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

/** Marks that may follow a stop, what is hidden among them. */
const CLOSING = `*_)"'”“»]\`${HIDDEN}`;

/**
 * Where the sentence ends that the stop at `at` closes, marks behind it included; `undefined` where no blank follows, or
 * where the stop belongs to an abbreviation, an initial (`z. B.`) or a German ordinal (`31. Dezember`).
 */
export function sentenceEnd(text: string, at: number, line: Span, row: boolean): number | undefined {
  let end = at + 1;
  while (end < line.end && text.charCodeAt(end) !== BLANK && CLOSING.includes(text.charAt(end))) end++;
  if (end < line.end && (text.charCodeAt(end) === NO_BREAK || !isBlank(text.charCodeAt(end), row)))
    return undefined;
  return text.charAt(at) === '.' && endsNoSentence(wordBefore(text, at, line.start)) ? undefined : end;
}

const BLANK = 0x20;
/** Where a blank forbids a break no sentence ends. */
const NO_BREAK = 0xa0;

const LONGEST_ABBREVIATION = 8;

function endsNoSentence(word: string): boolean {
  if (word.length > LONGEST_ABBREVIATION) return false;
  if (word.length <= 2 && /^(?:\p{L}|\d{1,2})$/u.test(word)) return true;
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** The run without blanks before an offset, as far as it could be an abbreviation. */
function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start <= LONGEST_ABBREVIATION && isPartOfWord(text, start - 1)) start--;
  return text.slice(start, at);
}

/** A letter, a digit or a full stop. */
function isPartOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // The small letters of ASCII, as most are.
  if (code >= 0x61 && code <= 0x7a) return true;
  return code !== BLANK && /[\p{L}\p{N}.]/u.test(text.charAt(at));
}
