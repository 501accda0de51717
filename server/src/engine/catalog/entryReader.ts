import {
  entryOf,
  scalarText,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../syntax/yaml';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import type { CatalogProblem, Reference } from './ownCatalog';

export interface Text {
  readonly text: string;
  readonly span: Span;
}

/** Reads entries of a catalogue file; what is wrong with them goes to the list that it was created with. */
export interface EntryReader {
  /** The text of a key, without blanks around it; `undefined` where there is none. */
  optional(map: YamlMap, key: string): string | undefined;
  /** The same, and a problem where there is none. `owner` begins the message: `Control CUST-1`. */
  required(map: YamlMap, key: string, owner: string): Text | undefined;
  reference(map: YamlMap, key: string): Reference | undefined;
  /** The ids of a list; one alone may stand without a list. */
  references(map: YamlMap, key: string): Reference[];
  /** The entries of a list of `key: value` groups. */
  list(map: YamlMap, key: string): YamlMap[];
  /** Reports keys that mean nothing. `owner` ends the message: `a control`. */
  keys(map: YamlMap, known: readonly string[], owner: string): void;
  /** True where the text can serve as the id of a control. */
  isControlId(id: Text): boolean;
}

export function createEntryReader(problems: CatalogProblem[]): EntryReader {
  const scalar = (map: YamlMap, key: string): YamlScalar | undefined => scalarAt(map, key, problems);
  return {
    optional: (map, key) => {
      const node = scalar(map, key);
      return node === undefined ? undefined : scalarText(node).trim() || undefined;
    },
    required: (map, key, owner) => {
      const node = scalar(map, key);
      const text = node === undefined ? '' : scalarText(node).trim();
      if (node !== undefined && text !== '') return { text, span: node.span };
      const entry = entryOf(map, key);
      // Where something else than a text stands there, that is the problem already.
      if (entry?.value === undefined || node !== undefined) problems.push(missing(map, entry, key, owner));
      return undefined;
    },
    reference: (map, key) => {
      const node = scalar(map, key);
      return node === undefined ? undefined : { id: scalarText(node).trim(), span: node.span };
    },
    references: (map, key) => referencesAt(map, key, problems),
    list: (map, key) => listAt(map, key, problems),
    keys: (map, known, owner) => void problems.push(...unknownKeys(map, known, owner)),
    isControlId: (id) => {
      const problem = controlIdProblem(id);
      if (problem !== undefined) problems.push(problem);
      return problem === undefined;
    },
  };
}

const CONTROL_ID = /^\p{L}[\p{L}\p{N}._()-]*$/u;

/** Why a text cannot serve as the id of a control: it must be told from a word of a sentence and from a bare number. */
export function controlIdProblem(id: Text): CatalogProblem | undefined {
  if (CONTROL_ID.test(id.text) && /\p{N}/u.test(id.text)) return undefined;
  return {
    message: `"${id.text}" cannot serve as the id of a control: in a document nobody could tell it from a word or a number.`,
    hint: 'Begin with a letter, use letters, digits, points and hyphens without spaces, and at least one digit: CUST-1.',
    span: id.span,
  };
}

/** The first character of a value that may go on over many lines. */
export function firstCharacter(node: YamlNode): Span {
  return { start: node.span.start, end: Math.min(node.span.start + 1, node.span.end) };
}

function scalarAt(map: YamlMap, key: string, problems: CatalogProblem[]): YamlScalar | undefined {
  const entry = entryOf(map, key);
  if (entry?.value === undefined || entry.value.type === 'scalar') return entry?.value;
  const hint = `Write ${entry.key}: and the text behind it.`;
  problems.push({ message: `"${entry.key}" must be one text.`, hint, span: entry.keySpan });
  return undefined;
}

function referencesAt(map: YamlMap, key: string, problems: CatalogProblem[]): Reference[] {
  const value = entryOf(map, key)?.value;
  const nodes = value === undefined ? [] : value.type === 'list' ? value.items : [value];
  return nodes.flatMap((node) => {
    if (node.type === 'scalar') return [{ id: scalarText(node).trim(), span: node.span }];
    const hint = `Write ${key}: ["A.5.15", "A.5.18"].`;
    problems.push({ message: `"${key}" must be a list of control ids.`, hint, span: firstCharacter(node) });
    return [];
  });
}

function listAt(map: YamlMap, key: string, problems: CatalogProblem[]): YamlMap[] {
  const entry = entryOf(map, key);
  if (entry?.value === undefined) return [];
  const hint = 'Begin each entry with a dash, and write its keys below one another.';
  if (entry.value.type !== 'list') {
    problems.push({ message: `"${entry.key}" must be a list.`, hint, span: entry.keySpan });
    return [];
  }
  return entry.value.items.flatMap((item) => {
    if (item.type === 'map') return [item];
    const message = `An entry of "${entry.key}" holds no "key: value" lines.`;
    problems.push({ message, hint, span: firstCharacter(item) });
    return [];
  });
}

function unknownKeys(map: YamlMap, known: readonly string[], owner: string): CatalogProblem[] {
  const unknown = map.entries.filter((entry) => !known.includes(entry.key.toLowerCase()));
  return unknown.map(({ key, keySpan }) => {
    const suggestion = nearest(key, known);
    const message = `"${key}" is not a key of ${owner}, so what it says has no effect.`;
    if (suggestion !== undefined)
      return { message, hint: `Did you mean "${suggestion}"?`, span: keySpan, suggestion };
    return { message, hint: `Remove it. The keys are ${known.join(', ')}.`, span: keySpan };
  });
}

function missing(map: YamlMap, entry: YamlEntry | undefined, key: string, owner: string): CatalogProblem {
  const span = entry?.keySpan ?? map.entries[0]?.keySpan ?? firstCharacter(map);
  return { message: `${owner} has no ${key}.`, hint: `Add ${key}: and a text behind it.`, span };
}
