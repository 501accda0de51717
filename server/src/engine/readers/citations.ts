import type { Citation } from '../facts/facts';
import { namespaceBefore } from '../ids/framework';
import { hasDigit, prefixIn } from '../ids/idStart';
import type { IdMention } from '../ids/mention';
import { scanAllIds, type OwnIds } from '../ids/ownIds';
import type { MarkdownFacts } from '../syntax/markdownFacts';
import { contains, type Span } from '../text/span';

/**
 * Every control id that the text mentions, with the paragraph around it. In a document about a standard that looks alike
 * (`aboutLookAlike`) an id is that standard's unless the text names ours before it. `histories` are the tables that tell of
 * former versions.
 */
export function readCitations(
  text: string,
  body: MarkdownFacts,
  aboutLookAlike: boolean,
  own: OwnIds | undefined,
  histories: readonly Span[],
): Citation[] {
  const citations: Citation[] = [];
  // Where nothing that an id of a standard begins with stands, one of the organisation's own may.
  const mayHoldId = own === undefined ? prefixIn(text) : (): boolean => true;
  for (const segment of body.prose) {
    if (!mayHoldId(segment.span)) continue;
    const slice = text.slice(segment.span.start, segment.span.end);
    // An own id without a digit is no citation either.
    if (own !== undefined && !hasDigit(slice)) continue;
    const mentions = scanAllIds(slice, { offset: segment.span.start, bare: 'none' }, own);
    if (mentions.length === 0) continue;
    const inHistory = histories.some((table) => contains(table, segment.span));
    for (const found of mentions) {
      const foreign =
        aboutLookAlike &&
        found.namespace !== 'own' &&
        namespaceBefore(text, found.span.start) === undefined &&
        !found.text.includes('27001');
      const mention: IdMention = foreign ? { ...found, namespace: 'other' } : found;
      citations.push({ mention, block: segment.block, inTable: segment.cell === true, inHistory });
    }
  }
  return citations;
}
