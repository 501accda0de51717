import type { FileFacts } from '../../facts/facts';
import type { Span } from '../../text/span';
import type { InspectedSection } from './inspection';

/** The headings of a document, each with the controls that are named below it. */
export function sectionsOf({ body, references, citations }: FileFacts): InspectedSection[] {
  const mentions = [...references, ...citations].map(({ mention }) => mention);
  return body.headings.map(({ text, depth, span }, index) => {
    const end = body.headings[index + 1]?.span.start ?? Infinity;
    const below = mentions.filter(
      (mention) =>
        mention.namespace !== 'other' && mention.span.start >= span.start && mention.span.start < end,
    );
    return { title: text, depth, span, controls: [...new Set(below.flatMap(({ ids }) => ids))] };
  });
}

/** The last heading above a place. */
export function headingAt(
  { body }: Pick<FileFacts, 'body'>,
  { start }: Span,
): FileFacts['body']['headings'][number] | undefined {
  return body.headings.filter((heading) => heading.span.start <= start).at(-1);
}
