import { isWhiteSpace } from './characters';

/** Stands in for what a reader does not see, so that offsets stay true until the sentences are cut. */
export const HIDDEN = '\0';

/**
 * A text as long as before with `HIDDEN` for everything from `start` on that a reader does not see. Comments may span
 * lines and link targets hold full stops: both are hidden before lines are looked at.
 */
export function withoutHidden(markdown: string, start = 0): string {
  const parts: string[] = [];
  let from = 0;
  for (let open = markdown.indexOf('<!--', start); open >= 0; open = markdown.indexOf('<!--', from)) {
    const close = markdown.indexOf('-->', open + 4);
    const end = close < 0 ? markdown.length : close + 3;
    parts.push(markdown.slice(from, open), HIDDEN.repeat(end - open));
    from = end;
  }
  return withoutTargets(from === 0 ? markdown : [...parts, markdown.slice(from)].join(''), start);
}

const LONGEST_TARGET = 2000;

/** `](target)` without what is in the parentheses, and these. The parts are joined at once, so that reading is fast. */
function withoutTargets(markdown: string, start: number): string {
  const parts: string[] = [];
  let from = 0;
  for (let open = markdown.indexOf('](', start); open >= 0; open = markdown.indexOf('](', open + 2)) {
    const end = targetEnd(markdown, open + 2);
    if (end === undefined) continue;
    parts.push(markdown.slice(from, open + 1), HIDDEN.repeat(end - open - 1));
    from = end;
  }
  if (from === 0) return markdown;
  parts.push(markdown.slice(from));
  return parts.join('');
}

/** Behind the parenthesis that closes a target. */
function targetEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + LONGEST_TARGET + 1);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x29) return at + 1;
    if (code === 0x28 || isWhiteSpace(code)) return undefined;
  }
  return undefined;
}
