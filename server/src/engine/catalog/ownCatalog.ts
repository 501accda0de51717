import type { YamlMap } from '../syntax/yaml';
import type { Span } from '../text/span';
import { createEntryReader, type EntryReader } from './entryReader';

/** A control of the organisation itself, of a sector extension or of another published catalogue. */
export interface OwnControl {
  /** As its catalogue writes it: `CUST-1`, `A.5.38`. */
  readonly id: string;
  readonly title: string;
  /** The heading under which it stands. */
  readonly theme: string | undefined;
  readonly text: string | undefined;
  readonly parent: Reference | undefined;
  readonly idSpan: Span;
}

/** Text of the organisation about a control: its own words, or an excerpt that it has a licence for. */
export interface Excerpt {
  readonly of: Reference;
  readonly text: string;
  /** Where the text is from, in the organisation's words. */
  readonly source: string | undefined;
}

export interface OwnFramework {
  readonly id: string;
  readonly title: string;
  readonly items: readonly OwnItem[];
  readonly idSpan: Span;
}

export interface OwnItem {
  readonly id: string;
  readonly title: string;
  readonly group: string | undefined;
  readonly controls: readonly Reference[];
  readonly idSpan: Span;
}

/** An id in a catalogue file that must exist somewhere. */
export interface Reference {
  readonly id: string;
  readonly span: Span;
}

/** What one catalogue file says. */
export interface OwnCatalog {
  readonly title: string;
  /** Ids may be written with it in front: `acme/CUST-1`. */
  readonly namespace: string | undefined;
  readonly controls: readonly OwnControl[];
  readonly excerpts: readonly Excerpt[];
  readonly frameworks: readonly OwnFramework[];
}

/** A place where a catalogue file is at fault. */
export interface CatalogProblem {
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly hint: string;
  readonly span: Span;
  /** What was probably meant; it replaces the text at `span`. */
  readonly suggestion?: string;
}

export interface ReadCatalog {
  readonly catalog: OwnCatalog;
  readonly problems: readonly CatalogProblem[];
}

export const EMPTY_CATALOG: OwnCatalog = {
  title: '',
  namespace: undefined,
  controls: [],
  excerpts: [],
  frameworks: [],
};

/**
 * Reads a catalogue in our own format, as `docs/catalogues.md` describes it. Whether ids that it refers to exist is
 * checked later, with all catalogues together. Entries without a fault are kept where others have one.
 */
export function readOwnCatalog(root: YamlMap): ReadCatalog {
  const problems: CatalogProblem[] = [];
  const reader = createEntryReader(problems);
  reader.keys(root, ['title', 'namespace', 'controls', 'excerpts', 'frameworks'], 'a catalogue');
  const catalog: OwnCatalog = {
    title: reader.required(root, 'title', 'The catalogue')?.text ?? '',
    namespace: reader.optional(root, 'namespace'),
    controls: reader.list(root, 'controls').flatMap((node) => readControl(node, reader) ?? []),
    excerpts: reader.list(root, 'excerpts').flatMap((node) => readExcerpt(node, reader) ?? []),
    frameworks: reader.list(root, 'frameworks').flatMap((node) => readFramework(node, reader) ?? []),
  };
  return { catalog, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function readControl(map: YamlMap, reader: EntryReader): OwnControl | undefined {
  reader.keys(map, ['id', 'title', 'theme', 'text', 'parent'], 'a control');
  const id = reader.required(map, 'id', 'The control');
  const title = reader.required(map, 'title', id === undefined ? 'The control' : `Control ${id.text}`);
  if (id === undefined || title === undefined || !reader.isControlId(id)) return undefined;
  return {
    id: id.text,
    title: title.text,
    theme: reader.optional(map, 'theme'),
    text: reader.optional(map, 'text'),
    parent: reader.reference(map, 'parent'),
    idSpan: id.span,
  };
}

function readExcerpt(map: YamlMap, reader: EntryReader): Excerpt | undefined {
  reader.keys(map, ['of', 'text', 'source'], 'an excerpt');
  const of = reader.required(map, 'of', 'The excerpt');
  const text = reader.required(map, 'text', 'The excerpt');
  if (of === undefined || text === undefined) return undefined;
  return { of: { id: of.text, span: of.span }, text: text.text, source: reader.optional(map, 'source') };
}

function readFramework(map: YamlMap, reader: EntryReader): OwnFramework | undefined {
  reader.keys(map, ['id', 'title', 'items'], 'a framework');
  const id = reader.required(map, 'id', 'The framework');
  const title = reader.required(map, 'title', 'The framework');
  const items = reader.list(map, 'items').flatMap((node) => readItem(node, reader) ?? []);
  if (id === undefined || title === undefined) return undefined;
  return { id: id.text, title: title.text, items, idSpan: id.span };
}

function readItem(map: YamlMap, reader: EntryReader): OwnItem | undefined {
  reader.keys(map, ['id', 'title', 'group', 'controls'], 'an item');
  const id = reader.required(map, 'id', 'The item');
  const title = reader.required(map, 'title', id === undefined ? 'The item' : `Item ${id.text}`);
  if (id === undefined || title === undefined) return undefined;
  const controls = reader.references(map, 'controls');
  return { id: id.text, title: title.text, group: reader.optional(map, 'group'), controls, idSpan: id.span };
}
