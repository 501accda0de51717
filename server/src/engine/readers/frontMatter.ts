import { scanAllIds, type OwnIds } from '../ids/ownIds';
import { scanIds } from '../ids/scan';
import type { IdMention } from '../ids/mention';
import {
  entryOf,
  parseYaml,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../syntax/yaml';
import type { FrontMatterBlock } from '../syntax/frontMatter';
import type { ControlList } from '../facts/controlList';
import type {
  ControlReference,
  FrontMatterEntry,
  FrontMatterFacts,
  MetadataFact,
  ReadProblem,
} from '../facts/facts';
import { namespaceOfFramework } from '../ids/framework';
import type { KeyMeaning } from '../catalog/vocabulary';
import { meaningOfKey, type ReadContext } from './context';
import { problemsOfBlock } from './frontMatterProblems';
import { readMetadata } from './metadata';
import { controlListOf } from './controlLists';

export interface FrontMatterReading {
  readonly facts: FrontMatterFacts;
  readonly metadata: readonly MetadataFact[];
  readonly references: readonly ControlReference[];
  readonly controlLists: readonly ControlList[];
  readonly problems: readonly ReadProblem[];
}

/** Reads the YAML block at the top of a document: metadata and the controls that it lists. Never throws. */
export function readFrontMatter(
  text: string,
  block: FrontMatterBlock,
  context: ReadContext,
): FrontMatterReading {
  const { root, errors } = parseYaml(text.slice(block.content.start, block.content.end), block.content.start);
  const problems = problemsOfBlock(text, block, root, errors);
  const readable = problems.length === 0;
  const entries = root?.type === 'map' ? root.entries.map((entry) => entryFact(entry, text, context)) : [];
  const namesControls = hasControlLine(text.slice(block.content.start, block.content.end), context);
  const facts: FrontMatterFacts = {
    span: block.span,
    content: block.content,
    readable,
    namesControls,
    entries,
  };
  if (root?.type !== 'map') return { facts, metadata: [], references: [], controlLists: [], problems };
  const collected: Collected = {
    metadata: [],
    references: [],
    controlLists: [],
    problems,
    lists: 0,
    ownIds: context.ownIds,
  };
  for (const entry of root.entries) readEntry(entry, context, collected);
  readNestedControls(root, context, collected);
  return {
    facts,
    metadata: collected.metadata,
    references: collected.references,
    controlLists: collected.controlLists,
    problems,
  };
}

interface Collected {
  readonly metadata: MetadataFact[];
  readonly references: ControlReference[];
  readonly controlLists: ControlList[];
  readonly problems: ReadProblem[];
  lists: number;
  readonly ownIds: OwnIds | undefined;
}

/** Told from the lines alone, so that a slip that hides all keys from YAML does not make the document vanish. */
function hasControlLine(content: string, context: ReadContext): boolean {
  const keys = [...content.matchAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*:/gm)].map((match) => match[1] ?? '');
  const named = keys.some((key) => meaningOfKey(key, context) === 'iso27001');
  return named && scanIds(content, { bare: 'none' }).some((mention) => mention.namespace === 'iso27001:2022');
}

function entryFact(entry: YamlEntry, text: string, context: ReadContext): FrontMatterEntry {
  const lineStart = text.lastIndexOf('\n', entry.keySpan.start - 1) + 1;
  const before = text.slice(lineStart, entry.keySpan.start);
  const last = text.slice(0, Math.max(entry.keySpan.end, entry.value?.span.end ?? 0)).trimEnd().length;
  const lineEnd = /\r?\n|$/.exec(text.slice(last));
  return {
    key: entry.key,
    meaning:
      meaningOfKey(entry.key, context) === undefined
        ? context.vocabulary.metadataField(entry.key)
        : 'controls',
    span: { start: entry.keySpan.start, end: last + (lineEnd?.index ?? 0) },
    indent: before.trim() === '' ? before : undefined,
  };
}

function readEntry(entry: YamlEntry, context: ReadContext, into: Collected): void {
  const meaning = meaningOfKey(entry.key, context);
  if (meaning !== undefined) return readControls(entry, meaning, into);
  const field = context.vocabulary.metadataField(entry.key);
  if (field !== undefined) readMetadata(entry, field, into);
}

/** `satisfies.<STANDARD>` and `frameworks.<name>.controls`: the name of the standard decides the namespace. */
function readNestedControls(root: YamlMap, context: ReadContext, into: Collected): void {
  for (const key of ['satisfies', 'frameworks']) {
    const group = entryOf(root, key)?.value;
    if (group?.type !== 'map' || meaningOfKey(key, context) !== undefined) continue;
    for (const entry of group.entries) {
      const controls = entry.value?.type === 'map' ? entryOf(entry.value, 'controls') : entry;
      const isIso =
        meaningOfKey(entry.key, context) === 'iso27001' ||
        namespaceOfFramework(entry.key) === 'iso27001:2022';
      if (controls !== undefined) readControls(controls, isIso ? 'iso27001' : 'other', into);
    }
  }
}

function readControls(entry: YamlEntry, meaning: KeyMeaning, into: Collected): void {
  const list = into.lists++;
  const shape = controlListOf(entry, meaning, list);
  if (shape !== undefined) into.controlLists.push(shape);
  if (entry.value === undefined) return;
  if (entry.value.type === 'map') {
    into.problems.push({
      kind: 'wrong-type',
      span: entry.keySpan,
      detail: `"${entry.key}" holds a group of keys where a list of controls is expected`,
      hint: `Write ${entry.key}: ["A.5.15", "A.5.18"], with your controls.`,
    });
    return;
  }
  const items = entry.value.type === 'list' ? entry.value.items : [entry.value];
  for (const item of items) readItem(item, entry.key, meaning, list, into);
}

function readItem(item: YamlNode, key: string, meaning: KeyMeaning, list: number, into: Collected): void {
  const scalar = item.type === 'map' ? idOfItem(item) : item;
  if (scalar?.type !== 'scalar') {
    into.problems.push({
      kind: 'wrong-type',
      span: item.span,
      detail: `an item of "${key}" is a ${item.type === 'list' ? 'list' : 'group of keys'} where a control id is expected`,
      hint: 'Write the id alone, for example "A.5.15".',
    });
    return;
  }
  for (const mention of idsOf(scalar, meaning, into.ownIds)) {
    const yamlNumber = numberRead(scalar);
    into.references.push({
      mention,
      carrier: 'front-matter',
      key,
      container: scalar.span,
      list,
      ...(yamlNumber && { yamlNumber }),
    });
  }
}

/** `- id: A.5.15` with further keys: the id alone counts. */
function idOfItem(item: YamlMap): YamlNode | undefined {
  return (entryOf(item, 'id') ?? entryOf(item, 'control') ?? entryOf(item, 'ref'))?.value;
}

function idsOf(scalar: YamlScalar, meaning: KeyMeaning, own: OwnIds | undefined): IdMention[] {
  const offset = scalar.span.start;
  if (meaning === 'clauses') return scanIds(scalar.source, { offset, bare: 'clause' });
  if (meaning === 'other')
    return scanAllIds(scalar.source, { offset, bare: 'none', namespace: 'other' }, own);
  return scanAllIds(scalar.source, { offset, bare: 'control' }, own);
}

function numberRead(scalar: YamlScalar): ControlReference['yamlNumber'] {
  if (typeof scalar.value !== 'number') return undefined;
  const read = String(scalar.value);
  return { read, changed: read !== scalar.source.trim() };
}
