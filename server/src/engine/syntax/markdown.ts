import type { Nodes, Root, Table as TableNode } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Span } from '../text/span';
import { readTable } from './table';
import { spanOfNode, visibleText } from './tree';
import type {
  Comment,
  Heading,
  Link,
  MarkdownFacts,
  MarkdownList,
  ProseSegment,
  Table,
} from './markdownFacts';

/**
 * Reads the parts of a Markdown body that the readers need. `text` is the whole file with its front matter blanked
 * out, so that all spans are offsets into the file. Never throws: everything is Markdown.
 */
export function readMarkdown(text: string): MarkdownFacts {
  const root = processor().parse(text) as Root;
  const collected: Collected = {
    headings: [],
    tables: [],
    links: [],
    comments: [],
    prose: [],
    paragraphs: [],
    lists: [],
  };
  for (const child of root.children) collect(child, text, collected, undefined);
  return collected;
}

interface Collected extends MarkdownFacts {
  readonly headings: Heading[];
  readonly tables: Table[];
  readonly links: Link[];
  readonly comments: Comment[];
  readonly prose: ProseSegment[];
  readonly paragraphs: Span[];
  readonly lists: MarkdownList[];
}

/** Tables only: the rest of GitHub's extensions costs more than all else together and yields nothing for us. */
function processor(): Processor {
  return unified()
    .use(remarkParse)
    .use(function withTables(this: Processor) {
      const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
      (data.micromarkExtensions ??= []).push(gfmTable());
      (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
    }) as unknown as Processor;
}

function collect(node: Nodes, text: string, into: Collected, block: Span | undefined): void {
  const span = spanOfNode(node);
  switch (node.type) {
    case 'heading':
      into.headings.push({ depth: node.depth, text: visibleText(node).replace(/\s+/g, ' '), span });
      break;
    case 'table':
      collectTable(node, text, into);
      return;
    case 'paragraph':
      into.paragraphs.push(span);
      break;
    case 'list':
      into.lists.push({
        span,
        items: node.children.flatMap((item) =>
          item.children[0] === undefined ? [] : [spanOfNode(item.children[0])],
        ),
      });
      break;
    case 'link':
      into.links.push({ url: node.url, text: visibleText(node), span, block: block ?? span });
      break;
    case 'html':
      collectComments(text, span, false, into);
      return;
    case 'text':
    case 'inlineCode':
      into.prose.push({ span, block: block ?? span, code: node.type === 'inlineCode' });
      return;
    case 'code':
      return;
  }
  if (!('children' in node)) return;
  const inner = node.type === 'paragraph' || node.type === 'heading' ? span : block;
  for (const child of node.children) collect(child, text, into, inner);
}

function collectTable(node: TableNode, text: string, into: Collected): void {
  const table = readTable(node, text, into.headings.at(-1));
  into.tables.push(table);
  for (const [index, row] of node.children.entries()) {
    for (const cell of row.children) {
      for (const child of cell.children)
        collectCell(child, text, into, spanOfNode(node.children[index] ?? row));
    }
  }
}

function collectCell(node: Nodes, text: string, into: Collected, row: Span): void {
  const span = spanOfNode(node);
  if (node.type === 'html') return collectComments(text, span, true, into);
  if (node.type === 'link') into.links.push({ url: node.url, text: visibleText(node), span, block: row });
  if (node.type === 'text' || node.type === 'inlineCode')
    into.prose.push({ span, block: row, code: node.type === 'inlineCode', cell: true });
  if ('children' in node) for (const child of node.children) collectCell(child, text, into, row);
}

function collectComments(text: string, span: Span, inTable: boolean, into: Collected): void {
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
