import type { Theme } from '../catalog/catalog';
import { normalise } from '../catalog/lookup';
import type { Counted, SoaTable, SoaTotal } from '../facts/soaFacts';
import type { Heading, MarkdownFacts, Table, TableRow } from '../syntax/markdownFacts';
import { overlaps } from '../text/span';
import { cellAt } from './columns';
import type { ReadContext } from './context';

/**
 * Reads the totals that a file states of its SoA: in tables with a number for each answer or status, in tables with a row
 * for each theme, and in lines such as "Applicable controls: 85".
 */
export function readSoaTotals(
  text: string,
  body: Pick<MarkdownFacts, 'tables' | 'headings'>,
  soa: readonly SoaTable[],
  context: ReadContext,
): SoaTotal[] {
  if (soa.length === 0) return [];
  const others = body.tables.filter((table) => !soa.some(({ span }) => overlaps(span, table.span)));
  return [
    ...others.flatMap((table) => totalsByTheme(table, context) ?? totalsByAnswer(table, context)),
    ...totalsInLines(text, body, context),
  ];
}

/** `| Theme | Total | Applicable | Excluded |` with a row for each theme. */
function totalsByTheme(table: Table, context: ReadContext): SoaTotal[] | undefined {
  const counts = table.header.cells.map((cell) => countedIn(cell.text, context));
  const columns = counts.flatMap((counted, index) =>
    counted === undefined || index === 0 ? [] : [{ counted, index }],
  );
  const rows = table.rows.flatMap((row) => {
    const theme = themeOf(cellAt(row, 0).text, context);
    return theme === undefined ? [] : [{ row, theme: theme === 'all' ? undefined : theme }];
  });
  if (columns.length === 0 || rows.every(({ theme }) => theme === undefined)) return undefined;
  return rows.flatMap(({ row, theme }) =>
    columns.flatMap(({ counted, index }) => totalAt(row, index, counted, theme)),
  );
}

/** `| Status | Controls |` with a row for each answer or status. */
function totalsByAnswer(table: Table, context: ReadContext): SoaTotal[] {
  const totals = table.rows.flatMap((row) => {
    const counted = countedIn(cellAt(row, 0).text, context);
    return counted === undefined ? [] : totalAt(row, 1, counted, undefined);
  });
  // One number alone may be anything.
  return totals.length < 2 ? [] : totals;
}

function totalAt(row: TableRow, index: number, counted: Counted, theme: Theme | undefined): SoaTotal[] {
  const { text, span } = cellAt(row, index);
  if (!/^\d{1,3}$/.test(text)) return [];
  // Emphasis stands around the digits: `**85**`.
  const lead = Math.max(0, Math.floor((span.end - span.start - text.length) / 2));
  const start = span.start + lead;
  return [
    {
      counted,
      theme,
      value: Number(text),
      span: { start, end: start + text.length },
      hasShare: row.cells.some((cell) => cell.text.includes('%')),
    },
  ];
}

const LINE =
  /^[ \t]*(?:[-*+>]|\d+\.)?[ \t]*([*_]{0,3}[\p{L}][\p{L} ()/-]{2,50}?[*_]{0,3}):[*_]{0,3}[ \t]*[*_]{0,3}(\d{1,3})(?!\d|[ \t]?[/.:–-]|[ \t]*(?:of|von|out)\b)(.*)$/gmu;

/** Lines with a label that names controls, or below a heading such as "Summary". */
function totalsInLines(
  text: string,
  { tables, headings }: Pick<MarkdownFacts, 'tables' | 'headings'>,
  context: ReadContext,
): SoaTotal[] {
  return [...text.matchAll(LINE)].flatMap((match): SoaTotal[] => {
    const [whole, label = '', digits = '', rest = ''] = match;
    const counted = countedIn(label, context);
    const named = normalise(label)
      .split(' ')
      .some((word) => /^(?:control|maßnahme|massnahme)/.test(word));
    const summary =
      named || context.vocabulary.soaWords.isTotalsHeading(headingAbove(match.index, headings)?.text ?? '');
    if (counted === undefined || !summary) return [];
    if (tables.some(({ span }) => overlaps(span, { start: match.index, end: match.index + 1 }))) return [];
    const start = match.index + whole.length - rest.length - digits.length;
    const span = { start, end: start + digits.length };
    return [{ counted, theme: undefined, value: Number(digits), span, hasShare: rest.includes('%') }];
  });
}

function headingAbove(offset: number, headings: readonly Heading[]): Heading | undefined {
  return headings.filter(({ span }) => span.start <= offset).at(-1);
}

const COUNTED: readonly Counted[] = ['implemented', 'partial', 'planned', 'not-started'];

/** What a label counts: an answer, a status or all: "Applicable controls", "Not implemented", "Total". */
function countedIn(label: string, { vocabulary }: ReadContext): Counted | undefined {
  const words = normalise(label).split(' ');
  const rest = words.filter((word) => !vocabulary.soaWords.isBesideCount(word)).join(' ');
  if (rest === '') return words.some((word) => /\p{L}{3}/u.test(word)) ? 'total' : undefined;
  if (vocabulary.soaWords.isTotal(rest)) return 'total';
  const answer = vocabulary.applicability(rest);
  if (answer !== undefined) return answer === 'not-assessed' ? undefined : answer;
  return COUNTED.find((status) => status === vocabulary.implementationStatus(rest));
}

/** The theme that a cell names by its word or its number; `all` for "Total". */
function themeOf(text: string, { vocabulary }: ReadContext): Theme | 'all' | undefined {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const named = words.map((word) => vocabulary.theme(word)).find((theme) => theme !== undefined);
  if (named !== undefined) return named;
  const number = /^\W*(?:Annex )?A?\.?([5-8])\b(?!\.\d)/i.exec(text)?.[1];
  if (number !== undefined) return NUMBERED[number];
  return words.length > 0 && words.length <= 3 && vocabulary.soaWords.isTotal(words[0] ?? '')
    ? 'all'
    : undefined;
}

const NUMBERED: Readonly<Record<string, Theme>> = {
  5: 'organizational',
  6: 'people',
  7: 'physical',
  8: 'technological',
};
