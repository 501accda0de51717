import type { Nodes, Root, Table as TableNode } from 'mdast';
import type { Span } from '../text/span';
import { collectComments, type Collected } from './collected';
import { htmlAnchors } from './anchors';
import { createLinkReader, type LinkReader } from './links';
import { readTable } from './table';
import { visibleText, type Places } from './tree';

/** Notes the facts of a syntax tree. `places` says where its nodes stand in `text`. */
export function collectTree(root: Root, text: string, places: Places, into: Collected): void {
  const tree = { text, places, into, linkOf: createLinkReader(root, text, places) };
  for (const child of root.children) collect(child, tree, undefined);
}

interface Tree {
  readonly text: string;
  readonly places: Places;
  readonly into: Collected;
  readonly linkOf: LinkReader;
}

function collect(node: Nodes, tree: Tree, block: Span | undefined): void {
  const { text, places, into } = tree;
  const span = places(node);
  switch (node.type) {
    case 'heading':
      into.headings.push({ depth: node.depth, text: visibleText(node).replace(/\s+/g, ' '), span });
      break;
    case 'table':
      collectTable(node, tree);
      return;
    case 'paragraph':
      into.paragraphs.push(span);
      break;
    case 'list':
      into.lists.push({
        span,
        items: node.children.flatMap((item) =>
          item.children[0] === undefined ? [] : [places(item.children[0])],
        ),
      });
      break;
    case 'html':
      into.anchors.push(...htmlAnchors(text, span));
      collectComments(text, span, false, into);
      return;
    case 'text':
    case 'inlineCode':
      into.prose.push({ span, block: block ?? span, code: node.type === 'inlineCode' });
      return;
    case 'code':
      return;
    default:
      collectLink(node, tree, block);
  }
  if (!('children' in node)) return;
  const inner = node.type === 'paragraph' || node.type === 'heading' ? span : block;
  for (const child of node.children) collect(child, tree, inner);
}

function collectLink(node: Nodes, { into, linkOf }: Tree, block: Span | undefined): void {
  const link = linkOf(node, block);
  if (link === undefined) return;
  if (node.type === 'image' || node.type === 'imageReference') into.images.push(link);
  else into.links.push(link);
}

function collectTable(node: TableNode, tree: Tree): void {
  const { text, places, into } = tree;
  into.tables.push(readTable(node, text, places, into.headings.at(-1)));
  for (const row of node.children) {
    for (const cell of row.children) {
      for (const child of cell.children) collectCell(child, tree, places(row));
    }
  }
}

function collectCell(node: Nodes, tree: Tree, row: Span): void {
  const { text, places, into } = tree;
  const span = places(node);
  if (node.type === 'html') {
    into.anchors.push(...htmlAnchors(text, span));
    return collectComments(text, span, true, into);
  }
  collectLink(node, tree, row);
  if (node.type === 'text' || node.type === 'inlineCode')
    into.prose.push({ span, block: row, code: node.type === 'inlineCode', cell: true });
  if ('children' in node) for (const child of node.children) collectCell(child, tree, row);
}
