import {
  BASELINES,
  baselinesOf,
  CONFIDENCES,
  FRAMEWORK_IDS,
  type CrosswalkData,
  type EdgeRow,
} from '../../src/engine/catalog/crosswalkData';

/** What the crosswalks hold, counted in their sources: items, and edges to controls of Annex A. */
export const EXPECTED_ITEMS = {
  'nist-csf-2.0': 134,
  'nist-800-53r5': 509,
  nis2: 49,
  'iso27701-2025': 78,
  'iso27701-2019': 189,
  gdpr: 43,
  'soc2-tsc': 61,
  hipaa: 22,
} as const;

export const EXPECTED_EDGES = {
  'nist-olir-154': 286,
  'nist-one-to-one': 93,
  'nist-olir-155': 439,
  'enisa-2024-2690': 95,
  'iso27701-2025-table-a3': 29,
  'iso27701-2019-clause-6': 115,
  'gdpr-via-27701': 48,
  'soc2-derived': 32,
  'hipaa-derived': 57,
} as const;

/** FedRAMP fedramp2.1.0 and SP 800-53B, counted in their profiles. */
export const EXPECTED_BASELINES = {
  'fedramp-low': 156,
  'fedramp-moderate': 323,
  'fedramp-high': 410,
  'fedramp-li-saas': 156,
  'nist-low': 149,
  'nist-moderate': 287,
  'nist-high': 370,
  'nist-privacy': 96,
} as const;

export interface Known {
  readonly controls: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
}

/** Everything that is wrong with the crosswalks: counts, dangling ids, words outside the closed lists. Empty where they are sound. */
export function crosswalkProblems(data: CrosswalkData, known: Known): string[] {
  return [
    ...frameworkProblems(data),
    ...itemProblems(data),
    ...Object.entries(data.edges).flatMap(([source, rows]) =>
      edgeProblems(data, source, rows, known.controls),
    ),
    ...Object.entries(data.clauseEdges).flatMap(([source, rows]) =>
      edgeProblems(data, source, rows, known.clauses),
    ),
    ...wrongCounts('items of', EXPECTED_ITEMS, (id) => data.items[id]?.length ?? 0),
    ...wrongCounts('edges of', EXPECTED_EDGES, (id) => countTargets(data.edges[id] ?? [])),
    ...wrongCounts('controls in', EXPECTED_BASELINES, (id) => selected(data, id)),
  ];
}

export function countTargets(rows: readonly EdgeRow[]): number {
  return rows.reduce((sum, [, targets]) => sum + targets.split(' ').length, 0);
}

function wrongCounts(
  what: string,
  expected: Readonly<Record<string, number>>,
  count: (id: string) => number,
): string[] {
  return Object.entries(expected)
    .filter(([id, number]) => count(id) !== number)
    .map(([id, number]) => `${what} ${id}: ${count(id)} instead of ${number}`);
}

function selected(data: CrosswalkData, baseline: string): number {
  const items = data.items['nist-800-53r5'] ?? [];
  return items.filter((item) => baselinesOf(item.baselines ?? 0).some((name) => name === baseline)).length;
}

function frameworkProblems(data: CrosswalkData): string[] {
  const ids = data.frameworks.map((framework) => framework.id);
  const selections = data.frameworks.flatMap(({ id, selection }) =>
    selection === undefined ? [] : [{ id, ...selection }],
  );
  return [
    ...FRAMEWORK_IDS.filter((id) => !ids.includes(id)).map((id) => `there is no framework ${id}`),
    ...ids
      .filter((id) => !(FRAMEWORK_IDS as readonly string[]).includes(id))
      .map((id) => `framework ${id} is not declared`),
    ...duplicates(ids).map((id) => `framework ${id} stands twice`),
    ...selections
      .filter(({ framework, baseline }) => !ids.includes(framework) || !BASELINES.includes(baseline))
      .map(({ id }) => `framework ${id} selects out of what does not exist`),
    ...data.sources
      .filter(({ framework }) => !ids.includes(framework))
      .map(({ id }) => `source ${id} has no framework`),
    ...data.sources
      .filter(({ label, attribution }) => !label || !attribution)
      .map(({ id }) => `source ${id} has no label or credit`),
    ...data.sources
      .filter(({ id }) => data.edges[id] === undefined)
      .map(({ id }) => `source ${id} has no edges`),
  ];
}

function itemProblems(data: CrosswalkData): string[] {
  return Object.entries(data.items).flatMap(([framework, items]) => {
    const levels = data.frameworks.find(({ id }) => id === framework)?.counted ?? [];
    return [
      ...duplicates(items.map(({ id }) => id)).map((id) => `${framework}: ${id} stands twice`),
      ...items.filter(({ id }) => id === '').map(() => `${framework}: an item has no id`),
      ...levels
        .filter((level) => !items.some((item) => item.level === level))
        .map((level) => `${framework}: no item is a ${level}`),
    ];
  });
}

function edgeProblems(
  data: CrosswalkData,
  source: string,
  rows: readonly EdgeRow[],
  targets: ReadonlySet<string>,
): string[] {
  const framework = data.sources.find(({ id }) => id === source)?.framework;
  if (framework === undefined) return [`edges of an unknown source ${source}`];
  const items = new Set(data.items[framework]?.map(({ id }) => id));
  return rows.flatMap(([item, list, confidence, via]) => [
    ...(items.has(item) ? [] : [`${source}: ${framework} has no ${item}`]),
    ...(CONFIDENCES.includes(confidence)
      ? []
      : [`${source}: ${item} has the unknown confidence "${confidence}"`]),
    ...(via === '' ? [`${source}: nothing stands between ${item} and ${list}`] : []),
    ...list
      .split(' ')
      .filter((target) => !targets.has(target))
      .map((target) => `${source}: ${item} is related to ${target}, which does not exist`),
    ...duplicates(list.split(' ')).map((target) => `${source}: ${item} names ${target} twice`),
  ]);
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
