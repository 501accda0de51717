import type { KeyMeaning } from '../catalog/vocabulary';
import type { ControlList } from '../facts/controlList';
import type { ControlReference, ReadProblem } from '../facts/facts';
import { isOtherFramework, namespaceOfFramework } from '../ids/framework';
import type { IdMention } from '../ids/mention';
import { scanAllIds } from '../ids/ownIds';
import { scanIds } from '../ids/scan';
import { wholeAnnex } from '../ids/wholeAnnex';
import { entryOf, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from '../syntax/yaml';
import { meaningOfKey, type ReadContext } from './context';
import { controlListOf } from './controlLists';

export interface ControlReading {
  readonly references: ControlReference[];
  readonly controlLists: ControlList[];
  readonly problems: ReadProblem[];
}

/** Reads all keys of front matter that list ids, those of the first level and those grouped by standard. */
export function readControlKeys(root: YamlMap, context: ReadContext): ControlReading {
  const reading: ControlReading = { references: [], controlLists: [], problems: [] };
  for (const entry of root.entries) {
    const meaning = meaningOfKey(entry.key, context);
    if (meaning !== undefined) readKey(entry, meaning, context, reading);
    else if (GROUPS.test(entry.key) && entry.value?.type === 'map')
      readGroup(entry.value, undefined, context, reading);
    else if (context.vocabulary.isReferencesKey(entry.key)) readFreeStrings(entry, context, reading);
  }
  return reading;
}

/** `satisfies.<STANDARD>` and `frameworks.<name>.controls`: the name of the standard decides what the ids are. */
const GROUPS = /^(?:satisfies|frameworks)$/i;

/** True where a group held a key that could be read. `within` is what the ids of the group are, where its own key says so. */
function readGroup(
  group: YamlMap,
  within: KeyMeaning | undefined,
  context: ReadContext,
  into: ControlReading,
): boolean {
  let understood = false;
  for (const entry of group.entries) {
    const meaning = meaningWithin(entry.key, within, context);
    if (meaning === undefined) continue;
    understood = true;
    if (entry.value?.type === 'map') {
      const inner = meaning === 'other' ? 'other' : 'iso27001';
      readGroup(entry.value, inner, context, into);
    } else readList(entry, meaning, context, into);
  }
  return understood;
}

/** What the ids under a key of a group are. Below a standard `controls` are its own. */
function meaningWithin(
  key: string,
  within: KeyMeaning | undefined,
  context: ReadContext,
): KeyMeaning | undefined {
  const meaning = meaningOfKey(key, context);
  if (within === 'other') return meaning === undefined ? undefined : 'other';
  if (meaning !== undefined) return meaning;
  if (namespaceOfFramework(key) === 'iso27001:2022') return 'iso27001';
  return within === undefined || isOtherFramework(key) ? 'other' : undefined;
}

function readKey(entry: YamlEntry, meaning: KeyMeaning, context: ReadContext, into: ControlReading): void {
  if (entry.value?.type !== 'map') return readList(entry, meaning, context, into);
  if (readGroup(entry.value, meaning, context, into)) return;
  into.problems.push({
    kind: 'wrong-type',
    span: entry.keySpan,
    detail: `"${entry.key}" holds a group of keys where a list of controls is expected`,
    hint: `Write ${entry.key}: ["A.5.15", "A.5.18"], with your controls.`,
  });
}

function readList(entry: YamlEntry, meaning: KeyMeaning, context: ReadContext, into: ControlReading): void {
  const list = into.controlLists.length;
  const shape = controlListOf(entry, meaning, list);
  if (shape === undefined) return;
  into.controlLists.push(shape);
  for (const item of itemsOf(entry)) {
    const scalar = item.type === 'map' ? idOfItem(item) : item;
    if (scalar?.type === 'scalar') {
      const mentions = idsOf(scalar, meaning, context);
      into.references.push(...mentions.map((mention) => reference(entry, scalar, mention, list)));
    } else if (meaning !== 'other') into.problems.push(noId(entry, item));
  }
}

/**
 * `references` holds all kinds of sources. What names a control of ours by its letter or its standard is one of this
 * document; everything else is left alone, the former edition under its own name too, and nothing is asked of the
 * spelling.
 */
function readFreeStrings(entry: YamlEntry, context: ReadContext, into: ControlReading): void {
  const found = itemsOf(entry)
    .flatMap((item) => (item.type === 'map' ? item.entries.flatMap(({ value }) => value ?? []) : [item]))
    .filter((item) => item.type === 'scalar')
    .flatMap((scalar) => oursIn(scalar, context).map((mention) => ({ scalar, mention })));
  const list = into.controlLists.length;
  const shape = found.length === 0 ? undefined : controlListOf(entry, 'other', list);
  if (shape === undefined) return;
  into.controlLists.push(shape);
  into.references.push(...found.map(({ scalar, mention }) => reference(entry, scalar, mention, list)));
}

function oursIn(scalar: YamlScalar, { ownIds }: ReadContext): IdMention[] {
  if (scalar.source.includes('://')) return [];
  const mentions = scanAllIds(scalar.source, { offset: scalar.span.start, bare: 'none' }, ownIds);
  return mentions.filter(
    ({ namespace, text }) =>
      namespace === 'own' || (namespace.startsWith('iso27001') && !text.includes('2013')),
  );
}

function itemsOf({ value }: YamlEntry): readonly YamlNode[] {
  if (value === undefined) return [];
  return value.type === 'list' ? value.items : [value];
}

function reference(
  { key }: YamlEntry,
  scalar: YamlScalar,
  mention: IdMention,
  list: number,
): ControlReference {
  const yamlNumber = numberRead(scalar);
  const common = { mention, carrier: 'front-matter', key, container: scalar.span, list } as const;
  return yamlNumber === undefined ? common : { ...common, yamlNumber };
}

function noId({ key }: YamlEntry, item: YamlNode): ReadProblem {
  return {
    kind: 'wrong-type',
    span: item.span,
    detail: `an item of "${key}" is a ${item.type === 'list' ? 'list' : 'group of keys'} where a control id is expected`,
    hint: 'Write the id alone, for example "A.5.15".',
  };
}

/** `- id: A.5.15` with further keys: the id alone counts. */
function idOfItem(item: YamlMap): YamlNode | undefined {
  return (entryOf(item, 'id') ?? entryOf(item, 'control') ?? entryOf(item, 'ref'))?.value;
}

function idsOf(scalar: YamlScalar, meaning: KeyMeaning, { ownIds }: ReadContext): IdMention[] {
  const offset = scalar.span.start;
  if (meaning === 'clauses') return scanIds(scalar.source, { offset, bare: 'clause' });
  if (meaning === 'other')
    return scanAllIds(scalar.source, { offset, bare: 'none', namespace: 'other' }, ownIds);
  const mentions = scanAllIds(scalar.source, { offset, bare: 'control' }, ownIds);
  return mentions.length > 0 ? mentions : [wholeAnnex(scalar.source, offset) ?? []].flat();
}

function numberRead(scalar: YamlScalar): ControlReference['yamlNumber'] {
  if (typeof scalar.value !== 'number') return undefined;
  const read = String(scalar.value);
  return { read, changed: read !== scalar.source.trim() };
}
