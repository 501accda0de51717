import type { RegisterRow, RegisterTable } from '../facts/registerFacts';
import { csvCellAt } from '../edits/csvRow';
import { scanIds } from '../ids/scan';
import { scanRiskIds } from '../ids/riskIds';
import type { Isms } from '../index/model';
import { lineAbove, lineAround } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import type { Completion } from './completion';
import type { OpenFile } from './frontMatterCompletion';
import { controlOffers, riskOffers } from './offers';

/** Ids in an SoA or a register that is kept as CSV, YAML or JSON: the control of a row, its controls, its risks. */
export function structuredCompletions(
  isms: Isms,
  file: OpenFile,
  offset: number,
  format: 'csv' | 'yaml',
): readonly Completion[] {
  if (!holdsRows(file)) return [];
  const cursor = format === 'csv' ? csvCursor(file, offset) : yamlCursor(file.source.text, offset);
  const content = cursor === undefined ? undefined : contentOf(cursor.name, file, isms);
  if (cursor === undefined || content === undefined) return [];
  const { value, word } = cursor;
  const beside =
    file.source.text.slice(value.start, word.start) + ' ' + file.source.text.slice(word.end, value.end);
  if (content === 'risks') {
    const listed = new Set(scanRiskIds(beside).map(({ id }) => id));
    return riskOffers(isms, listed, word, cursor.write);
  }
  const listed = content === 'row' ? rowsBeside(file, word) : idsIn(beside);
  return controlOffers(isms, listed, word, cursor.write);
}

interface StructuredCursor {
  /** The header of the column, or the key. */
  readonly name: string;
  /** The cell or value around the cursor. */
  readonly value: Span;
  readonly word: Span;
  readonly write: (id: string) => string;
}

function holdsRows({ facts }: OpenFile): boolean {
  return facts.soaTables.length > 0 || registerTables(facts.registers).length > 0;
}

function registerTables(
  registers: OpenFile['facts']['registers'],
): readonly RegisterTable<RegisterRow<string>>[] {
  const { risk, evidence, requirement, exception, plan } = registers;
  return [...risk, ...evidence, ...requirement, ...exception, ...plan];
}

type Content = 'row' | 'controls' | 'risks';

function contentOf(name: string, { facts }: OpenFile, { vocabulary }: Isms): Content | undefined {
  if (facts.soaTables.length > 0) {
    const column = vocabulary.soaColumn(name);
    return column === 'id' ? 'row' : column === 'risks' ? 'risks' : undefined;
  }
  if (facts.registers.plan.length > 0 && vocabulary.registerColumn.plan(name) === 'risks') return 'risks';
  return vocabulary.registerColumn.risk(name) === 'controls' ? 'controls' : undefined;
}

/** The cell of the line: a row that spans several lines is seldom typed in. */
function csvCursor({ source: { text } }: OpenFile, offset: number): StructuredCursor | undefined {
  const found = csvCellAt(text, offset);
  if (found === undefined) return undefined;
  const { header: name, cell: value, separator } = found;
  const word = wordAt(text, value, offset);
  // A second id behind a comma would open the next cell, unless the cell is quoted.
  const isPlain = text.charAt(value.start) !== '"';
  if (isPlain && separator === ',' && text.slice(value.start, word.start).trim() !== '') return undefined;
  return { name, value, word, write: (id) => id };
}

const PAIR = /["']?([\p{L}_][\p{L}\p{N}_. -]*?)["']?[ \t]*:(?=[ \t]|$)[ \t]*/gu;

/** The key whose value is typed: on the line, or above a list. Read from the lines alone: half-written YAML does not parse. */
function yamlCursor(text: string, offset: number): StructuredCursor | undefined {
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  const pair = [...before.matchAll(PAIR)].findLast((match) =>
    isOpen(before.slice(match.index + match[0].length)),
  );
  const start = pair === undefined ? line.start : line.start + pair.index + pair[0].length;
  const name = pair?.[1] ?? keyAbove(text, line, before);
  if (name === undefined) return undefined;
  const value = { start, end: line.end };
  const word = wordAt(text, value, offset);
  const quotes = (text.slice(start, word.start).match(/["']/g) ?? []).length;
  return { name, value, word, write: (id) => (quotes % 2 === 1 ? id : `"${id}"`) };
}

/** True where what follows a key is still its value: no comma outside of quotes and brackets. */
function isOpen(rest: string): boolean {
  return !/[,}]/.test(rest.replace(/"[^"]*"?|'[^']*'?/g, '').replace(/\[[^\]]*\]?/g, ''));
}

/** The key of the list in which an item stands: the nearest line above with less indentation, or that opens a bracket. */
function keyAbove(text: string, line: Span, before: string): string | undefined {
  if (!/^[ \t]*(?:-[ \t]+)?["']?[\w. ,"']*$/.test(before)) return undefined;
  const indent = /^[ \t]*/.exec(before)?.[0].length ?? 0;
  for (let above = lineAbove(text, line.start); above !== undefined; above = lineAbove(text, above.start)) {
    const source = text.slice(above.start, above.end);
    const key = /^([ \t]*)(?:-[ \t]+)?["']?([\p{L}_][\p{L}\p{N}_. -]*?)["']?[ \t]*:[ \t]*\[?[ \t]*$/u.exec(
      source,
    );
    if (key !== null && (key[1]?.length ?? 0) <= indent) return key[2];
    if (source.trim() !== '' && !/^[ \t]*(?:-[ \t]+)?["']?[\w. "',]*$/.test(source)) return undefined;
  }
  return undefined;
}

/** The half-typed id at the cursor. */
function wordAt(text: string, value: Span, offset: number): Span {
  const lead = /[\p{L}\p{N}._-]*$/u.exec(text.slice(value.start, offset))?.[0].length ?? 0;
  const rest = /^[\w.]*/.exec(text.slice(offset, value.end))?.[0].length ?? 0;
  return { start: offset - lead, end: offset + rest };
}

function idsIn(text: string): Set<string> {
  return new Set(scanIds(text, { bare: 'control' }).flatMap((mention) => mention.ids));
}

/** The controls that have a row of their own already. */
function rowsBeside({ facts }: OpenFile, word: Span): Set<string> {
  const mentions = facts.soaTables.flatMap((table) => table.rows.map((row) => row.mention));
  return new Set(mentions.filter(({ span }) => !overlaps(span, word)).flatMap(({ ids }) => ids));
}
