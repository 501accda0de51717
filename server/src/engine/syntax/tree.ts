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

/** Where a node stands in the text that its tree was parsed from. */
export type Places = (node: Nodes) => Span;

/** The places of a tree that was parsed from the piece of a text that begins at `offset`. */
export function placesFrom(offset: number): Places {
  return ({ position }) => ({
    start: offset + (position?.start.offset ?? 0),
    end: offset + (position?.end.offset ?? 0),
  });
}
