import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import {
  BASELINES,
  type Confidence,
  type CrosswalkData,
  type EdgeRow,
  type ItemData,
  type ItemLevel,
} from '../../src/engine/catalog/crosswalkData';
import { compareIds } from '../../src/engine/ids/numbering';

type Row = Readonly<Record<string, string>>;

/** Compiles `catalog/crosswalks/`: frameworks, their items, and who relates them to controls and clauses. */
export function readCrosswalks(directory: string): CrosswalkData {
  const text = (name: string): string => readFileSync(join(directory, name), 'utf8');
  const table = (name: string): readonly Row[] =>
    parseCsv<Row>(text(`${name}.csv`), { columns: true, skip_empty_lines: true });
  const tables: Tables = {
    csf: table('nist-csf-2.0'),
    nist: table('nist-800-53r5'),
    baselines: table('fedramp-baselines'),
    nis2: table('nis2'),
    pims2019: table('iso27701-2019'),
    pims2025: table('iso27701-2025'),
    gdpr: table('gdpr'),
    soc2: table('soc2-tsc'),
    hipaa: table('hipaa'),
  };
  const described = parseYaml(text('frameworks.yaml')) as Pick<CrosswalkData, 'frameworks' | 'sources'>;
  return {
    ...described,
    items: itemsOf(tables),
    edges: edgesOf(tables),
    clauseEdges: clauseEdgesOf(tables),
  };
}

type Tables = Readonly<
  Record<
    'csf' | 'nist' | 'baselines' | 'nis2' | 'pims2019' | 'pims2025' | 'gdpr' | 'soc2' | 'hipaa',
    readonly Row[]
  >
>;

function itemsOf(tables: Tables): CrosswalkData['items'] {
  const { csf, nist, baselines, nis2, pims2019, pims2025, gdpr, soc2, hipaa } = tables;
  return {
    'nist-csf-2.0': csfItems(csf),
    'nist-800-53r5': nistItems(nist, baselines),
    nis2: nis2.map((row) => item(row['point_2024_2690'], 'point', row['title'], directiveArticle(row))),
    'iso27701-2025': pims2025.map((row) => item(row['id_27701_2025'], 'control', row['title'], row['table'])),
    'iso27701-2019': pims2019.map((row) =>
      item(row['id_27701_2019'], 'subclause', row['title'], row['part']),
    ),
    gdpr: gdpr.map((row) => item(row['gdpr_article'], 'article', row['title'])),
    'soc2-tsc': soc2.map((row) => item(row['tsc_id'], 'criterion', '', row['category'])),
    hipaa: hipaa.map((row) => item(row['cfr_section'], 'standard', row['title'])),
  };
}

function edgesOf({ csf, nist, nis2, pims2019, pims2025, gdpr, soc2, hipaa }: Tables): CrosswalkData['edges'] {
  return {
    'nist-olir-154': edges(csf, 'csf_id', 'annex_a_olir154', 'confidence_olir154'),
    'nist-one-to-one': edges(csf, 'csf_id', 'annex_a_one_to_one', 'confidence_one_to_one'),
    'nist-olir-155': edges(nist, 'nist_id', 'annex_a_controls', 'confidence_annex_a'),
    'enisa-2024-2690': edges(nis2, 'point_2024_2690', 'annex_a_controls'),
    'iso27701-2025-table-a3': edges(pims2025, 'id_27701_2025', 'annex_a_27001_2022'),
    'iso27701-2019-clause-6': edges(pims2019, 'id_27701_2019', 'annex_a_2022'),
    'gdpr-via-27701': gdpr.flatMap((row) => edgesThrough(row, pims2019)),
    'soc2-derived': edges(soc2, 'tsc_id', 'annex_a_high'),
    'hipaa-derived': edges(hipaa, 'cfr_section', 'annex_a_high'),
  };
}

function clauseEdgesOf({ nist, nis2, pims2019 }: Tables): CrosswalkData['clauseEdges'] {
  return {
    'nist-olir-155': clauseEdges(nist, 'nist_id', 'isms_clauses', 'confidence_clauses'),
    'enisa-2024-2690': clauseEdges(nis2, 'point_2024_2690', 'isms_clauses'),
    'iso27701-2019-clause-6': clauseEdges(pims2019, 'id_27701_2019', 'clause_2022'),
  };
}

function item(id: string | undefined, level: ItemLevel, title: string | undefined, group?: string): ItemData {
  return { id: id ?? '', ...(title && { title }), level, ...(group && { group }) };
}

/** A subcategory stands under its category; its own sentence is not repeated here. */
function csfItems(rows: readonly Row[]): ItemData[] {
  const titles = new Map(rows.map((row) => [row['csf_id'] ?? '', row['title'] ?? '']));
  return rows.map((row) => {
    const id = row['csf_id'] ?? '';
    const parent = id.slice(0, Math.max(id.lastIndexOf('-'), id.lastIndexOf('.'), 0));
    const group = parent === '' ? undefined : `${parent} ${titles.get(parent) ?? ''}`;
    return item(id, row['level'] as ItemLevel, row['title'], group);
  });
}

/** What a baseline selects and what NIST maps, together; the family is the letters before the hyphen. */
function nistItems(mapped: readonly Row[], selected: readonly Row[]): ItemData[] {
  const rows = new Map([...mapped, ...selected].map((row) => [row['nist_id'] ?? '', row]));
  return [...rows]
    .sort(([a], [b]) => compareNistIds(a, b))
    .map(([id, row]) => {
      const level = id.includes('(') ? 'enhancement' : 'control';
      const bits = BASELINES.map((name) => (row[name.replaceAll('-', '_')] === 'yes' ? 1 : 0));
      const baselines = bits.reduce<number>((sum, bit, index) => sum | (bit << index), 0);
      return { ...item(id, level, row['title']), ...(baselines > 0 && { baselines }) };
    });
}

function compareNistIds(a: string, b: string): number {
  const family = (id: string): string => id.slice(0, id.indexOf('-'));
  return family(a) === family(b) ? compareIds(a, b) : family(a) < family(b) ? -1 : 1;
}

function directiveArticle(row: Row): string {
  return `Article ${list(row['nis2_directive_article']).join(' and ')} of Directive (EU) 2022/2555`;
}

function edges(rows: readonly Row[], id: string, targets: string, confidence = 'confidence'): EdgeRow[] {
  return rowsWith(rows, id, targets, confidence, (target) => `A.${target}`);
}

function clauseEdges(
  rows: readonly Row[],
  id: string,
  targets: string,
  confidence = 'confidence',
): EdgeRow[] {
  return rowsWith(rows, id, targets, confidence, (target) => target);
}

function rowsWith(
  rows: readonly Row[],
  id: string,
  targets: string,
  confidence: string,
  name: (target: string) => string,
): EdgeRow[] {
  return rows
    .filter((row) => list(row[targets]).length > 0)
    .map((row) => [row[id] ?? '', list(row[targets]).map(name).join(' '), row[confidence] as Confidence]);
}

/** Each pair of article and control with the subclauses of ISO/IEC 27701:2019 that stand between the two. */
function edgesThrough(row: Row, pims: readonly Row[]): EdgeRow[] {
  const named = new Set(list(row['iso27701_2019_ids']));
  return list(row['annex_a_2022_via_27701']).map((control) => {
    const via = pims.filter(
      (each) => named.has(each['id_27701_2019'] ?? '') && list(each['annex_a_2022']).includes(control),
    );
    return [
      row['gdpr_article'] ?? '',
      `A.${control}`,
      row['confidence'] as Confidence,
      via.map((each) => each['id_27701_2019']).join(' '),
    ];
  });
}

function list(cell: string | undefined): string[] {
  return (cell ?? '').split(';').filter((part) => part !== '');
}
