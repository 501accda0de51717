import type { Nodes, Root, Table as TableNode } from 'mdast';
import type { Span } from '../text/span';
import { collectComments, type Collected } from './collected';
import { readTable } from './table';
import { visibleText, type Places } from './tree';

/** Notes the facts of a syntax tree. `places` says where its nodes stand in `text`. */
export function collectTree(root: Root, text: string, places: Places, into: Collected): void {
  for (const child of root.children) collect(child, { text, places, into }, undefined);
}

interface Tree {
  readonly text: string;
  readonly places: Places;
  readonly into: Collected;
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
  for (const child of node.children) collect(child, tree, inner);
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
  if (node.type === 'html') return collectComments(text, span, true, into);
  if (node.type === 'link') into.links.push({ url: node.url, text: visibleText(node), span, block: row });
  if (node.type === 'text' || node.type === 'inlineCode')
    into.prose.push({ span, block: row, code: node.type === 'inlineCode', cell: true });
  if ('children' in node) for (const child of node.children) collectCell(child, tree, row);
}
