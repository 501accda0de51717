import type { ControlReference, FileFacts } from '../facts/facts';
import type { RiskTable } from '../facts/riskFacts';
import type { SoaTable } from '../facts/soaFacts';
import { blankFrontMatter, findFrontMatter } from '../syntax/frontMatter';
import { readMarkdown } from '../syntax/markdown';
import type { MarkdownFacts } from '../syntax/markdownFacts';
import type { Source } from '../text/source';
import { readCitations } from './citations';
import { readComplianceTable } from './complianceTable';
import type { ReadContext } from './context';
import { readFrontMatter } from './frontMatter';
import { readRiskTable } from './riskTable';
import { readSoaTables } from './soaTables';
import { readSuppressions } from './suppressions';

/** Reads one Markdown file into facts. Pure and total: any text yields facts, none throws. */
export function readFile(source: Source, context: ReadContext): FileFacts {
  const { text, path } = source;
  const block = findFrontMatter(text);
  const frontMatter = block === undefined ? undefined : readFrontMatter(text, block, context);
  const body = readMarkdown(blankFrontMatter(text, block));
  const tables = readTables(text, body, context, frontMatter?.references ?? []);
  const suppressions = readSuppressions(text, body, block?.content);
  return {
    path,
    frontMatter: frontMatter?.facts,
    metadata: frontMatter?.metadata ?? [],
    references: [...(frontMatter?.references ?? []), ...tables.references],
    controlLists: frontMatter?.controlLists ?? [],
    citations: readCitations(text, body),
    soaTables: tables.soa,
    riskTables: tables.risks,
    body: { headings: body.headings, links: body.links, paragraphs: body.paragraphs },
    suppressions: suppressions.directives,
    tableBreaks: suppressions.tableBreaks,
    problems: frontMatter?.problems ?? [],
  };
}

interface TableReading {
  readonly soa: SoaTable[];
  readonly risks: RiskTable[];
  readonly references: ControlReference[];
}

/** Each table goes to one reader. A table that says what applies is an SoA, whatever else its columns could mean. */
function readTables(
  text: string,
  body: Pick<MarkdownFacts, 'tables' | 'headings'>,
  context: ReadContext,
  before: readonly ControlReference[],
): TableReading {
  const reading: TableReading = { soa: [], risks: [], references: [] };
  const soaTables = readSoaTables(body, text, context);
  let list = before.reduce((highest, reference) => Math.max(highest, reference.list + 1), 0);
  for (const table of body.tables) {
    const soa = soaTables.get(table);
    if (soa?.columns.some((column) => column.meaning === 'applicable')) {
      reading.soa.push(soa);
      continue;
    }
    const references = readComplianceTable(table, text, list, context);
    if (references !== undefined) {
      reading.references.push(...references);
      list++;
      continue;
    }
    const risks = readRiskTable(table, text, context);
    if (risks !== undefined) reading.risks.push(risks);
    else if (soa !== undefined) reading.soa.push(soa);
  }
  return reading;
}
