import type { Inspection } from '../../engine/features/inspect/inspection';
import { inspectionPage } from '../../engine/features/inspect/page';
import { rangeOf, type Range, type Source } from '../../engine/text/source';
import type { Span } from '../../engine/text/span';
import type { Paint } from '../text/paint';
import { toJson } from './json';
import { pageText } from './page';

interface InspectedFile {
  /** As seen from the working directory. */
  readonly file: string;
  readonly source: Source;
}

export function inspectionText(
  inspection: Inspection,
  { file, source, paint, width }: InspectedFile & { readonly paint: Paint; readonly width: number },
): string {
  const placeOf = (span: Span): string => `line ${rangeOf(source, span).start.line + 1}`;
  return pageText(inspectionPage(inspection, file, placeOf), { paint, width });
}

/** The shape of `docs/schemas/inspect.schema.json`: every fact with its range. */
export function inspectionJson(
  inspection: Inspection,
  { file, source, version }: InspectedFile & { readonly version: string },
): string {
  const range = (span: Span): Range => rangeOf(source, span);
  const { document } = inspection;
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version },
    file,
    document: document === undefined ? null : documentJson(document, range),
    advice: inspection.advice,
    ...factsJson(inspection, range),
  });
}

type ToRange = (span: Span) => Range;

function documentJson({ status, span, ...document }: NonNullable<Inspection['document']>, range: ToRange) {
  return { ...document, status: status ?? null, range: span === undefined ? null : range(span) };
}

function factsJson(inspection: Inspection, range: ToRange) {
  const placed = <Fact extends { readonly span: Span }>({ span, ...fact }: Fact) => {
    return { ...fact, range: range(span) };
  };
  const many = <Fact extends { readonly spans: readonly Span[] }>({ spans, ...fact }: Fact) => {
    return { ...fact, ranges: spans.map(range) };
  };
  return {
    metadata: inspection.metadata.map((field) => {
      return { ...placed(field), outranked: field.outranked.map(placed) };
    }),
    controls: inspection.controls.map(({ title, section, ...control }) => {
      return { ...placed(control), title: title ?? null, section: section ?? null };
    }),
    citations: inspection.citations.map(({ title, ...citation }) => {
      return { ...many(citation), title: title ?? null };
    }),
    sections: inspection.sections.map(placed),
    tables: inspection.tables.map(({ heading, columns, ...table }) => {
      const meanings = columns.map(({ header, meaning }) => ({ header, meaning: meaning ?? null }));
      return { ...placed(table), heading: heading ?? null, columns: meanings };
    }),
    links: inspection.links.map(({ url, text, span }) => ({ url, text, range: range(span) })),
    suppressions: inspection.suppressions.map(({ kind, rule, controls, reason, until, by, span }) => {
      const said = { reason: reason ?? null, until: until ?? null, by: by ?? null };
      return { kind, rule, controls, range: range(span), ...said };
    }),
    ignored: inspection.ignored.map(many),
  };
}
