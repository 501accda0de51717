import type { Span } from './span';

const FENCE = /^(?:`{3,}|~{3,})/;
const LIST_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?=\s)/;
const HEADING = /^#{1,6}(?:\s|$)/;
const SETEXT_UNDERLINE = /^(?:=+|-{2,})$/;
const RULE = /^[-=*_](?:[-=*_]|\s)*$/;
const TABLE_DELIMITER = /^[|:\-\s]+$/;

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

/** `step`: an item of a numbered list. `header`: the first row of a table. */
export type BlockKind = 'paragraph' | 'bullet' | 'step' | 'header' | 'row';

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
  return sentencesOfBlocks(blocksOf(withoutHidden(markdown)));
}

/** Stands in for what a reader does not see, so that offsets stay true until the sentences are cut. */
const HIDDEN = '\0';

/** Comments may span lines and link targets hold full stops: both are hidden before lines are looked at. */
function withoutHidden(markdown: string): string {
  let text = '';
  let from = 0;
  for (let open = markdown.indexOf('<!--'); open >= 0; open = markdown.indexOf('<!--', from)) {
    const close = markdown.indexOf('-->', open + 4);
    const end = close < 0 ? markdown.length : close + 3;
    text += markdown.slice(from, open) + HIDDEN.repeat(end - open);
    from = end;
  }
  return (text + markdown.slice(from)).replace(
    /\]\([^()\s]{0,2000}\)/g,
    (target) => `]${HIDDEN.repeat(target.length - 1)}`,
  );
}

/** A statement of its own: a paragraph, a list item or a row of a table, with the lines that it is written on. */
interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let current: { kind: BlockKind; lines: Line[] } | undefined;
  let fence = '';
  let inTable = false;
  const flush = (): void => {
    if (current !== undefined) blocks.push(current);
    current = undefined;
  };
  for (const raw of linesOf(text)) {
    const line = withoutQuote(raw);
    const mark = FENCE.exec(line.text)?.[0] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
    } else if (SETEXT_UNDERLINE.test(line.text) && current?.lines.length === 1) {
      current = undefined;
    } else if (mark !== '' || line.text === '' || HEADING.test(line.text) || RULE.test(line.text)) {
      flush();
      fence = mark;
    } else if (line.text.startsWith('|')) {
      flush();
      if (!TABLE_DELIMITER.test(line.text)) blocks.push(rowBlock(line, inTable));
      inTable = true;
      continue;
    } else {
      const marker = LIST_MARKER.exec(line.text)?.[0] ?? '';
      if (marker !== '') flush();
      current ??= { kind: kindOf(marker), lines: [] };
      current.lines.push(trimLine(line, marker.length));
    }
    inTable = false;
  }
  flush();
  return blocks;
}

function kindOf(marker: string): BlockKind {
  return marker === '' ? 'paragraph' : /\d/.test(marker) ? 'step' : 'bullet';
}

/** A row on its one line; the bars between the cells become blanks. */
function rowBlock({ text, start }: Line, inTable: boolean): Block {
  return { kind: inTable ? 'row' : 'header', lines: [{ text: text.replaceAll('|', ' '), start }] };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start });
  return lines;
}

/** Longer introductions than this are paragraphs; the limit also keeps the work linear. */
const LONGEST_INTRODUCTION = 240;

/**
 * Splits blocks into sentences. "On the last day, HR collects:" is completed by each item of the list below it, so the
 * introduction is read with every item; the same goes for the header of a table and its rows.
 */
function sentencesOfBlocks(blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  let introduction = '';
  blocks.forEach((block, index) => {
    const { kind } = block;
    if (kind === 'paragraph' || kind === 'header') introduction = '';
    const own = splitBlock(block.lines.map(({ text }) => text).join(' '));
    for (const { text, start } of own)
      sentences.push({
        text: text.replaceAll(HIDDEN, ''),
        span: placeOf(block, start, text.length),
        block: index,
        kind,
        introduction,
      });
    const last = own.at(-1)?.text.replaceAll(HIDDEN, '') ?? '';
    const introduces = kind === 'header' || (kind === 'paragraph' && /:[*_]*$/.test(last));
    if (introduces && last.length <= LONGEST_INTRODUCTION) introduction = last;
  });
  return sentences;
}

/** Where a part of a block's text stands: its lines were joined by one blank each. */
function placeOf({ lines }: Block, start: number, length: number): Span {
  return { start: offsetIn(lines, start), end: offsetIn(lines, start + length - 1) + 1 };
}

function offsetIn(lines: readonly Line[], at: number): number {
  let before = 0;
  for (const line of lines) {
    if (at < before + line.text.length) return line.start + at - before;
    before += line.text.length + 1;
  }
  const last = lines.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}

/** A line without its indentation and the marks of a block quote. */
function withoutQuote({ text, start }: Line): Line {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === '>' || isUnseen(text.charCodeAt(from)))) from++;
  while (to > from && isUnseen(text.charCodeAt(to - 1))) to--;
  return { text: text.slice(from, to), start: start + from };
}

/** A line from `from` on, without the blanks around it. */
function trimLine({ text, start }: Line, from: number): Line {
  let to = text.length;
  while (from < to && isUnseen(text.charCodeAt(from))) from++;
  while (to > from && isUnseen(text.charCodeAt(to - 1))) to--;
  return { text: text.slice(from, to), start: start + from };
}

/** A blank, or what stands in for a comment or a target. */
function isUnseen(code: number): boolean {
  return code === 0 || code === 9 || code === 0x20 || code === 0xa0;
}

function splitBlock(block: string): Line[] {
  const sentences: Line[] = [];
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const end = isStop(block.charCodeAt(at)) ? sentenceEnd(block, at) : undefined;
    if (end === undefined) continue;
    sentences.push(trimLine({ text: block.slice(0, end), start: 0 }, start));
    start = end;
  }
  sentences.push(trimLine({ text: block, start: 0 }, start));
  return sentences.filter(({ text }) => text !== '');
}

/** `.`, `!` or `?`. */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

/**
 * Where the sentence ends that the stop at `at` closes, marks behind it included; `undefined` where no blank follows, or
 * where the stop belongs to an abbreviation, an initial (`z. B.`) or a German ordinal (`31. Dezember`).
 */
function sentenceEnd(block: string, at: number): number | undefined {
  let end = at + 1;
  while (end < block.length && `*_)"'”“»]\`${HIDDEN}`.includes(block.charAt(end))) end++;
  if (end < block.length && !' \t'.includes(block.charAt(end))) return undefined;
  if (block.charAt(at) !== '.') return end;
  const word = wordBefore(block, at);
  if (/^\p{L}$/u.test(word) || /^\d{1,2}$/.test(word)) return undefined;
  return ABBREVIATIONS.has(word.toLowerCase()) ? undefined : end;
}

const LONGEST_ABBREVIATION = 8;

/** The run without blanks before an offset, as far as it could be an abbreviation. */
function wordBefore(block: string, at: number): string {
  let start = at;
  while (start > 0 && at - start <= LONGEST_ABBREVIATION && /[\p{L}\p{N}.]/u.test(block.charAt(start - 1)))
    start--;
  return block.slice(start, at);
}
