import type { MetadataFact } from '../facts/facts';
import { entryOf, scalarText, type YamlEntry, type YamlMap } from '../syntax/yaml';
import type { ReadContext } from './context';
import { latestOf } from './latest';

/**
 * Reads a history that is kept in front matter: `changelog`, `revision_history`, Comply's `majorRevisions`. Its newest
 * entry says version and date, as the newest row of a history table does.
 */
export function readHistoryList(entry: YamlEntry, context: ReadContext): MetadataFact[] {
  if (!context.vocabulary.isHistoryKey(entry.key) || entry.value?.type !== 'list') return [];
  const revisions = entry.value.items.filter((item) => item.type === 'map');
  const latest = latestOf(revisions, (revision) => textAt(revision, context, 'updated'));
  if (latest === undefined) return [];
  return [...factsOf(latest, context, 'version'), ...factsOf(latest, context, 'updated')];
}

function factsOf(revision: YamlMap, context: ReadContext, field: 'version' | 'updated'): MetadataFact[] {
  const entry = entryFor(revision, context, field);
  if (entry?.value?.type !== 'scalar') return [];
  const { key, keySpan, value } = entry;
  return [{ field, key, keySpan, value: scalarText(value), span: value.span, carrier: 'history-list' }];
}

function textAt(revision: YamlMap, context: ReadContext, field: 'version' | 'updated'): string {
  const value = entryFor(revision, context, field)?.value;
  return value?.type === 'scalar' ? scalarText(value) : '';
}

function entryFor(
  revision: YamlMap,
  { vocabulary }: ReadContext,
  field: 'version' | 'updated',
): YamlEntry | undefined {
  const named = revision.entries.find((entry) => vocabulary.historyColumn(entry.key) === field);
  return named ?? entryOf(revision, field);
}
