import type { Framework } from '../../engine/catalog/crosswalkData';
import type { ItemCoverage, RelatedControl } from '../../engine/check/frameworkCoverage';
import { csvTable } from './csv';
import type { FrameworkWorkspace } from './frameworkCoverage';
import { toJson } from './json';

const COLUMNS = [
  'workspace',
  'framework',
  'item',
  'title',
  'group',
  'state',
  'control',
  'in place',
  'applicable',
  'status',
  'documents',
  'control title',
  'source',
  'relation',
  'confidence',
  'via',
];

/** One line for each relation, and one for each item that has none. */
export function frameworkCsv(workspaces: readonly FrameworkWorkspace[]): string {
  const rows = workspaces.flatMap(({ root, fileAt, coverage }) =>
    coverage.sets.flatMap(({ source, items }) =>
      items.flatMap((each) => {
        const own = [
          root,
          coverage.framework.id,
          each.item.id,
          each.item.title ?? '',
          each.item.group ?? '',
          each.state,
        ];
        if (each.controls.length === 0) return [[...own, '', '', '', '', '', '', source.id, '', '', '']];
        return each.controls.map((control) => [
          ...own,
          ...controlFields(control, fileAt),
          source.id,
          source.label,
          control.edge.confidence,
          control.edge.via.join('; '),
        ]);
      }),
    ),
  );
  return csvTable(COLUMNS, rows);
}

function controlFields(
  { edge, title, inPlace, applicable, status, documents }: RelatedControl,
  fileAt: FrameworkWorkspace['fileAt'],
): string[] {
  return [
    edge.control,
    inPlace ? 'yes' : 'no',
    applicable === null ? '' : applicable ? 'yes' : 'no',
    status ?? '',
    documents.map(fileAt).join('; '),
    title ?? '',
  ];
}

export function frameworkJson(workspaces: readonly FrameworkWorkspace[], version: string): string {
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version },
    workspaces: workspaces.map(({ root, fileAt, coverage }) => ({
      root,
      framework: frameworkOf(coverage.framework),
      sets: coverage.sets.map(({ source, counts, items }) => ({
        source,
        summary: {
          items: items.length,
          relatedInPlace: counts['in-place'],
          relatedOpen: counts.open,
          unrelated: counts.unrelated,
        },
        items: items.map((each) => itemJson(each, fileAt)),
      })),
    })),
  });
}

function frameworkOf({ id, title, note }: Framework): object {
  return { id, title, ...(note !== undefined && { note }) };
}

function itemJson(
  { item, state, controls, clauses }: ItemCoverage,
  fileAt: FrameworkWorkspace['fileAt'],
): object {
  return {
    id: item.id,
    title: item.title ?? null,
    group: item.group ?? null,
    state,
    controls: controls.map(({ edge, inPlace, applicable, status, documents }) => ({
      id: edge.control,
      inPlace,
      applicable,
      status,
      documents: documents.map(fileAt),
      relation: edge.source.label,
      confidence: edge.confidence,
      via: edge.via,
    })),
    clauses: clauses.map(({ clause, confidence }) => ({ id: clause, confidence })),
  };
}
