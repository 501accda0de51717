import type { Span } from '../text/span';
import type {
  Anchor,
  Comment,
  Heading,
  Link,
  MarkdownFacts,
  MarkdownList,
  ProseSegment,
  Table,
} from './markdownFacts';

/** Facts while they are gathered: the scan and remark write into the same lists, in the order of the text. */
export interface Collected extends MarkdownFacts {
  readonly headings: Heading[];
  readonly tables: Table[];
  readonly links: Link[];
  readonly images: Link[];
  readonly anchors: Anchor[];
  readonly comments: Comment[];
  readonly prose: ProseSegment[];
  readonly paragraphs: Span[];
  readonly lists: MarkdownList[];
}

export function createCollected(): Collected {
  return {
    headings: [],
    tables: [],
    links: [],
    images: [],
    anchors: [],
    comments: [],
    prose: [],
    paragraphs: [],
    lists: [],
  };
}

/** How much was gathered at one moment. */
export type Mark = readonly number[];

export function markOf(collected: Collected): Mark {
  return listsOf(collected).map((list) => list.length);
}

/** Takes back what was gathered since then. */
export function resetTo(mark: Mark, collected: Collected): void {
  listsOf(collected).forEach((list, index) => (list.length = mark[index] ?? 0));
}

function listsOf(collected: Collected): unknown[][] {
  const { headings, tables, links, images, anchors, comments, prose, paragraphs, lists } = collected;
  return [headings, tables, links, images, anchors, comments, prose, paragraphs, lists];
}

/** Notes the comments of a piece of HTML. */
export function collectComments(text: string, span: Span, inTable: boolean, into: Collected): void {
  const source = text.slice(span.start, span.end);
  for (let from = source.indexOf('<!--'); from >= 0;) {
    const end = source.indexOf('-->', from + 4);
    if (end < 0) return;
    into.comments.push({
      text: source.slice(from + 4, end).trim(),
      span: { start: span.start + from, end: span.start + end + 3 },
      inTable,
    });
    from = source.indexOf('<!--', end);
  }
}
