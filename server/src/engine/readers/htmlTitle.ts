import type { Heading, MarkdownFacts } from '../syntax/markdownFacts';

const HTML_TITLE = /<h1\b[^>]{0,200}>([^]{1,400}?)<\/h1>/i;

/**
 * The headings with a title in HTML above them: `<h1 align="center">Access control</h1>` is how a title is centred. Only
 * where no heading of the first level stands in Markdown. `from` is where the text begins behind the front matter.
 */
export function withHtmlTitle(text: string, body: MarkdownFacts, from: number): MarkdownFacts {
  const [first] = body.headings;
  if (body.headings.some((heading) => heading.depth === 1)) return body;
  const head = text.slice(from, Math.min(first?.span.start ?? text.length, from + LATEST_TITLE));
  const match = HTML_TITLE.exec(head);
  const title = match === null ? '' : visible(match[1] ?? '');
  if (match === null || title === '') return body;
  const start = from + match.index;
  const span = { start, end: start + match[0].length };
  const heading: Heading = { depth: 1, text: title, span };
  return { ...body, headings: [heading, ...body.headings] };
}

/** A title stands at the top. */
const LATEST_TITLE = 4000;

function visible(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
