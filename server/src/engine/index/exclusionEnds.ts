import type { SoaRow } from '../facts/soaFacts';
import { readDate } from '../text/date';
import type { Span } from '../text/span';
import type { Isms } from './model';

/** The end or the date of review of an exclusion. */
export interface ExclusionEnd {
  /** Its last day. */
  readonly last: string;
  readonly span: Span;
}

const UNTIL =
  /\b(?:until|valid until|review by|bis|gültig bis|befristet bis|até|hasta|tot|jusqu'au):[*_]*\s*([^|,;()<>\n]{4,24})/giu;

/** The ends of an exclusion. A month or a year ends with its last day; what means two days is no date. */
export function exclusionEnds(isms: Isms, row: SoaRow, text: string): ExclusionEnd[] {
  const inColumns = row.dates
    .filter(({ header }) => isms.vocabulary.soaWords.isEndDate(header))
    .map(({ cell }) => ({ value: cell.text, span: cell.span }));
  const inText = [row.exclusion, row.justification].flatMap((cell) =>
    cell === undefined ? [] : untilIn(text, cell.span),
  );
  return [...inColumns, ...inText].flatMap(({ value, span }) => {
    const reading = readDate(value, isms.vocabulary.dates);
    return reading.kind === 'date' ? [{ last: reading.last, span }] : [];
  });
}

function untilIn(text: string, cell: Span): { readonly value: string; readonly span: Span }[] {
  const written = text.slice(cell.start, cell.end);
  if (!written.includes(':')) return [];
  return [...written.matchAll(UNTIL)].map((match) => {
    const [whole, value = ''] = match;
    const date = value.replace(/[\s.*_]+$/, '');
    const start = cell.start + match.index;
    return { value: date, span: { start, end: start + whole.length - value.length + date.length } };
  });
}
