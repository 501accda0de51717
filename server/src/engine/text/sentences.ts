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

/**
 * The sentences of a Markdown text as a reader sees them, in order, each on one line. A heading, a list item and a row
 * of a table end a sentence even without a full stop; a row is one statement, so its cells stay together. A heading
 * names a subject and states nothing, so it is no sentence itself. Code blocks, comments and the targets of links are
 * no text. Front matter is not known here: pass the text behind it. Linear.
 */
export function sentencesOf(markdown: string): readonly string[] {
  return sentencesOfBlocks(blocksOf(withoutHidden(markdown)));
}

/** Comments may span lines and link targets hold full stops: both go before lines are looked at. */
function withoutHidden(markdown: string): string {
  let text = '';
  let from = 0;
  for (let open = markdown.indexOf('<!--'); open >= 0; open = markdown.indexOf('<!--', from)) {
    text += markdown.slice(from, open);
    const close = markdown.indexOf('-->', open + 4);
    from = close < 0 ? markdown.length : close + 3;
  }
  return (text + markdown.slice(from)).replace(/\]\([^()\s]{0,2000}\)/g, ']');
}

/** A statement of its own: a paragraph, a list item or a row of a table, on one line. */
interface Block {
  readonly kind: 'paragraph' | 'item' | 'row';
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let current: { kind: Block['kind']; lines: string[] } | undefined;
  let fence = '';
  const flush = (): void => {
    if (current !== undefined) blocks.push({ kind: current.kind, text: current.lines.join(' ') });
    current = undefined;
  };
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = withoutQuote(raw);
    const mark = FENCE.exec(line)?.[0] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
    } else if (SETEXT_UNDERLINE.test(line) && current?.lines.length === 1) {
      current = undefined;
    } else if (mark !== '' || line === '' || HEADING.test(line) || RULE.test(line)) {
      flush();
      fence = mark;
    } else if (line.startsWith('|')) {
      flush();
      if (!TABLE_DELIMITER.test(line)) blocks.push({ kind: 'row', text: line.replaceAll('|', ' ') });
    } else {
      const marker = LIST_MARKER.exec(line)?.[0] ?? '';
      if (marker !== '') flush();
      current ??= { kind: marker === '' ? 'paragraph' : 'item', lines: [] };
      current.lines.push(line.slice(marker.length).trim());
    }
  }
  flush();
  return blocks;
}

/** Longer introductions than this are paragraphs; the limit also keeps the work linear. */
const LONGEST_INTRODUCTION = 240;

/**
 * Splits blocks into sentences. "On the last day, HR collects:" is completed by each item of the list below it, so the
 * introduction is read with every item; the same goes for the header of a table and its rows.
 */
function sentencesOfBlocks(blocks: readonly Block[]): string[] {
  const sentences: string[] = [];
  let introduction = '';
  let above: Block['kind'] | undefined;
  for (const { kind, text } of blocks) {
    const header = kind === 'row' && above !== 'row';
    if (kind === 'paragraph' || header) introduction = '';
    const own = splitBlock(text);
    sentences.push(
      ...own.map((sentence) => (introduction === '' ? sentence : `${introduction} ${sentence}`)),
    );
    const last = own.at(-1) ?? '';
    if (last.length <= LONGEST_INTRODUCTION && (header || (kind === 'paragraph' && /:[*_]*$/.test(last))))
      introduction = last;
    above = kind;
  }
  return sentences;
}

/** A line without its indentation and the marks of a block quote. */
function withoutQuote(line: string): string {
  let start = 0;
  while (start < line.length && (line[start] === '>' || line[start] === ' ' || line[start] === '\t')) start++;
  return line.slice(start).trimEnd();
}

function splitBlock(block: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const end = isStop(block.charCodeAt(at)) ? sentenceEnd(block, at) : undefined;
    if (end === undefined) continue;
    sentences.push(block.slice(start, end).trim());
    start = end;
  }
  sentences.push(block.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
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
  while (end < block.length && '*_)"\'”“»]`'.includes(block.charAt(end))) end++;
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
