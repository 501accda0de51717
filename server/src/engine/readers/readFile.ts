import type { Carrier, ControlReference, FileFacts, MetadataFact } from '../facts/facts';
import type { RegisterTables } from '../facts/registerFacts';
import type { SoaTable } from '../facts/soaFacts';
import { findFrontMatter } from '../syntax/frontMatter';
import { isAboutLookAlike } from '../ids/framework';
import { scanRiskIds } from '../ids/riskIds';
import { readMarkdown } from '../syntax/markdown';
import type { MarkdownFacts } from '../syntax/markdownFacts';
import type { Source } from '../text/source';
import type { Span } from '../text/span';
import { readAnnexLines } from './annexLines';
import { outlineOf } from './columns';
import { readBadges } from './badges';
import { readCitations } from './citations';
import { readComplianceTable } from './complianceTable';
import type { ReadContext } from './context';
import { isKnownKey, readFrontMatter } from './frontMatter';
import { withHtmlTitle } from './htmlTitle';
import { withTargets } from './linkTargets';
import { controlZone, readMetadataLines } from './metadataLines';
import { readHistoryTable, readMetadataTable } from './metadataTable';
import { readPlaceholders } from './placeholders';
import { readRelatedControls } from './relatedControls';
import { holdsCertainRegister, joinRegisters, readRegisters, withFormat } from './registers';
import { sectionTables } from './sectionTables';
import { readSoaTables } from './soaTables';
import { readSoaTotals } from './soaTotals';
import { readSuppressions } from './suppressions';

/** Reads one Markdown file into facts. Pure and total: any text yields facts, none throws. */
export function readFile(source: Source, context: ReadContext): FileFacts {
  const { text, path } = source;
  const block = findFrontMatter(text, (key) => isKnownKey(key, context));
  const frontMatter = block === undefined ? undefined : readFrontMatter(text, block, context);
  const body = withHtmlTitle(text, readMarkdown(text, block?.span.end), block?.span.end ?? 0);
  const keyLists = frontMatter?.controlLists ?? [];
  const tables = readTables(text, body, context, keyLists.length);
  const sections = readSections(text, body, context);
  const soaTables = [...tables.soa, ...sections.soa];
  const references = [...(frontMatter?.references ?? []), ...tables.references];
  const suppressions = readSuppressions(text, body, block?.content);
  const aboutLookAlike = isAboutLookAlike(body.headings[0]?.text ?? '');
  const lists = aboutLookAlike ? [] : readLists(text, body, nextList(references, keyLists.length), context);
  return {
    path,
    frontMatter: frontMatter?.facts,
    metadata: byPrecedence([
      ...(frontMatter?.metadata ?? []),
      ...tables.metadata,
      ...readText(text, body, context),
    ]),
    references: [...references, ...lists],
    controlLists: keyLists,
    citations: readCitations(text, body, aboutLookAlike, context.ownIds, tables.histories),
    soaTables,
    soaTotals: readSoaTotals(text, body, soaTables, context),
    registers: joinRegisters([...tables.registers, ...sections.registers]),
    riskMentions: scanRiskIds(text),
    tables: body.tables.map(outlineOf),
    body: bodyOf(text, body),
    placeholders: readPlaceholders(text, body, context),
    suppressions: suppressions.directives,
    tableBreaks: suppressions.tableBreaks,
    problems: frontMatter?.problems ?? [],
  };
}

function bodyOf(text: string, body: MarkdownFacts): FileFacts['body'] {
  const { headings, anchors, paragraphs } = body;
  return {
    headings,
    links: withTargets(text, body.links),
    images: withTargets(text, body.images),
    anchors,
    paragraphs,
  };
}

/** Which carrier is believed where two disagree: what is kept by hand in one place before what is repeated elsewhere. */
const PRECEDENCE: readonly Carrier[] = [
  'front-matter',
  'document-table',
  'quote',
  'bold-line',
  'plain-line',
  'badge',
  'history-table',
  'history-list',
];

function byPrecedence(metadata: readonly MetadataFact[]): MetadataFact[] {
  return [...metadata].sort((a, b) => PRECEDENCE.indexOf(a.carrier) - PRECEDENCE.indexOf(b.carrier));
}

/** Metadata outside front matter and tables. Badges stand above the second heading. */
function readText(text: string, body: MarkdownFacts, context: ReadContext): MetadataFact[] {
  const head = { start: 0, end: body.headings[1]?.span.start ?? text.length };
  return [...readMetadataLines(text, body, context), ...readBadges(text, head, context)];
}

/** Controls that lines and lists of the text name. */
function readLists(
  text: string,
  body: MarkdownFacts,
  firstList: number,
  context: ReadContext,
): ControlReference[] {
  const annex = readAnnexLines(text, body, firstList);
  return [...annex, ...readRelatedControls(text, body, nextList(annex, firstList), context)];
}

function nextList(references: readonly ControlReference[], first: number): number {
  return references.reduce((highest, reference) => Math.max(highest, reference.list + 1), first);
}

interface TableReading {
  readonly soa: SoaTable[];
  readonly registers: RegisterTables[];
  readonly references: ControlReference[];
  readonly metadata: MetadataFact[];
  /** The tables that are a version history. */
  readonly histories: Span[];
}

/**
 * Each table goes to one reader. One that says what applies is an SoA, whatever else its columns could mean. One that
 * may be a register is read as that as well: the kind of the document decides.
 */
function readTables(
  text: string,
  body: Pick<MarkdownFacts, 'tables' | 'headings'>,
  context: ReadContext,
  firstList: number,
): TableReading {
  const reading: TableReading = { soa: [], registers: [], references: [], metadata: [], histories: [] };
  const soaTables = readSoaTables(body, text, context);
  let list = firstList;
  for (const table of body.tables) {
    const soa = soaTables.get(table);
    if (soa?.columns.some((column) => column.meaning === 'applicable')) {
      reading.soa.push(soa);
      continue;
    }
    const registers = readRegisters(table, text, context);
    reading.registers.push(registers);
    if (holdsCertainRegister(registers)) continue;
    const references = readComplianceTable(table, text, list, context);
    if (references !== undefined) {
      reading.references.push(...references);
      list++;
      continue;
    }
    const inControlZone = controlZone(table.span, text, body.headings, context) !== undefined;
    const ofDocument = readMetadataTable(table, inControlZone, context);
    const history = ofDocument === undefined ? readHistoryTable(table, context) : undefined;
    const metadata = ofDocument ?? history;
    if (metadata !== undefined) {
      reading.metadata.push(...metadata);
      if (history !== undefined) reading.histories.push(table.span);
      continue;
    }
    if (soa !== undefined) reading.soa.push(soa);
  }
  return reading;
}

/** Sections with a heading per control or risk, read as the rows of a table. */
function readSections(
  text: string,
  body: MarkdownFacts,
  context: ReadContext,
): Pick<TableReading, 'soa' | 'registers'> {
  const tables = sectionTables(text, body, context);
  if (tables.length === 0) return { soa: [], registers: [] };
  const soaTables = readSoaTables({ tables, headings: body.headings }, text, context);
  const others = tables.filter((table) => !soaTables.has(table));
  return {
    soa: [...soaTables.values()].map((soa) => ({ ...soa, format: 'sections' as const })),
    registers: others.map((table) => withFormat(readRegisters(table, text, context), 'sections')),
  };
}
