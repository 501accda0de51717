import type { ControlReference } from '../facts/facts';
import { scanIds } from '../ids/scan';
import type { Heading, MarkdownFacts } from '../syntax/markdownFacts';
import type { Span } from '../text/span';

const ANNEX_LINE =
  /\((?:ISO(?:\/IEC)?\s?27001(?::2022)?\s?,?\s)?(?:Annex|Anhang)\sA\s?:\s?([^()\n]{1,400})\)/gi;

/** Reads `(Annex A: A.5.3, A.5.15–A.5.18)` in a paragraph or heading: the section above it carries these controls out. */
export function readAnnexLines(
  text: string,
  body: Pick<MarkdownFacts, 'headings' | 'paragraphs'>,
  firstList: number,
): ControlReference[] {
  let list = firstList;
  return [...body.headings.map((heading) => heading.span), ...body.paragraphs]
    .sort((a, b) => a.start - b.start)
    .flatMap((block) => annexLinesIn(text, block, body.headings, () => list++));
}

function annexLinesIn(
  text: string,
  block: Span,
  headings: readonly Heading[],
  nextList: () => number,
): ControlReference[] {
  const references: ControlReference[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(ANNEX_LINE)) {
    const ids = match[1] ?? '';
    const start = block.start + match.index + match[0].length - 1 - ids.length;
    const container = { start, end: start + ids.length };
    const section = headings.filter((heading) => heading.span.start <= block.start).at(-1);
    const list = nextList();
    for (const mention of scanIds(ids, { offset: start, bare: 'control', namespace: 'iso27001:2022' })) {
      references.push({ mention, carrier: 'annex-line', key: section?.text ?? 'Annex A', container, list });
    }
  }
  return references;
}
