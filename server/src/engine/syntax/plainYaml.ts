import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml';
import { plainValue } from './plainYamlValue';

/**
 * Reads YAML as most front matter is written: keys of one level with a text, a list in brackets or a list of one item per
 * line. `undefined` where anything takes more than a look: then the parser says what it is. Whatever is read here is equal
 * to what the parser reads, places included; a property test holds the two against each other.
 */
export function readPlainYaml(text: string, offset: number): YamlMap | undefined {
  if (NOT_PLAIN.test(text)) return undefined;
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const stop = lineEnd(text, at);
    if (isNothing(text, at, stop)) {
      at = nextLine(text, stop);
      continue;
    }
    const found = entryAt(text, at, stop, offset);
    if (found === undefined || keys.has(found.entry.key)) return undefined;
    if (entries.length === 0) start = at;
    entries.push(found.entry);
    keys.add(found.entry.key);
    end = found.end;
    at = found.next;
  }
  // Where an empty value ends is a matter of what is around it, and with it the end of the whole.
  if (entries.at(-1)?.value === undefined) return undefined;
  return { type: 'map', span: { start: offset + start, end: offset + end }, entries };
}

/** Tabs, characters that count as blanks only for some, and line breaks of another kind are for the parser. */
const NOT_PLAIN =
  /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]|\r(?!\n)/;

const COMMA = 44;
const COLON = 58;
const HASH = 35;
const BLANK = 32;
const DASH = 45;
const OPENING = 91;
const CLOSING = 93;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
/** Behind this length a key is an error. */
const LONGEST_KEY = 1000;

interface FoundEntry {
  readonly entry: YamlEntry;
  /** Where the value ends for the parser, its line break included. */
  readonly end: number;
  readonly next: number;
}

function entryAt(text: string, start: number, stop: number, offset: number): FoundEntry | undefined {
  const colon = keyEnd(text, start, stop);
  if (colon < 0) return undefined;
  const key = text.slice(start, colon);
  if (plainValue(key) !== key) return undefined;
  const keySpan = { start: offset + start, end: offset + colon };
  const from = skipBlanks(text, colon + 1);
  const next = nextLine(text, stop);
  if (isNothing(text, from, stop)) {
    const list = listBelow(text, next, offset);
    if (list === undefined) return undefined;
    if (list !== 'none') return { entry: { key, keySpan, value: list.value }, end: list.end, next: list.end };
    return { entry: { key, keySpan, value: undefined }, end: from, next };
  }
  const value =
    text.charCodeAt(from) === OPENING
      ? flowListAt(text, from, stop, offset)
      : scalarAt(text, from, stop, offset);
  return value === undefined ? undefined : { entry: { key, keySpan, value }, end: next, next };
}

/** The colon behind a key that is a word or a few; -1 where the line begins with anything else. */
function keyEnd(text: string, start: number, stop: number): number {
  if (!beginsWord(text.charCodeAt(start))) return -1;
  const longest = Math.min(stop, start + LONGEST_KEY);
  for (let at = start + 1; at < longest; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      const isEnd = at + 1 === stop || text.charCodeAt(at + 1) === BLANK;
      return isEnd && text.charCodeAt(at - 1) !== BLANK ? at : -1;
    }
    const goesOn = beginsWord(code) || code === DASH || code === BLANK || (code >= 48 && code <= 57);
    if (!goesOn) return -1;
  }
  return -1;
}

function beginsWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 160;
}

interface FoundList {
  readonly value: YamlNode;
  readonly end: number;
}

/** The list with a line for each item that begins behind a key: `none` where there is none. */
function listBelow(text: string, from: number, offset: number): FoundList | 'none' | undefined {
  const items: YamlScalar[] = [];
  let start = from;
  let end = from;
  let indent = -1;
  for (let at = from; at < text.length;) {
    const stop = lineEnd(text, at);
    const first = skipBlanks(text, at);
    if (isNothing(text, at, stop)) {
      at = nextLine(text, stop);
      continue;
    }
    if (text.charCodeAt(first) !== DASH) {
      if (first === at) break;
      return undefined;
    }
    const content = skipBlanks(text, first + 1);
    if (content === first + 1 || content >= stop || (indent >= 0 && first - at !== indent)) return undefined;
    const item = scalarAt(text, content, stop, offset);
    if (item === undefined) return undefined;
    if (items.length === 0) start = first;
    indent = first - at;
    items.push(item);
    end = at = nextLine(text, stop);
  }
  if (items.length === 0) return 'none';
  const span = { start: offset + start, end: offset + end };
  return { value: { type: 'list', span, items, flow: false }, end };
}

/** A list in brackets on one line. */
function flowListAt(text: string, start: number, stop: number, offset: number): YamlNode | undefined {
  const items: YamlScalar[] = [];
  let at = skipBlanks(text, start + 1);
  while (at < stop && text.charCodeAt(at) !== CLOSING) {
    const item = pieceAt(text, at, stop, true);
    if (item < 0) return undefined;
    const scalar = scalarOf(text, at, item, offset);
    if (scalar === undefined) return undefined;
    items.push(scalar);
    at = skipBlanks(text, item);
    if (text.charCodeAt(at) === CLOSING) break;
    if (text.charCodeAt(at) !== COMMA) return undefined;
    at = skipBlanks(text, at + 1);
    if (text.charCodeAt(at) === CLOSING) return undefined;
  }
  if (at >= stop || !isRest(text, at + 1, stop)) return undefined;
  return { type: 'list', span: { start: offset + start, end: offset + at + 1 }, items, flow: true };
}

/** A text with nothing but a comment behind it. */
function scalarAt(text: string, start: number, stop: number, offset: number): YamlScalar | undefined {
  const end = pieceAt(text, start, stop, false);
  return end < 0 || !isRest(text, end, stop) ? undefined : scalarOf(text, start, end, offset);
}

function scalarOf(text: string, start: number, end: number, offset: number): YamlScalar | undefined {
  const source = text.slice(start, end);
  const span = { start: offset + start, end: offset + end };
  const code = text.charCodeAt(start);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)
    return { type: 'scalar', span, value: source.slice(1, -1), source, quoted: true };
  const value = plainValue(source);
  return value === undefined ? undefined : { type: 'scalar', span, value, source, quoted: false };
}

/** Where the text ends that begins at `start`, in quotes or without; -1 where that is not plain. */
function pieceAt(text: string, start: number, stop: number, inBrackets: boolean): number {
  const code = text.charCodeAt(start);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return quotedEnd(text, start, stop, code);
  if (start >= stop || !mayBegin(code)) return -1;
  let end = start;
  for (let at = start; at < stop; at++) {
    const each = text.charCodeAt(at);
    if (each === BLANK) continue;
    if (each === COLON && (inBrackets || at + 1 === stop || text.charCodeAt(at + 1) === BLANK)) return -1;
    if (each === HASH && text.charCodeAt(at - 1) === BLANK) return inBrackets ? -1 : end;
    if (inBrackets && (each === COMMA || each === CLOSING)) return end;
    if (inBrackets && (each === OPENING || each === 123 || each === 125)) return -1;
    end = at + 1;
  }
  return inBrackets ? -1 : end;
}

/** Behind the closing quote. Escapes, doubled quotes and further lines are for the parser. */
function quotedEnd(text: string, start: number, stop: number, quote: number): number {
  for (let at = start + 1; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && quote === DOUBLE_QUOTE) return -1;
    if (code === quote) return quote === SINGLE_QUOTE && text.charCodeAt(at + 1) === quote ? -1 : at + 1;
  }
  return -1;
}

/** Letters, numbers and the few signs that mean nothing at the beginning of a text. */
function mayBegin(code: number): boolean {
  return beginsWord(code) || (code >= 48 && code <= 57) || code === 40 || code === 47 || code === 36;
}

/** Nothing, or blanks and a comment. */
function isRest(text: string, from: number, stop: number): boolean {
  const at = skipBlanks(text, from);
  return at >= stop || (at > from && text.charCodeAt(at) === HASH);
}

/** Nothing, or a comment. On a line of its own that is so at its very beginning only: what is indented may belong to the value above. */
function isNothing(text: string, at: number, stop: number): boolean {
  return at >= stop || text.charCodeAt(at) === HASH;
}

function skipBlanks(text: string, at: number): number {
  while (text.charCodeAt(at) === BLANK) at++;
  return at;
}

/** The end of a line without its line break. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** The beginning of the line behind one that ends at `stop`. */
function nextLine(text: string, stop: number): number {
  if (stop >= text.length) return stop;
  return text.charCodeAt(stop) === 13 ? stop + 2 : stop + 1;
}
