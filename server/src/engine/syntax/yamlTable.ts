import type { Span } from '../text/span';
import type { Table, TableCell, TableRow } from './markdownFacts';
import { scalarText, type YamlEntry, type YamlMap, type YamlNode } from './yaml';

/**
 * Reads YAML or JSON as tables: a list of groups is a table with one row per group, a group of groups one whose first
 * column is the outer key, a lone group one row. Keys head the columns. Lists below further keys are found as well.
 */
export function yamlTables(root: YamlNode | undefined): Table[] {
  if (root === undefined) return [];
  const own = tableOf(root);
  if (own !== undefined) return [own];
  if (root.type !== 'map') return [];
  return root.entries.flatMap((entry) => (entry.value === undefined ? [] : yamlTables(entry.value)));
}

/** The header of the column that holds the outer keys of a group of groups. */
const OUTER_KEY = 'id';

function tableOf(node: YamlNode): Table | undefined {
  if (node.type === 'list') return build(node.span, rowsOfList(node.items));
  if (node.type !== 'map') return undefined;
  const groups = node.entries.filter((entry) => entry.value?.type === 'map');
  if (groups.length > 0 && groups.length === node.entries.length)
    return build(node.span, groups.map(rowOfGroup));
  const values = node.entries.length - groups.length;
  if (node.entries.length < 2 || values < 2 || node.entries.some(({ value }) => holdsGroups(value)))
    return undefined;
  return build(node.span, [{ span: node.span, fields: fieldsOf(node) }]);
}

/** Rows below a key: a list of groups, or a group of groups. */
function holdsGroups(node: YamlNode | undefined): boolean {
  if (node?.type === 'list') return node.items.some((item) => item.type === 'map');
  return (
    node?.type === 'map' && node.entries.some(({ value }) => value?.type === 'map' || holdsGroups(value))
  );
}

interface Row {
  readonly span: Span;
  readonly fields: ReadonlyMap<string, TableCell>;
}

function rowsOfList(items: readonly YamlNode[]): Row[] {
  return items.flatMap((item) => (item.type === 'map' ? [{ span: item.span, fields: fieldsOf(item) }] : []));
}

function rowOfGroup(entry: YamlEntry): Row {
  const key: TableCell = { span: entry.keySpan, outer: entry.keySpan, text: entry.key, links: [] };
  const fields = entry.value?.type === 'map' ? fieldsOf(entry.value) : new Map<string, TableCell>();
  return {
    span: { start: entry.keySpan.start, end: entry.value?.span.end ?? entry.keySpan.end },
    fields: new Map([[OUTER_KEY, key], ...fields]),
  };
}

/** The values of a group by key. A group within it is taken apart: `treatment: { decision: … }` is `treatment.decision`. */
function fieldsOf(map: YamlMap): Map<string, TableCell> {
  return new Map(
    map.entries.flatMap((entry): [string, TableCell][] =>
      entry.value?.type === 'map'
        ? entry.value.entries.map((inner) => [`${entry.key}.${inner.key}`, cellOf(inner)])
        : [[entry.key, cellOf(entry)]],
    ),
  );
}

function cellOf(entry: YamlEntry): TableCell {
  const { value } = entry;
  if (value === undefined)
    return {
      span: { start: entry.keySpan.end, end: entry.keySpan.end },
      outer: entry.keySpan,
      text: '',
      links: [],
    };
  const span = value.type === 'scalar' ? withoutQuotes(value.source, value.span) : value.span;
  return { span, outer: value.span, text: textOf(value), links: [] };
}

function withoutQuotes(source: string, span: Span): Span {
  const quoted = /^(["'])[\s\S]*\1$/.test(source) && source.length > 1;
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

function textOf(node: YamlNode): string {
  if (node.type === 'scalar') return scalarText(node).replace(/\s+/g, ' ').trim();
  if (node.type === 'list')
    return node.items
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ');
  return '';
}

/** Rows with other keys than the first are no reason to lose a column: the header holds every key that occurs. */
function build(span: Span, rows: readonly Row[]): Table | undefined {
  if (rows.length === 0) return undefined;
  const keys = [...new Set(rows.flatMap((row) => [...row.fields.keys()]))];
  const first = rows[0]?.fields;
  const header: TableRow = {
    span: { start: rows[0]?.span.start ?? span.start, end: rows[0]?.span.start ?? span.start },
    cells: keys.map((key) => {
      const place = first?.get(key)?.outer ?? span;
      return { span: { start: place.start, end: place.start }, outer: place, text: key, links: [] };
    }),
  };
  const body = rows.map((row): TableRow => ({
    span: row.span,
    cells: keys.map((key) => row.fields.get(key) ?? absent(row)),
  }));
  return { span, header, rows: body, heading: undefined };
}

function absent(row: Row): TableCell {
  const end = { start: row.span.end, end: row.span.end };
  return { span: end, outer: end, text: '', links: [] };
}
