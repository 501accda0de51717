import type { Definition, Nodes, Root } from 'mdast';
import type { Span } from '../text/span';
import type { Link } from './markdownFacts';
import { visibleText, type Places } from './tree';

/** Reads a node as a link or an image, whichever way it is written; `undefined` for every other node. */
export type LinkReader = (node: Nodes, block: Span | undefined) => Link | undefined;

/** Links may name definitions that stand anywhere in the text, so those are looked up first. */
export function createLinkReader(root: Root, text: string, places: Places): LinkReader {
  const definitions = new Map<string, Definition>();
  for (const child of root.children) collectDefinitions(child, definitions);
  return (node, block) => {
    const span = places(node);
    const common = { text: visibleText(node), span, block: block ?? span };
    if (node.type === 'link' || node.type === 'image') return { url: node.url, ...common };
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return undefined;
    const target = targetOf(definition, text, places);
    return { url: definition.url, ...common, ...(target !== undefined && { target }) };
  };
}

/** The first definition of a name counts. */
function collectDefinitions(node: Nodes, into: Map<string, Definition>): void {
  if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node);
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'table')
    for (const child of node.children) collectDefinitions(child, into);
}

/** Where the target stands; `undefined` where it is written with escapes. */
function targetOf(definition: Definition, text: string, places: Places): Span | undefined {
  const { start, end } = places(definition);
  const opening = text.indexOf(']:', start);
  const at = opening < 0 || definition.url === '' ? -1 : text.indexOf(definition.url, opening + 2);
  const stop = at + definition.url.length;
  return at < 0 || stop > end ? undefined : { start: at, end: stop };
}
