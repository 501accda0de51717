import type { FileFacts, ReadProblem } from '../facts/facts';
import type { StructuredFormat } from '../facts/formats';
import type { SoaTable } from '../facts/soaFacts';
import { readCsv } from '../syntax/csv';
import { scanRiskIds } from '../ids/riskIds';
import { parseYaml, type YamlError } from '../syntax/yaml';
import { yamlTables } from '../syntax/yamlTable';
import type { Source } from '../text/source';
import { outlineOf } from './columns';
import type { ReadContext } from './context';
import { joinRegisters, readRegisters, withFormat } from './registers';
import { readSoaTables } from './soaTables';
import { yamlDirectives } from './suppressions';

/**
 * Reads an SoA or a register that is kept as CSV, YAML or JSON. Such a file is turned into tables with places and then
 * read as the tables of Markdown are, so that every column, value and language is understood there too.
 */
export function readStructured(source: Source, format: StructuredFormat, context: ReadContext): FileFacts {
  const { text, path } = source;
  const named = SOA_NAME.test(path) || context.vocabulary.registerName(path) !== undefined;
  const yaml = format === 'yaml' && (named || mayHoldRows(text)) ? parseYaml(text) : undefined;
  const tables = format === 'csv' ? [readCsv(text) ?? []].flat() : yamlTables(yaml?.root);
  const soaTables = readSoaTables({ tables, headings: [] }, text, context);
  const others = tables.filter((table) => !decides(soaTables.get(table)));
  const registers = joinRegisters(others.map((table) => readRegisters(table, text, context)));
  return {
    path,
    frontMatter: undefined,
    metadata: [],
    references: [],
    controlLists: [],
    citations: [],
    soaTotals: [],
    soaTables: tables.flatMap((table) => {
      const soa = soaTables.get(table);
      return soa === undefined ? [] : [{ ...soa, format }];
    }),
    registers: withFormat(registers, format),
    riskMentions: tables.length === 0 ? [] : scanRiskIds(text),
    tables: tables.map(outlineOf),
    body: { headings: [], links: [], images: [], anchors: [], paragraphs: [] },
    placeholders: [],
    suppressions: format === 'yaml' ? yamlDirectives(text, { start: 0, end: text.length }) : [],
    tableBreaks: [],
    problems: named ? (yaml?.errors ?? []).map(problemOf) : [],
  };
}

function problemOf(error: YamlError): ReadProblem {
  const hint = 'Mend the line; until then the rows of this file are not read.';
  return { kind: 'invalid-front-matter', span: error.span, detail: error.message, hint };
}

/** A table that says what applies is an SoA and nothing else. */
function decides(soa: SoaTable | undefined): boolean {
  return soa?.columns.some((column) => column.meaning === 'applicable') ?? false;
}

const SOA_NAME = /(?:^|\/)(?:soa|statement[-_ ]of[-_ ]applicability)[^/]*$/i;

/** Most YAML and JSON of a repository is no part of an ISMS; a glance spares the parser. */
function mayHoldRows(text: string): boolean {
  return (
    /\b(?:A[. _]?)?[5-8][._]\d{1,2}\b|\bR(?:SK|ISK)?-?\d/i.test(text) ||
    /(?:treatment|likelihood|last[_ ]collected|compensating[_ ]\w+)["']?\s*:/i.test(text)
  );
}
