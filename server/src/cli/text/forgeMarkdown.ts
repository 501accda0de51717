import { escapeMarkdown } from '../../engine/features/markdown';
import { printableLine } from './printable';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Words of a document as Markdown on a forge: shown as they are, on one line, without calling anybody by `@name` and
 * without becoming a link to an issue by `#12`.
 */
export function forgeText(text: string): string {
  return breakMentions(escapeMarkdown(printableLine(text)));
}

/** Text in which a forge finds nobody to call and no issue to link. */
export function breakMentions(text: string): string {
  return text
    .replace(/(?<![\w/.])@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
    .replace(/\bGH-(?=\d)/gi, (match) => match + ZERO_WIDTH_SPACE);
}

/** A path or an id as code, also inside a table. */
export function forgeCode(text: string): string {
  const line = printableLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}
