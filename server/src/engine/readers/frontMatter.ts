import type { ControlList } from '../facts/controlList';
import type {
  ControlReference,
  FrontMatterEntry,
  FrontMatterFacts,
  MetadataFact,
  ReadProblem,
} from '../facts/facts';
import { scanIds } from '../ids/scan';
import type { FrontMatterBlock } from '../syntax/frontMatter';
import { parseToml } from '../syntax/toml';
import { parseYaml, type YamlEntry, type YamlMap } from '../syntax/yaml';
import { meaningOfKey, type ReadContext } from './context';
import { readControlKeys } from './controlKeys';
import { problemsOfBlock } from './frontMatterProblems';
import { readHistoryList } from './historyList';
import { readMetadata } from './metadata';

export interface FrontMatterReading {
  readonly facts: FrontMatterFacts;
  readonly metadata: readonly MetadataFact[];
  readonly references: readonly ControlReference[];
  readonly controlLists: readonly ControlList[];
  readonly problems: readonly ReadProblem[];
}

/** Reads the block at the top of a document: metadata and the controls that it lists. Never throws. */
export function readFrontMatter(
  text: string,
  block: FrontMatterBlock,
  context: ReadContext,
): FrontMatterReading {
  const content = text.slice(block.content.start, block.content.end);
  const parse = block.form === 'toml' ? parseToml : parseYaml;
  const { root, errors } = parse(content, block.content.start);
  const problems = problemsOfBlock(text, block, root, errors);
  const map = root?.type === 'map' ? root : undefined;
  const facts: FrontMatterFacts = {
    form: block.form,
    span: block.span,
    content: block.content,
    readable: problems.length === 0,
    namesControls: hasControlLine(content, context),
    entries: map?.entries.map((entry) => entryFact(entry, text, context)) ?? [],
  };
  if (map === undefined) return { facts, metadata: [], references: [], controlLists: [], problems };
  const controls = readControlKeys(map, context);
  problems.push(...controls.problems);
  const metadata = metadataOf(map, context, problems);
  return { facts, metadata, ...controls, problems };
}

/** True for a key that we read, whatever it means: blocks without delimiters are told by such keys. */
export function isKnownKey(key: string, context: ReadContext): boolean {
  return meaningOfKey(key, context) !== undefined || context.vocabulary.metadataField(key) !== undefined;
}

function metadataOf(root: YamlMap, context: ReadContext, problems: ReadProblem[]): MetadataFact[] {
  const metadata: MetadataFact[] = [];
  for (const entry of root.entries) {
    if (meaningOfKey(entry.key, context) !== undefined) continue;
    const field = context.vocabulary.metadataField(entry.key);
    if (field !== undefined) readMetadata(entry, field, { metadata, problems });
    else metadata.push(...readHistoryList(entry, context));
  }
  return metadata;
}

/** Told from the lines alone, so that a slip that hides all keys from YAML does not make the document vanish. */
function hasControlLine(content: string, context: ReadContext): boolean {
  for (const match of content.matchAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*[:=]/gm))
    if (meaningOfKey(match[1] ?? '', context) === 'iso27001')
      return scanIds(content, { bare: 'none' }).some(({ namespace }) => namespace === 'iso27001:2022');
  return false;
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
