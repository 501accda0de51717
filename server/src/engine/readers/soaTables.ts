import type { SoaTable } from '../facts/soaFacts';
import { lookAlikeNamedBefore } from '../ids/framework';
import type { Heading, MarkdownFacts, Table } from '../syntax/markdownFacts';
import type { ReadContext } from './context';
import { readLegend } from './soaLegend';
import { readEmptySoaTable, readSoaTable, type SoaCandidate } from './soaTable';

/**
 * The tables of a file that are a Statement of Applicability of ISO/IEC 27001. Looks at all of them together: a table
 * of `A.5.2` to `A.5.5` belongs to ISO 42001 where the headings, or its sister tables with `A.2.2`, say so.
 */
export function readSoaTables(
  body: Pick<MarkdownFacts, 'tables' | 'headings'>,
  text: string,
  context: ReadContext,
): ReadonlyMap<Table, SoaTable> {
  if (body.tables.length === 0) return new Map();
  const candidates = new Map<Table, SoaCandidate>();
  const soaContext = { ...context, legend: readLegend(text, context) };
  for (const table of body.tables) {
    const candidate = readSoaTable(table, text, soaContext);
    if (candidate !== undefined) candidates.set(table, candidate);
  }
  const foreignFile = isForeign([...candidates.values()], text);
  const own = new Map<Table, SoaTable>();
  for (const [table, { soa, standard }] of candidates) {
    const named = standardOfHeadings(headingsAbove(table, body.headings));
    if (standard === 'iso27001:2022' && (named ?? (foreignFile ? 'other' : standard)) === standard)
      own.set(table, soa);
  }
  return withEmptySisters(own, body.tables);
}

/** True where sister tables have ids of another standard's Annex A, or where the text names only another standard. */
function isForeign(candidates: readonly SoaCandidate[], text: string): boolean {
  if (candidates.some((candidate) => candidate.standard === 'other')) return true;
  return !/2700[12]/.test(text) && lookAlikeNamedBefore(text)(text.length);
}

/** The heading above a table and those that this one stands under, nearest first. */
function headingsAbove(table: Table, headings: readonly Heading[]): Heading[] {
  const chain: Heading[] = [];
  for (const heading of [...headings].reverse()) {
    if (heading.span.start > table.span.start) continue;
    if (heading.depth < (chain.at(-1)?.depth ?? Infinity)) chain.push(heading);
  }
  return chain;
}

function standardOfHeadings(chain: readonly Heading[]): 'iso27001:2022' | 'other' | undefined {
  for (const { text } of chain) {
    if (/2700[12]/.test(text)) return 'iso27001:2022';
    if (lookAlikeNamedBefore(text)(text.length)) return 'other';
  }
  return undefined;
}

function withEmptySisters(own: ReadonlyMap<Table, SoaTable>, tables: readonly Table[]): Map<Table, SoaTable> {
  const models = [...own.values()].filter((soa) =>
    soa.columns.some((column) => column.meaning === 'applicable'),
  );
  const all = new Map<Table, SoaTable>();
  for (const table of tables) {
    const soa =
      own.get(table) ??
      models.map((model) => readEmptySoaTable(table, model)).find((each) => each !== undefined);
    if (soa !== undefined) all.set(table, soa);
  }
  return all;
}
