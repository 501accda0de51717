import type { Lines } from './content';
import { isBlankCode, skipBlanks, trimEnd } from './content';

/** The lines of a text from an offset on. Only `\n` and `\r\n` end lines. */
export function linesFrom(text: string, offset: number): Lines {
  const from: number[] = [];
  const end: number[] = [];
  for (let at = offset; at <= text.length;) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found;
    from.push(at);
    end.push(next > at && text.charCodeAt(next - 1) === 13 && found >= 0 ? next - 1 : next);
    at = next + 1;
  }
  return { text, from, end, depth: 0 };
}

export function isBlankLine({ text, from, end }: Lines, line: number): boolean {
  const stop = end[line] as number;
  let at = from[line] as number;
  while (at < stop && isBlankCode(text.charCodeAt(at))) at++;
  return at >= stop;
}

/** What a line that is not blank begins, seen alone. `unsure` where it takes more than a look. */
export type LineKind =
  'text' | 'heading' | 'fence' | 'quote' | 'break' | 'item' | 'comment' | 'table' | 'underline' | 'unsure';

/** Judges the first characters of a line that could begin a block. */
export function kindOfLine({ text, from, end }: Lines, line: number): LineKind {
  const start = from[line] as number;
  const stop = end[line] as number;
  const code = text.charCodeAt(start);
  switch (text.charAt(start)) {
    case ' ':
    case '\t':
      return 'unsure';
    case '#':
      return headingKind(text, start, stop);
    case '`':
    case '~':
      return fenceKind(text, start, stop, code);
    case '>':
      return 'quote';
    case '<':
      return htmlKind(text, start);
    case '-':
    case '*':
    case '_':
    case '=':
      return ruleKind(text, start, stop, code);
    case '+':
      return itemKind(text, start + 1, stop);
    case ':':
      return isDelimiterRow(text, start, stop) ? 'table' : 'text';
    case '|':
      return isDelimiterRow(text, start, stop) ? 'table' : 'text';
    default:
      return code >= 48 && code <= 57 ? orderedKind(text, start, stop) : 'text';
  }
}

function headingKind(text: string, start: number, stop: number): LineKind {
  let at = start;
  while (text.charCodeAt(at) === 35) at++;
  if (at - start > 6) return 'text';
  if (at >= stop) return 'unsure';
  const code = text.charCodeAt(at);
  return code === 32 ? 'heading' : code === 9 ? 'unsure' : 'text';
}

function fenceKind(text: string, start: number, stop: number, code: number): LineKind {
  let at = start;
  while (text.charCodeAt(at) === code) at++;
  if (at - start < 3) return 'text';
  if (code === 96 && text.slice(at, stop).includes('`')) return 'text';
  return 'fence';
}

function htmlKind(text: string, start: number): LineKind {
  if (text.startsWith('<!--', start)) return 'comment';
  return /[a-z/!?]/i.test(text.charAt(start + 1)) ? 'unsure' : 'text';
}

/** Lines of `-`, `*`, `_` and `=`: breaks, underlines of headings, rows below a table's header, items, text. */
function ruleKind(text: string, start: number, stop: number, code: number): LineKind {
  let at = start;
  let count = 0;
  for (; at < stop; at++) {
    const each = text.charCodeAt(at);
    if (each === code) count++;
    else if (!isBlankCode(each)) break;
  }
  const whole = at === stop;
  if (code === EQUALS) return whole ? 'underline' : 'text';
  if (whole && code === DASH && trimEnd(text, start, stop) - start === count) return 'underline';
  if (whole && count >= 3) return 'break';
  if (code === DASH && isDelimiterRow(text, start, stop))
    return isBlankCode(text.charCodeAt(start + 1)) ? 'unsure' : 'table';
  return code === UNDERSCORE ? 'text' : itemKind(text, start + 1, stop);
}

const DASH = 45;
const EQUALS = 61;
const UNDERSCORE = 95;

function orderedKind(text: string, start: number, stop: number): LineKind {
  let at = start;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  const mark = text.charCodeAt(at);
  if ((mark !== 46 && mark !== 41) || at - start > 9) return 'text';
  return itemKind(text, at + 1, stop);
}

/** A marker of a list; what stands behind it must be plain to see. */
function itemKind(text: string, after: number, stop: number): LineKind {
  if (after >= stop || text.charCodeAt(after) === 9) return 'unsure';
  if (text.charCodeAt(after) !== 32) return 'text';
  const content = skipBlanks(text, after);
  // Five blanks and more begin code, and a tab is as wide as its place makes it.
  if (content >= stop || content - after > 4) return 'unsure';
  return text.slice(after, content).includes('\t') ? 'unsure' : 'item';
}

/** Whether the line, if it stood below a paragraph, would go on with it; `unsure` where more must be known. */
export function goesOn(lines: Lines, line: number): 'yes' | 'no' | 'unsure' {
  const start = lines.from[line] as number;
  const { text } = lines;
  const kind: LineKind = kindOfLine(lines, line);
  if (kind === 'text') return 'yes';
  if (kind === 'heading' || kind === 'fence' || kind === 'quote' || kind === 'break' || kind === 'comment')
    return 'no';
  if (kind === 'item') {
    const code = text.charCodeAt(start);
    // A list that begins with another number than 1 does not interrupt a paragraph.
    const isOther = code >= 48 && code <= 57 && !/^1[.)]/.test(text.slice(start, start + 2));
    return isOther ? 'yes' : 'no';
  }
  const indented = skipBlanks(text, start);
  // Indented text goes on; what could begin a block is for the parser.
  if (kind === 'unsure' && indented > start && /[^#>\-+*_=~`<|:\d]/.test(text.charAt(indented))) return 'yes';
  return 'unsure';
}

/** True for the row below the header of a table: dashes, colons, bars and blanks, and more than a rule. */
export function isDelimiterRow(text: string, start: number, stop: number): boolean {
  let dashes = false;
  let others = false;
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === DASH) dashes = true;
    else if (code === 124 || code === 58) others = true;
    else if (!isBlankCode(code)) return false;
  }
  return dashes && others;
}
