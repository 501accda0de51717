import type { Span } from '../text/span';
import type { Anchor } from './markdownFacts';

/** The ids and names in a piece of HTML that a link can lead to; a comment has none. */
export function htmlAnchors(text: string, span: Span): Anchor[] {
  const source = text
    .slice(span.start, span.end)
    .replace(/<!--[^]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...source.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s<>]{1,200})/gi)].map((match) => {
    const name = match[1] ?? '';
    const start = span.start + match.index + match[0].length - name.length;
    return { name, span: { start, end: start + name.length } };
  });
}
