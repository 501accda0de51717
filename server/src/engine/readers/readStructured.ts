import type { FileFacts, ReadProblem } from '../facts/facts';
import type { StructuredFormat } from '../facts/formats';
import { readCsv } from '../syntax/csv';
import type { Table } from '../syntax/markdownFacts';
import { parseYaml, type YamlError } from '../syntax/yaml';
import { yamlTables } from '../syntax/yamlTable';
import type { Source } from '../text/source';
import type { ReadContext } from './context';
import { readRiskTable } from './riskTable';
import { readSoaTables } from './soaTables';
import { yamlDirectives } from './suppressions';

/**
 * Reads an SoA or a register that is kept as CSV, YAML or JSON. Such a file is turned into tables with places and then
 * read as the tables of Markdown are, so that every column, value and language is understood there too.
 */
export function readStructured(source: Source, format: StructuredFormat, context: ReadContext): FileFacts {
  const { text, path } = source;
  const yaml = format === 'yaml' && mayHoldRows(text) ? parseYaml(text) : undefined;
  const tables = format === 'csv' ? [readCsv(text) ?? []].flat() : yamlTables(yaml?.root);
  const soaTables = readSoaTables({ tables, headings: [] }, text, context);
  const named = /(?:^|\/)(?:soa|statement[-_ ]of[-_ ]applicability|risks?|risk[-_ ]register)[^/]*$/i.test(
    path,
  );
  return {
    path,
    frontMatter: undefined,
    metadata: [],
    references: [],
    controlLists: [],
    citations: [],
    soaTables: tables.flatMap((table) => {
      const soa = soaTables.get(table);
      return soa === undefined ? [] : [{ ...soa, format }];
    }),
    riskTables: tables.flatMap((table) => riskTableOf(table, text, soaTables.has(table), context)),
    body: { headings: [], links: [], paragraphs: [] },
    suppressions: format === 'yaml' ? yamlDirectives(text, { start: 0, end: text.length }) : [],
    tableBreaks: [],
    problems: named ? (yaml?.errors ?? []).map(problemOf) : [],
  };
}

function problemOf(error: YamlError): ReadProblem {
  const hint = 'Mend the line; until then the rows of this file are not read.';
  return { kind: 'invalid-front-matter', span: error.span, detail: error.message, hint };
}

function riskTableOf(
  table: Table,
  text: string,
  isSoa: boolean,
  context: ReadContext,
): FileFacts['riskTables'] {
  const risks = isSoa ? undefined : readRiskTable(table, text, context);
  return risks === undefined ? [] : [risks];
}

/** Most YAML and JSON of a repository is no part of an ISMS; a glance spares the parser. */
function mayHoldRows(text: string): boolean {
  return /\b(?:A[. _]?)?[5-8][._]\d{1,2}\b|\bR(?:SK|ISK)?-?\d/i.test(text);
}
