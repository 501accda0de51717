import type { Vocabulary } from '../catalog/vocabulary';
import type { Carrier, MetadataFact, MetadataField } from '../facts/facts';
import { lineAround } from '../text/lines';
import { lineBreakOf } from '../text/source';
import type { TextEdit } from '../text/edits';
import type { Span } from '../text/span';
import { delimiterRow, insertRowBelow, tableRow } from './tableCell';

/** The carriers that take one more line. */
const TAKES_LINES: readonly Carrier[] = ['document-table', 'quote', 'bold-line', 'plain-line'];

/**
 * The edit that adds fields without a value where the text keeps its document control, in the author's own form and
 * language: rows of the table, or lines like the ones that are there. `undefined` where there are none.
 */
export function addControlFields(
  text: string,
  metadata: readonly MetadataFact[],
  fields: readonly MetadataField[],
  vocabulary: Vocabulary,
): TextEdit[] | undefined {
  const siblings = mainCarrier(metadata);
  const last = siblings.at(-1);
  if (last === undefined) return undefined;
  const labels = labelsLike(siblings, vocabulary);
  const words = fields.map((field) => labels[field] ?? field);
  if (last.carrier === 'document-table') return rows(text, last.span, words);
  const { at, newText } = lines(text, siblings, words);
  return [{ span: { start: at, end: at }, newText }];
}

/** The facts of the carrier that holds most of them, in the order of the text. */
function mainCarrier(metadata: readonly MetadataFact[]): MetadataFact[] {
  const groups = TAKES_LINES.map((carrier) => metadata.filter((fact) => fact.carrier === carrier));
  const [main = []] = groups.sort((a, b) => b.length - a.length);
  return [...main].sort((a, b) => a.span.start - b.span.start);
}

/** The labels of the language in which most of the author's own are. */
function labelsLike(
  siblings: readonly MetadataFact[],
  { writtenLabels }: Vocabulary,
): Vocabulary['writtenLabels'][number] {
  const score = (labels: Vocabulary['writtenLabels'][number]): number =>
    siblings.filter(({ field, key }) => labels[field]?.toLowerCase() === key.toLowerCase()).length;
  return [...writtenLabels].sort((a, b) => score(b) - score(a))[0] ?? {};
}

function rows(text: string, fact: Span, words: readonly string[]): TextEdit[] {
  const own = rowAt(text, fact.start);
  const header = headerOf(text, own);
  const above = own.start === header.start ? delimiterRow(text, header) : own;
  const neighbour = own.start === header.start ? undefined : own;
  return words.map((word, order) => {
    const row = tableRow(text, header, neighbour, [word, '']);
    // Without outer bars an empty cell at the end would be none.
    return insertRowBelow(text, above, row.startsWith('|') ? row : `| ${word} | |`, order);
  });
}

/** The row without the quote marks and blanks before it. */
function rowAt(text: string, offset: number): Span {
  const line = lineAround(text, offset);
  const lead = /^[>\s]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  return { start: line.start + lead, end: line.end };
}

function headerOf(text: string, row: Span): Span {
  let header = row;
  for (let start = lineAround(text, row.start).start; start > 0;) {
    const above = rowAt(text, start - 1);
    if (!text.slice(above.start, above.end).includes('|')) break;
    header = above;
    start = lineAround(text, above.start).start;
  }
  return header;
}

/** Lines in the manner of the last one, parted as the last two are. */
function lines(
  text: string,
  siblings: readonly MetadataFact[],
  words: readonly string[],
): { readonly at: number; readonly newText: string } {
  const last = siblings.at(-1) as MetadataFact;
  const line = lineAround(text, last.span.start);
  const end = line.start + text.slice(line.start, line.end).replace(/[\s\\]+$/, '').length;
  const start = siblings.find((fact) => fact.keySpan.start >= line.start) ?? last;
  const prefix = /^[\s>*_+-]*/.exec(text.slice(line.start, start.keySpan.start))?.[0] ?? '';
  const marker = /[*_]+$/.exec(prefix)?.[0] ?? '';
  const joint = /^[*_]*:[*_]*/.exec(text.slice(last.keySpan.end, last.span.start))?.[0] ?? ':';
  const colon = joint.includes(marker) ? joint : `:${marker}`;
  const gap = gapBefore(text, siblings, line) ?? defaultGap(text, prefix);
  return { at: end, newText: words.map((word) => `${gap}${prefix}${word}${colon} `).join('') };
}

/** What stands between the line above and the last one: a hard break, a blank line. */
function gapBefore(text: string, siblings: readonly MetadataFact[], line: Span): string | undefined {
  const above = siblings.filter((fact) => fact.span.end <= line.start).at(-1);
  if (above === undefined) return undefined;
  const gap = /[ \t\\]*\r?\n(?:[>\s]*\r?\n)?$/.exec(text.slice(above.span.end, line.start))?.[0];
  return gap;
}

/** A list or a quote goes on with the next line; a line alone needs a hard break to stay one. */
function defaultGap(text: string, prefix: string): string {
  return `${/^\s*(?:[*+-]\s)/.test(prefix) ? '' : '  '}${lineBreakOf(text)}`;
}
