import { toFrontMatter } from '../edits/toFrontMatter';
import { documentAt, type Isms, type IsmsDocument } from '../index/model';
import type { TextEdit } from '../text/edits';
import { lineAround } from '../text/lines';
import { overlaps, type Span } from '../text/span';

export interface ConversionOffer {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Writing what a document's text says of itself into its front matter. Offered where the cursor is at such a fact, in the
 * title or on the first line, so that no other line shows a bulb; `anywhere` where it was asked for by name.
 */
export function conversionOffer(
  isms: Isms,
  path: string,
  at: Span,
  anywhere: boolean,
): ConversionOffer | undefined {
  const document = documentAt(isms, path);
  if (document === undefined || !document.controlled) return undefined;
  if (!anywhere && !isAtFacts(document, at)) return undefined;
  const edits = toFrontMatter(document, isms.catalog);
  if (edits.length === 0) return undefined;
  const title =
    document.facts.frontMatter === undefined
      ? 'Convert to front matter'
      : 'Add what the text says to the front matter';
  return { title, edits };
}

function isAtFacts({ source: { text }, facts }: IsmsDocument, at: Span): boolean {
  const [heading] = facts.body.headings;
  const offsets = [0, ...(heading === undefined ? [] : [heading.span.start])];
  const inText = facts.metadata.filter((fact) => fact.carrier !== 'front-matter');
  const lines = [...offsets, ...inText.map((fact) => fact.span.start)].map((offset) =>
    lineAround(text, offset),
  );
  return lines.some((line) =>
    overlaps({ start: line.start, end: line.end + 1 }, { start: at.start, end: at.end + 1 }),
  );
}
