import type { TextEdit } from '../text/edits';
import { lineBreakOf } from '../text/source';

/**
 * The edit that appends a bullet to the Markdown before `end`, the start of the next heading or the end of the text. It
 * goes on with a bullet list that stands there, in its marker; else a list begins.
 */
export function appendListItem(text: string, end: number, item: string): TextEdit {
  const lineBreak = lineBreakOf(text);
  const before = text.slice(0, end).trimEnd();
  const marker = bulletAtEnd(before);
  const gap = marker === undefined ? lineBreak + lineBreak : lineBreak;
  const span = { start: before.length, end: before.length };
  // A file without a last line break gets one, and a heading that follows keeps a blank line above it.
  const tail = text.slice(before.length, end) === '' ? lineBreak : '';
  return { span, newText: `${gap}${marker ?? '-'} ${item}${tail}` };
}

/** The bullet of a list whose last line ends the text; `undefined` where something else does. */
function bulletAtEnd(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const bullet = /^([-*+])[ \t]+\S/.exec(line)?.[1];
    if (bullet !== undefined) return bullet;
    // Lines that are indented belong to the item above them; all else is no list.
    if (!/^[ \t]+\S/.test(line)) return undefined;
  }
  return undefined;
}
