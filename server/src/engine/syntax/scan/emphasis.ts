/** A run of `*` or `_`, and what of it is still text. */
export interface Run {
  readonly code: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Characters that turned out to be marks of emphasis. */
export interface EmphasisMark {
  readonly start: number;
  readonly end: number;
}

const ASTERISK = 42;

/** Reads the run that begins at `start`. `text` holds the characters around it that decide what it may do. */
export function runAt(text: string, start: number): Run {
  const code = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === code) end++;
  const before = start === 0 ? 0 : text.charCodeAt(start - 1);
  const after = end === text.length ? 0 : text.charCodeAt(end);
  const kindBefore = kindOf(before);
  const kindAfter = kindOf(after);
  const opens = kindAfter === WORD || (kindAfter === PUNCTUATION && kindBefore !== WORD);
  const closes = kindBefore === WORD || (kindBefore === PUNCTUATION && kindAfter !== WORD);
  if (code === ASTERISK) return { code, start, end, opens, closes };
  return {
    code,
    start,
    end,
    opens: opens && (kindBefore !== WORD || !closes),
    closes: closes && (kindAfter !== WORD || !opens),
  };
}

/** Which characters of the runs are marks, by place. The work grows with the number of runs alone. */
export function resolveEmphasis(runs: readonly Run[]): EmphasisMark[] {
  const marks: EmphasisMark[] = [];
  const openers: Run[] = [];
  // Below these heights no opener fits a closer of that kind, so it is not looked for there again.
  const bottoms = new Map<number, number>();
  for (const closer of runs) {
    while (closer.closes && closer.start < closer.end) {
      const kind = closer.code * 6 + ((closer.end - closer.start) % 3) * 2 + (closer.opens ? 1 : 0);
      const at = findOpener(openers, closer, bottoms.get(kind) ?? 0);
      if (at < 0) {
        bottoms.set(kind, openers.length);
        break;
      }
      openers.length = at + 1;
      const opener = openers[at] as Run;
      const width = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
      opener.end -= width;
      marks.push({ start: opener.end, end: opener.end + width });
      marks.push({ start: closer.start, end: closer.start + width });
      closer.start += width;
      if (opener.start === opener.end) openers.pop();
      for (const [each, bottom] of bottoms) bottoms.set(each, Math.min(bottom, at));
    }
    if (closer.opens && closer.start < closer.end) openers.push(closer);
  }
  return marks.sort((a, b) => a.start - b.start);
}

function findOpener(openers: readonly Run[], closer: Run, bottom: number): number {
  const closing = closer.end - closer.start;
  for (let at = openers.length - 1; at >= bottom; at--) {
    const opener = openers[at] as Run;
    if (opener.code !== closer.code) continue;
    const opening = opener.end - opener.start;
    const both = opener.closes || closer.opens;
    if (both && closing % 3 !== 0 && (opening + closing) % 3 === 0) continue;
    return at;
  }
  return -1;
}

const BLANK = 0;
const PUNCTUATION = 1;
const WORD = 2;
const OTHER_PUNCTUATION = /[\p{P}\p{S}]/u;

/** Zero stands for the edges of the text and for hard breaks, which count as blanks. */
function kindOf(code: number): number {
  if (code === 0 || code === 32 || code === 10 || code === 9) return BLANK;
  if (code < 128) {
    const isWord =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code < 33;
    return isWord ? WORD : PUNCTUATION;
  }
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return BLANK;
  return OTHER_PUNCTUATION.test(character) ? PUNCTUATION : WORD;
}
