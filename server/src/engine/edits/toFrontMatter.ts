import type { Catalog } from '../catalog/catalog';
import type { MetadataFact } from '../facts/facts';
import { compareIds } from '../ids/numbering';
import { isMarkdown } from '../index/include';
import type { IsmsDocument } from '../index/model';
import { isDate } from '../text/date';
import type { TextEdit } from '../text/edits';
import { lineBreakOf } from '../text/source';
import { insertKeys, KEY_ORDER, type NewKey, type WrittenKey } from './frontMatterKeys';
import { quoted, yamlText } from './scalarText';

type Convertible = Pick<IsmsDocument, 'path' | 'source' | 'facts' | 'maps' | 'field'>;

/**
 * The edits that write what the text of a document says of itself, in tables, lines, badges and lists of controls, into
 * its front matter: a new block, or the keys that the block lacks. Every other byte stays. Empty where there is nothing
 * to write, or where the front matter cannot be read.
 */
export function toFrontMatter(document: Convertible, catalog: Catalog): TextEdit[] {
  const { source, facts, path } = document;
  if (!isMarkdown(path) || facts.frontMatter?.readable === false) return [];
  const keys = missingKeys(document, catalog);
  if (keys.length === 0) return [];
  if (facts.frontMatter !== undefined) return insertKeys(source.text, facts.frontMatter, keys);
  return [newBlock(source.text, withTitle(document, keys))];
}

/** What the text says and the front matter does not. */
function missingKeys(document: Convertible, catalog: Catalog): NewKey[] {
  const { facts } = document;
  const taken = new Set(facts.frontMatter?.entries.map((entry) => entry.meaning));
  const isToml = facts.frontMatter?.form === 'toml';
  const keys = KEY_ORDER.flatMap((key): NewKey[] => {
    if (key === 'controls' || taken.has(key)) return [];
    const fact = facts.metadata.find((each) => each.field === key && each.value !== '');
    if (fact === undefined || fact.carrier === 'front-matter' || isOnlyHistory(fact)) return [];
    return [{ key, value: valueOf(key, fact.value, isToml) }];
  });
  const controls = document.maps ? controlsInText(document, catalog) : [];
  return controls.length === 0 ? keys : [...keys, { key: 'controls', value: listOf(controls) }];
}

/** The day of the last revision changes with each one; a history keeps it better. */
function isOnlyHistory({ field, carrier }: MetadataFact): boolean {
  return field === 'updated' && (carrier === 'history-table' || carrier === 'history-list');
}

function controlsInText({ facts }: Convertible, catalog: Catalog): string[] {
  if (facts.controlLists.some((list) => list.meaning === 'iso27001')) return [];
  const ids = facts.references.flatMap(({ mention, carrier }) =>
    carrier !== 'front-matter' && mention.namespace === 'iso27001:2022'
      ? mention.ids.filter((id) => catalog.control(id) !== undefined)
      : [],
  );
  return [...new Set(ids)].sort(compareIds);
}

/** A block of its own says the title, which the text says in its heading. */
function withTitle({ facts }: Convertible, keys: readonly NewKey[]): readonly NewKey[] {
  const title = facts.body.headings.find((heading) => heading.depth === 1)?.text;
  if (title === undefined || title === '' || keys.some(({ key }) => key === 'title')) return keys;
  return [...keys, { key: 'title', value: yamlText(title) }];
}

function newBlock(text: string, keys: readonly NewKey[]): TextEdit {
  const lines = KEY_ORDER.flatMap((key) => {
    const value = keys.find((each) => each.key === key)?.value;
    return value === undefined ? [] : [`${key}: ${value}`];
  });
  const lineBreak = lineBreakOf(text);
  const gap = text === '' || /^[ \t]*\r?\n/.test(text) ? '' : lineBreak;
  return {
    span: { start: 0, end: 0 },
    newText: ['---', ...lines, '---', ''].join(lineBreak) + gap,
  };
}

/** Always in quotes: a version is no number, and neither is an id. */
const QUOTED: ReadonlySet<WrittenKey> = new Set(['id', 'version']);

function valueOf(key: WrittenKey, value: string, isToml: boolean): string {
  if (key === 'related_documents')
    return listOf(/^\S+(?:[,;]\s*\S+)+$/.test(value) ? value.split(/[,;]\s*/) : [value]);
  if (isDate(value)) return value;
  return isToml || QUOTED.has(key) ? quoted(value) : yamlText(value);
}

function listOf(items: readonly string[]): string {
  return `[${items.map(quoted).join(', ')}]`;
}
