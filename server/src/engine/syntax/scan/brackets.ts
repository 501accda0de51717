/** A link or an image as it stands in a text: `[words](address "title")`. */
export interface Bracketed {
  readonly kind: 'link' | 'image';
  /** Offsets of the words between the brackets. */
  readonly from: number;
  readonly to: number;
  readonly url: string;
  /** Behind the closing parenthesis. */
  readonly end: number;
  /** The alternative text where the words are one image: the badges at the head of a page. */
  readonly alt?: string;
  /** That image. */
  readonly image?: Bracketed;
}

/** `text`: the brackets are text. `unsure`: only a parser can tell. */
export type BracketReading = Bracketed | 'text' | 'unsure';

/** Reads what an opening bracket begins. `closeOf` tells where a code span that begins at an offset ends. */
export function linkAt(
  text: string,
  at: number,
  end: number,
  codeEnd: (at: number) => number,
): BracketReading {
  if (text.startsWith('![', at + 1)) return badgeAt(text, at, end);
  const close = closingBracket(text, at + 1, end, codeEnd);
  if (close === undefined) return 'unsure';
  if (close < 0 || close + 1 >= end || text.charCodeAt(close + 1) !== PARENTHESIS) return 'text';
  const target = targetAt(text, close + 1, end);
  return target === undefined ? 'unsure' : { kind: 'link', from: at + 1, to: close, ...target };
}

/** Reads what `![` begins. Only an alternative text without any marks in it is understood. */
export function imageAt(text: string, at: number, end: number): BracketReading {
  let close = at + 2;
  while (close < end && !isSpecial(text.charCodeAt(close))) close++;
  if (close >= end || text.charCodeAt(close) !== CLOSING) return 'unsure';
  if (close + 1 >= end || text.charCodeAt(close + 1) !== PARENTHESIS) return 'text';
  const target = targetAt(text, close + 1, end);
  return target === undefined ? 'unsure' : { kind: 'image', from: at + 2, to: close, ...target };
}

const OPENING = 91;
const CLOSING = 93;
const PARENTHESIS = 40;
const BACKSLASH = 92;
const BACKTICK = 96;
const LESS_THAN = 60;

function badgeAt(text: string, at: number, end: number): BracketReading {
  const image = imageAt(text, at + 1, end);
  if (typeof image === 'string') return 'unsure';
  if (!text.startsWith('](', image.end) || image.end + 1 >= end) return 'unsure';
  const target = targetAt(text, image.end + 1, end);
  const alt = text.slice(image.from, image.to);
  return target === undefined
    ? 'unsure'
    : { kind: 'link', from: at + 1, to: image.end, alt, image, ...target };
}

/** The bracket that closes; -1 where there is none; `undefined` where others stand between. */
function closingBracket(
  text: string,
  from: number,
  end: number,
  codeEnd: (at: number) => number,
): number | undefined {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CLOSING) return at;
    if (code === OPENING || code === LESS_THAN) return undefined;
    if (code === BACKSLASH) at++;
    else if (code === BACKTICK) at = Math.abs(codeEnd(at)) - 1;
  }
  return -1;
}

/** The address and the end of `(address "title")`. Escapes, nested parentheses and pointed brackets are not understood. */
function targetAt(
  text: string,
  at: number,
  end: number,
): { readonly url: string; readonly end: number } | undefined {
  let from = at + 1;
  while (text.charCodeAt(from) === 32) from++;
  let to = from;
  while (to < end && isAddress(text.charCodeAt(to))) to++;
  let next = to;
  while (text.charCodeAt(next) === 32) next++;
  if (next > to && to > from && text.charCodeAt(next) === 34) {
    const close = text.indexOf('"', next + 1);
    if (close < 0 || close >= end || !isPlainTitle(text.slice(next + 1, close))) return undefined;
    next = close + 1;
    while (text.charCodeAt(next) === 32) next++;
  }
  if (next >= end || text.charCodeAt(next) !== 41) return undefined;
  return { url: text.slice(from, to), end: next + 1 };
}

function isPlainTitle(title: string): boolean {
  return !/[\\&\n\0]/.test(title);
}

/** Every character that stands for itself in an address. */
function isAddress(code: number): boolean {
  return (
    code > 32 &&
    code !== 127 &&
    code !== 40 &&
    code !== 41 &&
    code !== BACKSLASH &&
    code !== 38 &&
    code !== LESS_THAN
  );
}

/** What could be a mark within an alternative text. */
function isSpecial(code: number): boolean {
  return (
    code === CLOSING ||
    code === OPENING ||
    code === BACKSLASH ||
    code === BACKTICK ||
    code === LESS_THAN ||
    code === 38 ||
    code === 42 ||
    code === 95 ||
    code === 33 ||
    code < 32
  );
}
