import type { ControlReference, Section } from '../facts/facts';
import { namespaceOfFramework } from '../ids/framework';
import { scanIds } from '../ids/scan';
import type { MarkdownFacts, MarkdownList } from '../syntax/markdownFacts';
import type { Span } from '../text/span';
import type { ReadContext } from './context';
import { sectionAt } from './section';

/**
 * Reads a list of controls such as `- A 5.15 — Access control` below a heading or sentence that says so ("Related
 * controls", "ISO/IEC 27001:2022, Annex A:"). Every item must begin with an id: a list of duties that mentions one is none.
 */
export function readRelatedControls(
  text: string,
  body: Pick<MarkdownFacts, 'headings' | 'paragraphs' | 'lists'>,
  firstList: number,
  context: ReadContext,
): ControlReference[] {
  let list = firstList;
  return body.lists.flatMap((each) => {
    const leadIn = leadInOf(text, each, body);
    if (leadIn === undefined || !announcesControls(leadIn, context)) return [];
    const section = sectionAt(body.headings, each.span.start);
    const references = each.items.map((item) => idsAtStart(text, item, { key: leadIn, list, section }));
    if (references.some((found) => found.length === 0)) return [];
    list++;
    return references.flat();
  });
}

/** The sentence directly above the list, else the heading directly above it. */
function leadInOf(
  text: string,
  list: MarkdownList,
  body: Pick<MarkdownFacts, 'headings' | 'paragraphs'>,
): string | undefined {
  const { start } = list.span;
  const directly = (span: Span): boolean => text.slice(span.end, start).trim() === '';
  const paragraph = body.paragraphs[countEnded(body.paragraphs, (span) => span.end, start) - 1];
  if (paragraph !== undefined && directly(paragraph)) return text.slice(paragraph.start, paragraph.end);
  const heading = body.headings[countEnded(body.headings, ({ span }) => span.end, start) - 1];
  return heading !== undefined && directly(heading.span) ? heading.text : undefined;
}

/** How many of the blocks, which are in the order of the text, end at or above an offset. */
function countEnded<Block>(
  blocks: readonly Block[],
  endOf: (block: Block) => number,
  offset: number,
): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(blocks[middle] as Block) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function announcesControls(leadIn: string, context: ReadContext): boolean {
  if (leadIn.length > 400) return false;
  return (
    context.vocabulary.isControlListHeading(leadIn.replace(/[:*_\s]+$/, '')) ||
    namespaceOfFramework(firstFramework(leadIn)) === 'iso27001:2022'
  );
}

/** The part of a sentence that names a standard, so that words around it do not pass for another framework. */
function firstFramework(leadIn: string): string {
  return /(?:ISO[\s/-]*(?:IEC)?[\s-]*)?2700[12][^;,.]*|\b(?:Annex|Anhang)\sA\b/i.exec(leadIn)?.[0] ?? '';
}

interface Place extends Pick<ControlReference, 'key' | 'list'> {
  readonly section: Section | undefined;
}

function idsAtStart(text: string, item: Span, { key, list, section }: Place): ControlReference[] {
  const source = text.slice(item.start, item.end);
  const mentions = scanIds(source, { offset: item.start, bare: 'none', namespace: 'iso27001:2022' });
  const [first] = mentions;
  if (first === undefined || !/^[\s*_`[(-]*$/.test(source.slice(0, first.span.start - item.start))) return [];
  return mentions
    .filter(
      (mention) =>
        /^[\s*_`[(,;&+–—-]*$|^\W*and\W*$/.test(
          source.slice(
            first.span.end - item.start,
            Math.max(first.span.end, mention.span.start) - item.start,
          ),
        ) || mention === first,
    )
    .map((mention) => ({
      mention,
      carrier: 'related-list',
      key: key.replace(/[:\s]+$/, ''),
      container: item,
      list,
      ...(section !== undefined && { section }),
    }));
}
