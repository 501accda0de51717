import { isUnseen, isWhiteSpace } from './characters';
import type { Span } from './span';

/** `step`: an item of a numbered list. `header`: the first row of a table. */
export type BlockKind = 'paragraph' | 'bullet' | 'step' | 'header' | 'row';

/** A statement of its own: a paragraph, a list item or a row of a table. */
export interface Block {
  readonly kind: BlockKind;
  /** What it says on each of its lines, without marks and the blanks around; a row has one, with its bars. */
  readonly lines: readonly Span[];
  /** Counted from 0. */
  readonly number: number;
  /** The last paragraph or header above, which may introduce it; `undefined` for these themselves. */
  readonly opener: Block | undefined;
}

/** A part of a Markdown text in blocks; all offsets are those of the whole text. */
export interface BlockText {
  /** The whole text as `withoutHidden` gives it. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * The blocks of a part of a text that comes from `withoutHidden`. Headings, code blocks and rules are none. One pass
 * over its characters: see `sentencesOf` for what is meant.
 */
export function blocksOf(text: string, from = 0, to = text.length): BlockText {
  const blocks: Block[] = [];
  const state: State = {
    text,
    blocks,
    current: undefined,
    opener: undefined,
    fence: undefined,
    inTable: false,
  };
  const plain = !text.includes('\r');
  for (let start = from; start <= to;) {
    const end = lineEnd(text, start, to, plain);
    readLine(state, start, end);
    start = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  flush(state);
  return { text, blocks };
}

interface State {
  readonly text: string;
  readonly blocks: Block[];
  /** The block that the next line may go on. */
  current: { readonly kind: BlockKind; readonly lines: Span[] } | undefined;
  opener: Block | undefined;
  /** The marks that opened the code block which the next line is in. */
  fence: { readonly mark: number; readonly length: number } | undefined;
  inTable: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const HASH = 0x23;
const BAR = 0x7c;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const EQUALS = 0x3d;
const HYPHEN = 0x2d;
const QUOTE = 0x3e;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const UNDERSCORE = 0x5f;
const COLON = 0x3a;
const STOP = 0x2e;
const CLOSE = 0x29;

function readLine(state: State, lineStart: number, lineStop: number): void {
  const { text } = state;
  let start = lineStart;
  let end = lineStop;
  // Without the indentation and the marks of a block quote.
  while (start < end && (text.charCodeAt(start) === QUOTE || isUnseen(text.charCodeAt(start)))) start++;
  while (end > start && isUnseen(text.charCodeAt(end - 1))) end--;
  const first = start < end ? text.charCodeAt(start) : LF;
  const wasTable = state.inTable;
  state.inTable = false;
  const mark = first === BACKTICK || first === TILDE ? runLength(text, start, end, first) : 0;
  if (state.fence !== undefined) {
    if (mark >= state.fence.length && first === state.fence.mark) state.fence = undefined;
  } else if (state.current?.lines.length === 1 && isUnderline(text, start, end, first)) {
    state.current = undefined;
  } else if (mark >= 3 || first === LF || isHeading(text, start, end, first) || isRule(text, start, end)) {
    flush(state);
    if (mark >= 3) state.fence = { mark: first, length: mark };
  } else if (first === BAR) {
    flush(state);
    state.inTable = true;
    if (!isDelimiter(text, start, end)) add(state, wasTable ? 'row' : 'header', [{ start, end }]);
  } else addLine(state, start, end);
}

/** A line of a paragraph or an item. */
function addLine(state: State, start: number, end: number): void {
  const { text } = state;
  const marker = markerLength(text, start, end);
  if (marker > 0) flush(state);
  state.current ??= {
    kind: marker === 0 ? 'paragraph' : isDigit(text.charCodeAt(start)) ? 'step' : 'bullet',
    lines: [],
  };
  let from = start + marker;
  while (from < end && isUnseen(text.charCodeAt(from))) from++;
  state.current.lines.push({ start: from, end });
}

function flush(state: State): void {
  const { current } = state;
  if (current === undefined) return;
  add(state, current.kind, current.lines);
  state.current = undefined;
}

function add(state: State, kind: BlockKind, lines: readonly Span[]): void {
  const opens = kind === 'paragraph' || kind === 'header';
  const block = { kind, lines, number: state.blocks.length, opener: opens ? undefined : state.opener };
  state.blocks.push(block);
  if (opens) state.opener = block;
}

/** `plain`: all lines of the text end with a line feed alone. */
function lineEnd(text: string, start: number, to: number, plain: boolean): number {
  if (plain) {
    const end = text.indexOf('\n', start);
    return end < 0 || end > to ? to : end;
  }
  for (let end = start; end < to; end++) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) return end;
  }
  return to;
}

function runLength(text: string, start: number, end: number, code: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === code) at++;
  return at - start;
}

/** The line below a heading: `===` or `--`. */
function isUnderline(text: string, start: number, end: number, first: number): boolean {
  if (first !== EQUALS && (first !== HYPHEN || end - start < 2)) return false;
  return runLength(text, start, end, first) === end - start;
}

function isHeading(text: string, start: number, end: number, first: number): boolean {
  if (first !== HASH) return false;
  const depth = runLength(text, start, end, HASH);
  return depth <= 6 && (start + depth === end || isWhiteSpace(text.charCodeAt(start + depth)));
}

/** A line of `-`, `=`, `*` and `_` alone, such as `* * *`. */
function isRule(text: string, start: number, end: number): boolean {
  if (!isRuleMark(text.charCodeAt(start))) return false;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isRuleMark(code) && !isWhiteSpace(code)) return false;
  }
  return true;
}

function isRuleMark(code: number): boolean {
  return code === HYPHEN || code === EQUALS || code === ASTERISK || code === UNDERSCORE;
}

/** The line between the header of a table and its rows. */
function isDelimiter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR && code !== COLON && code !== HYPHEN && !isWhiteSpace(code)) return false;
  }
  return true;
}

const LONGEST_NUMBER = 9;

/** The length of `-`, `*`, `+`, `1.` or `1)` with a blank behind it; 0 where there is none. */
function markerLength(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  let at = start;
  if (first === HYPHEN || first === ASTERISK || first === PLUS) at++;
  else {
    while (at < end && at - start < LONGEST_NUMBER && isDigit(text.charCodeAt(at))) at++;
    const mark = at > start && at < end ? text.charCodeAt(at) : 0;
    if (mark !== STOP && mark !== CLOSE) return 0;
    at++;
  }
  return at < end && isWhiteSpace(text.charCodeAt(at)) ? at - start : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
