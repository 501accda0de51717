import type { Span } from '../../text/span';
import type { Collected } from '../collected';
import { imageAt, linkAt, type Bracketed } from './brackets';
import { codeEnds, codeText } from './code';
import { endIn, startIn, type Content } from './content';
import { resolveEmphasis, runAt, type Run } from './emphasis';

/** Where the facts of an inline text go. */
export interface InlineTarget {
  /** The paragraph, heading or table row around it. */
  readonly block: Span;
  readonly cell: boolean;
  readonly into: Collected;
  /** Links of a table's cell are also facts of the cell. */
  readonly links?: { readonly url: string; readonly text: string; readonly span: Span }[];
}

/**
 * Reads the inline text of a block: prose, code, links, comments. The result is what a reader sees, or `undefined` where
 * only a parser can tell what the text means; what was noted until then is to be taken back.
 */
export function scanInline(content: Content, target: InlineTarget): string | undefined {
  const { text } = content;
  if (firstSpecial(text) === text.length) return emitPlain(content, target);
  const reading = { content, target, codeEnd: codeEnds(text), lastTarget: text.lastIndexOf('](') };
  return scanRange(reading, 0, text.length);
}

interface Reading {
  readonly content: Content;
  readonly target: InlineTarget;
  /** Where the code span ends that begins at an offset; where none does, the end of the back-ticks, negative. */
  readonly codeEnd: (at: number) => number;
  /** The last place at which words in brackets are followed by an address. */
  readonly lastTarget: number;
}

/** A piece that is no plain text. */
type Cut =
  | { readonly kind: 'code' | 'mark' | 'break' | 'comment'; readonly start: number; readonly end: number }
  | { readonly kind: 'bracketed'; readonly start: number; readonly end: number; readonly found: Bracketed };

function scanRange(reading: Reading, from: number, to: number): string | undefined {
  const cuts: Cut[] = [];
  const runs: Run[] = [];
  const { text } = reading.content;
  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    if (code > 127 || isSpecial[code] === 0) {
      at++;
      continue;
    }
    const next = special(reading, code, at, to, cuts, runs);
    if (next < 0) return undefined;
    at = next;
  }
  return emit(reading, from, to, runs.length === 0 ? cuts : withMarks(cuts, runs));
}

const UNSURE = -1;

/** One for each character that could be more than itself. */
const isSpecial = Uint8Array.from({ length: 128 }, (_, code) =>
  Number('\\`*_[!<&\0'.includes(String.fromCharCode(code))),
);

function firstSpecial(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && isSpecial[code] === 1) return at;
  }
  return text.length;
}

/** Most texts have nothing in them but words. */
function emitPlain(content: Content, target: InlineTarget): string {
  if (content.text !== '') addProse(content, target, 0, content.text.length, false);
  return content.text;
}

/** Reads what a special character begins; the result is where to go on. */
function special(reading: Reading, code: number, at: number, to: number, cuts: Cut[], runs: Run[]): number {
  const { text } = reading.content;
  switch (text.charAt(at)) {
    case '\0':
      cuts.push({ kind: 'break', start: at, end: at + 1 });
      return at + 1;
    case '\\':
      return escape(text, at, to, cuts);
    case '`': {
      const end = reading.codeEnd(at);
      if (end > 0) cuts.push({ kind: 'code', start: at, end });
      return Math.abs(end);
    }
    case '[':
    case '!':
      return bracket(reading, code, at, to, cuts);
    case '<':
      return angle(text, at, to, cuts);
    case '&':
      return /^&(?:#|[a-z])/i.test(text.slice(at, at + 2)) ? UNSURE : at + 1;
    default: {
      const run = runAt(text, at);
      runs.push(run);
      return run.end;
    }
  }
}

/** A backslash: before punctuation it takes the meaning from it, at the end of a line it breaks the line. */
function escape(text: string, at: number, to: number, cuts: Cut[]): number {
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= to) return at + 1;
  if (next === 10) {
    cuts.push({ kind: 'break', start: at, end: at + 2 });
    return at + 2;
  }
  return ESCAPABLE.test(text.charAt(at + 1)) ? at + 2 : at + 1;
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;

function bracket(reading: Reading, code: number, at: number, to: number, cuts: Cut[]): number {
  const { text } = reading.content;
  const isImage = code === 33;
  if (isImage && text.charCodeAt(at + 1) !== 91) return at + 1;
  // Without an address no bracket is a link; documents with definitions are not scanned.
  if (at > reading.lastTarget) return at + 1;
  const found = isImage ? imageAt(text, at, to) : linkAt(text, at, to, reading.codeEnd);
  if (found === 'unsure') return UNSURE;
  if (found === 'text') return at + 1;
  cuts.push({ kind: 'bracketed', start: at, end: found.end, found });
  return found.end;
}

/** A comment or a line break; every other tag is for the parser. */
function angle(text: string, at: number, to: number, cuts: Cut[]): number {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('--', at + 4);
    if (end < 0 || end + 3 > to || text.charAt(end + 2) !== '>' || '>-'.includes(text.charAt(at + 4)))
      return UNSURE;
    cuts.push({ kind: 'comment', start: at, end: end + 3 });
    return end + 3;
  }
  ADDRESS.lastIndex = at;
  return /[a-z/!?]/i.test(text.charAt(at + 1)) || ADDRESS.test(text) ? UNSURE : at + 1;
}

/** An address of mail may begin with almost any sign. */
const ADDRESS = /<[^\s<>@]+@[^\s<>]+>/y;

function withMarks(cuts: readonly Cut[], runs: readonly Run[]): readonly Cut[] {
  const all: Cut[] = [...cuts];
  for (const { start, end } of resolveEmphasis(runs)) all.push({ kind: 'mark', start, end });
  return cuts.length === 0 ? all : all.sort((a, b) => a.start - b.start);
}

/** Notes the facts of a range in order; between two cuts lies plain text. */
function emit(reading: Reading, from: number, to: number, cuts: readonly Cut[]): string | undefined {
  const { content, target } = reading;
  let at = from;
  let visible = '';
  const plain = (end: number): void => {
    if (end <= at) return;
    addProse(content, target, at, end, false);
    visible += withoutEscapes(content.text.slice(at, end));
  };
  for (const cut of cuts) {
    plain(cut.start);
    at = cut.end;
    if (cut.kind === 'break') visible += ' ';
    if (cut.kind === 'code') {
      addProse(content, target, cut.start, cut.end, true);
      visible += codeText(content.text.slice(cut.start, cut.end), target.cell);
    }
    if (cut.kind === 'comment' && !addComment(reading, cut)) return undefined;
    if (cut.kind === 'bracketed') {
      const add = cut.found.kind === 'link' ? addLink : addImage;
      const words = add(reading, cut.start, cut.found);
      if (words === undefined) return undefined;
      visible += words;
    }
  }
  plain(to);
  return visible;
}

/** False where its text cannot be told from the joined lines. */
function addComment({ content, target }: Reading, { start, end }: Cut): boolean {
  const text = content.text.slice(start + 4, end - 3);
  if (content.lines !== undefined && /[\n\0]/.test(text)) return false;
  const span = { start: startIn(content, start), end: endIn(content, end) };
  target.into.comments.push({ text: text.trim(), span, inTable: target.cell });
  return true;
}

function addProse(content: Content, target: InlineTarget, from: number, to: number, code: boolean): void {
  const span = { start: startIn(content, from), end: endIn(content, to) };
  target.into.prose.push(
    target.cell ? { span, block: target.block, code, cell: true } : { span, block: target.block, code },
  );
}

function addImage({ content, target }: Reading, start: number, { url, from, to, end }: Bracketed): string {
  const text = content.text.slice(from, to);
  const span = { start: startIn(content, start), end: endIn(content, end) };
  target.into.images.push({ url, text, span, block: target.block });
  return text;
}

function addLink(reading: Reading, start: number, found: Bracketed): string | undefined {
  const { content, target } = reading;
  const span = { start: startIn(content, start), end: endIn(content, found.end) };
  const at = target.into.links.length;
  // Its place in the order is before whatever its words hold.
  const words = found.alt ?? scanRange(reading, found.from, found.to);
  if (words === undefined || (content.lines !== undefined && words.includes('\n'))) return undefined;
  target.into.links.splice(at, 0, { url: found.url, text: words, span, block: target.block });
  target.links?.push({ url: found.url, text: words, span });
  if (found.image !== undefined) addImage(reading, start + 1, found.image);
  return words;
}

function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text;
}
