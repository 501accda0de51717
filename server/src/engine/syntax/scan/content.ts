/**
 * The inline text of a block as one string: its lines without indentation and marks of containers, joined by `\n`, or by
 * `HARD_BREAK` where blanks at a line's end ask for one. Offsets into it become offsets into the file.
 */
export interface Content {
  readonly text: string;
  /** Where the text begins in the file. */
  readonly base: number;
  /** `undefined` where the text is a piece of the file as it stands: an offset is then `base` plus its place. */
  readonly lines: readonly ContentLine[] | undefined;
}

interface ContentLine {
  /** Where the line begins in the joined text and in the file. */
  readonly at: number;
  readonly from: number;
  /** Where its line break begins and ends in the file. */
  readonly end: number;
  readonly next: number;
}

/** Stands for a line break that a reader sees; no Markdown that is scanned holds this character. */
export const HARD_BREAK = '\u0000';

/** Lines of a block: where the content of each begins, and where it ends without its line break. */
export interface Lines {
  readonly text: string;
  readonly from: readonly number[];
  readonly end: readonly number[];
  /** In how many containers they stand. */
  readonly depth: number;
}

/** The content of the lines `first` to `last`, the latter not included. */
export function contentOf(lines: Lines, first: number, last: number): Content {
  const { text, from, end } = lines;
  const base = skipBlanks(text, from[first] ?? 0);
  const whole = endOfPiece(lines, first, last);
  if (whole !== undefined) return { text: text.slice(base, whole), base, lines: undefined };
  const pieces: string[] = [];
  const places: ContentLine[] = [];
  let at = 0;
  for (let line = first; line < last; line++) {
    const lineEnd = end[line] ?? 0;
    const start = skipBlanks(text, from[line] ?? 0);
    const stop = trimEnd(text, start, lineEnd);
    const next = text.charCodeAt(lineEnd) === 13 ? lineEnd + 2 : lineEnd + 1;
    places.push({ at, from: start, end: lineEnd, next });
    const breaks = lineEnd - stop >= 2 ? HARD_BREAK : '\n';
    pieces.push(line + 1 < last ? text.slice(start, stop) + breaks : text.slice(start, stop));
    at += stop - start + 1;
  }
  return { text: pieces.join(''), base, lines: places };
}

/** Where the lines end if they are a piece of the file as it stands: nothing is left out between two of them. */
function endOfPiece({ text, from, end }: Lines, first: number, last: number): number | undefined {
  for (let line = first; line + 1 < last; line++) {
    const stop = end[line] as number;
    const next = from[line + 1] as number;
    const goesOn = text.charCodeAt(stop) === 10 && next === stop + 1;
    if (!goesOn || isBlankCode(text.charCodeAt(stop - 1)) || isBlankCode(text.charCodeAt(next)))
      return undefined;
  }
  return trimEnd(text, from[last - 1] as number, end[last - 1] as number);
}

/** The content of a piece of one line. */
export function contentOfPiece(text: string, start: number, end: number): Content {
  return { text: text.slice(start, end), base: start, lines: undefined };
}

/** Where a piece that begins at `at` begins in the file. */
export function startIn({ text, base, lines }: Content, at: number): number {
  if (lines === undefined) return base + at;
  const line = lineAt(lines, at);
  const code = text.charCodeAt(at);
  return (code === 10 || code === 0) && at < text.length ? line.end : line.from + at - line.at;
}

/** Where a piece that ends in front of `at` ends in the file. */
export function endIn({ text, base, lines }: Content, at: number): number {
  if (lines === undefined) return base + at;
  const line = lineAt(lines, at - 1);
  const code = text.charCodeAt(at - 1);
  return code === 10 || code === 0 ? line.next : line.from + at - line.at;
}

function lineAt(lines: readonly ContentLine[], at: number): ContentLine {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as ContentLine).at <= at) low = middle;
    else high = middle - 1;
  }
  return lines[low] as ContentLine;
}

/** The first offset from `at` on that is no blank. */
export function skipBlanks(text: string, at: number): number {
  while (isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

/** Where a line ends without the blanks at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return end;
}

export function isBlankCode(code: number): boolean {
  return code === 32 || code === 9;
}

/** With one space for every run of blanks. */
export function withSingleBlanks(text: string): string {
  return text.includes('  ') || ODD_BLANK.test(text) ? text.replace(/\s+/g, ' ') : text;
}

const ODD_BLANK = /[^\S ]/;
