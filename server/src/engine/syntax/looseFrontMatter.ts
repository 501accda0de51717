import type { FrontMatterBlock } from './frontMatter';

type IsKnown = (key: string) => boolean;

const FIRST_KEY = /^(?:[ \t]*\r?\n)*(?=[a-z][\w-]*:(?:[ \t]|\r?\n))/;
const CLOSING = /^---[ \t]*$/gm;
/** A key as programs write it. "Owner: CISO" above a rule is a line of the text and read as such. */
const PLAIN_KEY = /^([a-z][\w-]*):(?:[ \t]|$)/;

/**
 * Keys and values that no `---` opens and one closes, as the generator Comply writes them. Markdown itself would take the
 * lines for a heading, so every line must be one of YAML, and two keys, one of them known, must be there.
 */
export function unopenedBlock(text: string, isKnown: IsKnown): FrontMatterBlock | undefined {
  const first = FIRST_KEY.exec(text);
  if (first === null) return undefined;
  const start = first[0].length;
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  if (closing === null) return undefined;
  const content = { start, end: start + text.slice(start, closing.index).trimEnd().length };
  const keys = keysOf(text.slice(content.start, content.end), PLAIN_KEY);
  if (keys === undefined || keys.length < 2 || !keys.some(isKnown)) return undefined;
  const span = { start, end: closing.index + closing[0].length };
  return { form: 'unopened', span, content, closed: true };
}

const COMMENT = /^\s*<!--[ \t]*(?:\r?\n)?(?:---[ \t]*\r?\n)?/;
const ANY_KEY = /^([\p{L}_][\p{L}\p{N}_ .-]*):(?:[ \t]|$)/u;

/**
 * Keys and values in an HTML comment that opens the file, with `---` around them or without. A comment about something
 * else, such as a licence, has no two keys that we know.
 */
export function commentedBlock(text: string, isKnown: IsKnown): FrontMatterBlock | undefined {
  const opening = COMMENT.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  const close = text.indexOf('-->', start);
  if (close < 0) return undefined;
  const inner = text.slice(start, close).replace(/(?:^|\r?\n)[ \t]*---\s*$/, '');
  const content = { start, end: start + inner.trimEnd().length };
  const keys = keysOf(text.slice(content.start, content.end), ANY_KEY) ?? [];
  const known = keys.filter(isKnown).length;
  if (known < 2 && !(known === 1 && keys.length === 1 && inner.split(':').length === 2)) return undefined;
  const span = { start: opening[0].indexOf('<!--'), end: close + 3 };
  return { form: 'comment', span, content, closed: true };
}

/** The keys of the first level; `undefined` where a line is none of YAML. */
function keysOf(content: string, key: RegExp): string[] | undefined {
  const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '');
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  const keys: string[] = [];
  for (const line of lines) {
    const own = line.startsWith(indent) ? line.slice(indent.length) : line;
    const name = key.exec(own)?.[1];
    if (name !== undefined) keys.push(name);
    else if (!/^(?:[ \t]+\S|-(?:[ \t]|$)|#|[\]}])/.test(own)) return undefined;
  }
  return keys;
}
