import type { SoaColumn } from '../facts/soaFacts';
import { isClause } from '../ids/clauses';
import { hasDigit } from '../ids/idStart';
import type { IdMention } from '../ids/mention';
import { scanIds } from '../ids/scan';
import type { Table, TableRow } from '../syntax/markdownFacts';
import { cellAt } from './columns';
import type { ReadContext } from './context';

/** The column of a table that names one control per row. */
export interface IdColumn {
  readonly index: number;
  readonly mentions: ReadonlyMap<TableRow, IdMention>;
  /** What most of its ids are. ISO 42001 and 27701 have an Annex A too, and clauses look like controls without a letter. */
  readonly standard: 'iso27001:2022' | 'iso27001:2013' | 'other';
}

/** Finds the column whose cells are ids. `Control` may head the ids, the titles or both, so the cells decide. */
export function readIdColumn(
  table: Table,
  text: string,
  meanings: readonly (SoaColumn | undefined)[],
  context: ReadContext,
): IdColumn | undefined {
  for (const place of ['opens', 'closes'] as const) {
    for (let index = 0; index < table.header.cells.length; index++) {
      if (index > 0 && meanings[index] !== 'id' && meanings[index] !== 'title') continue;
      const found = mentionsIn(table, text, index, place, context);
      const column = idColumn(table, index, found);
      if (column !== undefined) return column;
    }
  }
  return undefined;
}

/** Where the cell holds its id: `A.5.1 Policies`, or `Policies (A.5.1)`. */
type Place = 'opens' | 'closes';

function mentionsIn(
  table: Table,
  text: string,
  index: number,
  place: Place,
  context: ReadContext,
): [TableRow, IdMention][] {
  return table.rows.flatMap((row): [TableRow, IdMention][] => {
    const mention = place === 'opens' ? openingId(row, index, text, context) : closingId(row, index, text);
    return mention === undefined ? [] : [[row, mention]];
  });
}

/** The id at the start of a cell, behind emphasis, marks, an anchor or a word such as "Control". */
function openingId(row: TableRow, index: number, text: string, context: ReadContext): IdMention | undefined {
  const { span } = cellAt(row, index);
  const source = text.slice(span.start, span.end);
  if (!hasDigit(source)) return undefined;
  const decoration = /^(?:<[^>]*>|[^\p{L}\p{N}<])*/u.exec(source)?.[0].length ?? 0;
  const offset = span.start + decoration;
  const mentions = scanIds(source.slice(decoration), { offset, bare: 'control' });
  const [first] = mentions;
  if (first === undefined) return undefined;
  const lead = text.slice(offset, first.span.start);
  if (lead.trim() !== '' && context.vocabulary.soaColumn(lead) !== 'id') return undefined;
  return joined(mentions, text);
}

function closingId(row: TableRow, index: number, text: string): IdMention | undefined {
  const { span } = cellAt(row, index);
  const mention = scanIds(text.slice(span.start, span.end), { offset: span.start, bare: 'none' }).at(-1);
  if (mention === undefined) return undefined;
  const before = text.slice(span.start, mention.span.start);
  const behind = text.slice(mention.span.end, span.end);
  return /[(–—-]\s*$/.test(before) && /^[)\]*_`\s]*$/.test(behind) ? mention : undefined;
}

const BETWEEN_IDS = /^[\s*_`]*(?:[,;/&+]|and|und|y|e|en|et)?[\s*_`]*(?:<br\s*\/?>)?\s*$/i;

/** One row for several controls (`A.5.15, A.5.16`) is one mention with all of their ids. */
function joined(mentions: readonly IdMention[], text: string): IdMention | undefined {
  const [first, ...rest] = mentions;
  if (first === undefined) return undefined;
  let whole = first;
  for (const next of rest) {
    const gap = text.slice(whole.span.end, next.span.start);
    if (next.namespace !== whole.namespace || !BETWEEN_IDS.test(gap)) break;
    const span = { start: whole.span.start, end: next.span.end };
    whole = {
      ...whole,
      span,
      text: text.slice(span.start, span.end),
      ids: [...whole.ids, ...next.ids],
      form: 'range',
      canonical: false,
    };
  }
  return whole;
}

function idColumn(
  table: Table,
  index: number,
  found: readonly (readonly [TableRow, IdMention])[],
): IdColumn | undefined {
  const named = found.filter(([, mention]) => mention.ids.length > 0);
  const counted = namesClauses(table, index)
    ? named.filter(([, mention]) => hasLetter(mention))
    : withoutClauses(named);
  const controls = counted.filter(([, mention]) => mention.namespace === 'iso27001:2022').length;
  const foreign = counted.filter(([, mention]) => mention.namespace === 'other').length;
  if (controls === 0 && foreign === 0) return undefined;
  // More 27001 ids than all others: a stray 2013 id, or controls added from elsewhere, do not make it another standard.
  const standard = controls * 2 > counted.length ? 'iso27001:2022' : foreign > 0 ? 'other' : 'iso27001:2013';
  return { index, mentions: new Map(counted), standard };
}

/**
 * Beside `4.1` or `9.2`, which only a clause can be, `5.1` may be one too. It is where the controls have their letter,
 * where `5.15` or the like never shows that controls are here as well, and where a second `5.1` follows.
 */
function withoutClauses<Found extends readonly [TableRow, IdMention]>(
  found: readonly Found[],
): readonly Found[] {
  const controls = found.filter(([, mention]) => mention.namespace !== 'clause');
  if (controls.length === found.length) return found;
  const certain = controls.filter(([, mention]) => hasLetter(mention) || !mention.ids.every(looksLikeClause));
  if (certain.length === 0 || certain.some(([, mention]) => hasLetter(mention))) return certain;
  const last = new Map(controls.flatMap((each) => each[1].ids.map((id) => [id, each] as const)));
  return controls.filter((each) => each[1].ids.some((id) => last.get(id) === each));
}

function hasLetter(mention: IdMention): boolean {
  return /\p{L}/u.test(mention.text);
}

function looksLikeClause(id: string): boolean {
  return isClause(id.replace(/^A\./, ''));
}

function namesClauses(table: Table, index: number): boolean {
  const named =
    /\b(?:clauses?|klauseln?|normkapitel|normabschnitte?|kapitel|abschnitte?|cl[áa]usulas?|secciones|articles?)\b/iu;
  return named.test(table.header.cells[index]?.text ?? '') || named.test(table.heading?.text ?? '');
}
