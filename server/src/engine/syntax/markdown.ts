import { createCollected } from './collected';
import type { MarkdownFacts } from './markdownFacts';
import type * as Remark from './remark';
import { scanMarkdown, type Parser } from './scan/scan';

/**
 * Reads the parts of a Markdown body that the readers need, from `offset` to the end of the text; all spans are offsets
 * into the text. Never throws: everything is Markdown. What is plain is scanned, a hundred times as fast as it would be
 * parsed; the rest goes to remark, block by block, and nobody above notices which of the two has read a fact.
 */
export function readMarkdown(text: string, offset = 0): MarkdownFacts {
  const into = createCollected();
  const parse: Parser = (start, end, collected) => remark().readWithRemark(text, start, end, collected);
  scanMarkdown(text, offset, into, parse);
  return into;
}

/** The same facts, read with remark alone: what the scan must agree with. */
export function readMarkdownWithRemark(text: string, offset = 0): MarkdownFacts {
  const into = createCollected();
  remark().readWithRemark(text, offset, text.length, into);
  return into;
}

/** remark takes longer to load than a thousand plain documents to scan, so it is loaded by the first that needs it. */
function remark(): typeof Remark {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be evaluated at the start
  return require('./remark') as typeof Remark;
}
