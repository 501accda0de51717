import type { Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Collected } from './collected';
import { placesFrom } from './tree';
import { collectTree } from './treeFacts';

/**
 * Reads a piece of a text with remark. The result says whether nothing of the piece's last block may go on behind it: a
 * fence or a comment that is not closed takes in whatever follows.
 */
export function readWithRemark(text: string, start: number, end: number, into: Collected): boolean {
  const root = processor().parse(text.slice(start, end)) as Root;
  collectTree(root, text, placesFrom(start), into);
  return isClosed(root.children.at(-1));
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

/** The tags of elements that a blank line ends; a few others, comments and the like go on to their own end. */
const ENDS_AT_BLANK_LINE = /^<\/?(?!(?:script|pre|style|textarea)\b)[a-z]/i;

function isClosed(node: Nodes | undefined): boolean {
  if (node === undefined) return true;
  if (node.type === 'code') return false;
  if (node.type === 'html') return ENDS_AT_BLANK_LINE.test(node.value);
  return !('children' in node) || isClosed(node.children.at(-1));
}
