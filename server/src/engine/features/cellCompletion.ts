import type { SoaTable } from '../facts/soaFacts';
import { namespaceOfFramework } from '../ids/framework';
import { scanIds } from '../ids/scan';
import type { Isms } from '../index/model';
import { overlaps, type Span } from '../text/span';
import type { Completion } from './completion';
import type { OpenFile } from './frontMatterCompletion';
import { controlOffers, riskOffers } from './offers';
import { tableCursorAt, type TableCursor } from './tableCursor';

/** Control ids in SoA and register cells, risk ids in SoA rows. */
export function cellCompletions(isms: Isms, file: OpenFile, offset: number): readonly Completion[] {
  const { text } = file.source;
  const cursor = tableCursorAt(text, offset);
  if (cursor === undefined || cursor.row.start === cursor.header.start) return [];
  const content = contentOf(cursor, file, isms);
  if (content === undefined) return [];
  const word = wordAt(text, cursor, offset, content !== 'row');
  const write = (id: string): string => padded(id, text, word);
  const elsewhere = { ...cursor.cell, text: text.slice(cursor.cell.start, cursor.cell.end) };
  if (content === 'risks') return riskOffers(isms, risksIn(elsewhere, word), word, write);
  const listed = content === 'row' ? rowsBeside(isms, file, cursor) : controlsIn(elsewhere, word);
  return controlOffers(isms, listed, word, write);
}

/** `row`: the id that a row is about; `controls`, `risks`: any number of ids. */
type CellContent = 'row' | 'controls' | 'risks';

function contentOf(cursor: TableCursor, file: OpenFile, isms: Isms): CellContent | undefined {
  const known = file.facts.soaTables.find((table) => overlaps(table.span, cursor.row));
  return known === undefined ? contentByHeader(cursor, isms) : soaContent(known, cursor.column);
}

function soaContent(table: SoaTable, column: number): CellContent | undefined {
  const meaning = table.columns.find((each) => each.index === column)?.meaning;
  if (meaning === 'id') return 'row';
  return meaning === 'risks' ? 'risks' : undefined;
}

/** A table without a readable row yet is known by its header alone. */
function contentByHeader({ headers, cells, column }: TableCursor, isms: Isms): CellContent | undefined {
  const { soaColumn, registerColumn, complianceColumn } = isms.vocabulary;
  const soa = headers.map((header) => soaColumn(header));
  if (soa.includes('applicable')) {
    const ids = soa.includes('id') ? soa.indexOf('id') : soa.indexOf('title');
    return column === ids ? 'row' : soa[column] === 'risks' ? 'risks' : undefined;
  }
  const risks = headers.map((header) => registerColumn.risk(header));
  if (risks.includes('treatment') || risks.includes('impact'))
    return risks[column] === 'controls' ? 'controls' : undefined;
  const compliance = headers.map((header) => complianceColumn(header));
  const framework = cells[compliance.indexOf('framework')] ?? '';
  const isOurs = compliance[column] === 'requirement' && namespaceOfFramework(framework) === 'iso27001:2022';
  return isOurs ? 'controls' : undefined;
}

/** From the last comma, or the beginning of the cell, to the end of the id at the cursor. */
function wordAt(text: string, cursor: TableCursor, offset: number, isList: boolean): Span {
  const before = text.slice(cursor.cell.start, offset);
  const lead =
    (isList ? /^(?:.*(?:[,;]|<br\s*\/?>))?[\s*_`[]*/is : /^[\s*_`[]*/).exec(before)?.[0].length ?? 0;
  const rest = /^[\w.]*/.exec(text.slice(offset, cursor.cell.end))?.[0].length ?? 0;
  return { start: cursor.cell.start + lead, end: offset + rest };
}

/** With the blank that a bar or comma directly before or behind asks for. */
function padded(id: string, text: string, word: Span): string {
  const before = /[|,;]/.test(text.charAt(word.start - 1)) ? ' ' : '';
  return `${before}${id}${text.charAt(word.end) === '|' ? ' ' : ''}`;
}

/** The controls that have a row elsewhere in the SoA. */
function rowsBeside(isms: Isms, file: OpenFile, cursor: TableCursor): Set<string> {
  const others = [...(isms.soa?.rows.values() ?? [])]
    .flat()
    .filter(({ document, row }) => document.path !== file.source.path || !overlaps(row.span, cursor.row));
  const own = file.facts.soaTables
    .flatMap((table) => table.rows)
    .filter((row) => !overlaps(row.span, cursor.row));
  return new Set([...others.map(({ row }) => row), ...own].flatMap((row) => row.mention.ids));
}

interface Cell extends Span {
  readonly text: string;
}

function controlsIn(cell: Cell, typed: Span): Set<string> {
  const mentions = scanIds(cell.text, { offset: cell.start, bare: 'control' });
  return new Set(
    mentions.filter((mention) => !overlaps(mention.span, typed)).flatMap((mention) => mention.ids),
  );
}

function risksIn(cell: Cell, typed: Span): Set<string> {
  const outside =
    cell.text.slice(0, typed.start - cell.start) + ' ' + cell.text.slice(typed.end - cell.start);
  return new Set(outside.toUpperCase().match(/[A-Z]+-?\d+/g) ?? []);
}
