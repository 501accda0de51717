import type { Nodes } from 'mdast';
import type { Span } from '../text/span';

/** The text of a node as a reader sees it: no emphasis, no link targets, no comments; an image is its alternative text. */
export function visibleText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? ' ' : '';
  return 'children' in node ? node.children.map(visibleText).join('') : '';
}

export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
