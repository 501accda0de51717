import type { Citation } from '../facts/facts';
import { scanIds } from '../ids/scan';
import type { MarkdownFacts } from '../syntax/markdownFacts';

/** Every control id that the text mentions, with the paragraph around it. */
export function readCitations(text: string, body: MarkdownFacts): Citation[] {
  const citations: Citation[] = [];
  for (const segment of body.prose) {
    const slice = text.slice(segment.span.start, segment.span.end);
    if (!/\d/.test(slice)) continue;
    for (const mention of scanIds(slice, { offset: segment.span.start, bare: 'none' })) {
      citations.push({ mention, block: segment.block, inTable: segment.cell === true });
    }
  }
  return citations;
}
