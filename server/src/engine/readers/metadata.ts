import type { MetadataFact, MetadataField, ReadProblem } from '../facts/facts';
import { entryOf, scalarText, type YamlEntry, type YamlNode, type YamlScalar } from '../syntax/yaml';

interface Collected {
  readonly metadata: MetadataFact[];
  readonly problems: ReadProblem[];
}

const LIST_FIELDS: ReadonlySet<MetadataField> = new Set(['related_documents', 'applies_to', 'tags']);
/** Several people may own, write or approve one document. */
const NAMES: ReadonlySet<MetadataField> = new Set(['owner', 'author', 'approver']);

/** Reads the value of one key of front matter: one value, a list where the field has several, or people by name. */
export function readMetadata(entry: YamlEntry, field: MetadataField, into: Collected): void {
  if (entry.value === undefined) return;
  const many = LIST_FIELDS.has(field) || NAMES.has(field);
  const items = entry.value.type === 'list' ? entry.value.items : [entry.value];
  const values = items.flatMap((item) => (many ? nameOf(item) : item) ?? []).filter(isScalar);
  if (values.length < items.length || (values.length > 1 && !many))
    into.problems.push(wrongType(entry, entry.value));
  else into.metadata.push(...values.map((value) => fact(entry, field, value)));
}

/** People and documents are also written with several keys: `{ name: …, email: … }`. The first that says who counts. */
function nameOf(item: YamlNode): YamlNode | undefined {
  if (item.type !== 'map') return item;
  const naming = ['name', 'role', 'title', 'id', 'path'].flatMap((key) => entryOf(item, key) ?? []);
  return [...naming, ...item.entries].find((entry) => entry.value?.type === 'scalar')?.value;
}

function isScalar(node: YamlNode): node is YamlScalar {
  return node.type === 'scalar';
}

function fact({ key, keySpan }: YamlEntry, field: MetadataField, value: YamlScalar): MetadataFact {
  return { field, key, keySpan, value: scalarText(value), span: value.span, carrier: 'front-matter' };
}

function wrongType({ key, keySpan }: YamlEntry, value: YamlNode): ReadProblem {
  return {
    kind: 'wrong-type',
    span: keySpan,
    detail: `"${key}" holds a ${value.type === 'list' ? 'list' : 'group of keys'} where one value is expected`,
    hint: `Write one value behind the colon of "${key}".`,
  };
}
