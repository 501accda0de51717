import type { SoaCell } from '../../facts/soaFacts';
import type { IsmsDocument, SoaEntry } from '../../index/model';
import type { Reference, Resolver } from '../../index/references';
import type { Span } from '../../text/span';

/** A part of a cell that refers to something. */
export interface CellReference {
  readonly span: Span;
  /** The target of a link, else the words as written. */
  readonly text: string;
  readonly isLink: boolean;
  readonly target: Reference;
}

/** What a cell refers to: its links, and between them paths, ids and titles, parted by commas, semicolons or line breaks. */
export function referencesIn(
  resolve: Resolver,
  { document, table }: SoaEntry,
  cell: SoaCell,
): CellReference[] {
  const links = linksIn(resolve, document, cell);
  const outside = gapsBetween(cell.span, links);
  const words = outside.flatMap((gap) => parts(document.source.text, gap, table.format !== undefined));
  return [
    ...links,
    ...words.map((span): CellReference => {
      const text = document.source.text.slice(span.start, span.end);
      return { span, text, isLink: false, target: resolve(document, text, false) };
    }),
  ].sort(byPlace);
}

export function byPlace(a: CellReference, b: CellReference): number {
  return a.span.start - b.span.start;
}

/** The links alone. */
export function linksIn(resolve: Resolver, document: IsmsDocument, cell: SoaCell): CellReference[] {
  return cell.links.map(({ url, span }) => ({
    span,
    text: url,
    isLink: true,
    target: resolve(document, url, true),
  }));
}

function gapsBetween(whole: Span, links: readonly CellReference[]): Span[] {
  const ordered = [...links].sort(byPlace);
  const starts = [whole.start, ...ordered.map(({ span }) => span.end)];
  const ends = [...ordered.map(({ span }) => span.start), whole.end];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? start;
    return start < end ? [{ start, end }] : [];
  });
}

const SEPARATOR = /\s*(?:[,;•·+]|<br\s*\/?>|\r?\n|<!--[\s\S]*?-->|\s(?:and|und|&)\s)\s*/giu;
/** Emphasis, quotes, brackets and dashes around a name. */
const DECORATION = /^[\s*_`"'()[\]–—-]+|[\s*_`"'()[\].–—-]+$/gu;

/** A place within what was named before, and words for nothing. */
const PLACE =
  /^(?:(?:§+|sections?|sect?\.|chapters?|ch\.|kapitel|abschnitte?|clauses?|pages?|p\.|seiten?|v|version)?\s*[\d.]+|n\/?a|none|keine?s?)$/iu;

function parts(text: string, gap: Span, isPlain: boolean): Span[] {
  const whole = text.slice(gap.start, gap.end);
  const separators = [...whole.matchAll(SEPARATOR)];
  const starts = [0, ...separators.map((match) => match.index + match[0].length)];
  const ends = [...separators.map((match) => match.index), whole.length];
  return starts.flatMap((start, index) => {
    const raw = whole.slice(start, ends[index]);
    const [lead = ''] = /^[\s*_`"'()[\]–—-]+/u.exec(raw) ?? [];
    const name = isPlain ? raw.trim() : raw.replace(DECORATION, '');
    const offset = isPlain ? raw.indexOf(name) : lead.length;
    const from = gap.start + start + offset;
    return /[\p{L}\p{N}]/u.test(name) && !PLACE.test(name) ? [{ start: from, end: from + name.length }] : [];
  });
}
