import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node as LibraryNode,
} from 'yaml';
import { shift, type Span } from '../text/span';
import { explainFault } from './faults/explain';
import { hasMergeMarks } from './faults/lines';
import type { ParserError } from './faults/fault';

/** A YAML value with its place in the document: what the readers need, whichever library parsed it. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly type: 'scalar';
  readonly span: Span;
  /** The value as YAML understands it: `5.10` without quotes is the number 5.1. */
  readonly value: string | number | boolean | null;
  /** The characters in the file, quotes included. */
  readonly source: string;
  readonly quoted: boolean;
}

export interface YamlList {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
}

export interface YamlMap {
  readonly type: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** `undefined` where the key has no value. */
  readonly value: YamlNode | undefined;
}

export interface YamlError {
  /** What is wrong, as the middle of a sentence. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  readonly span: Span;
}

export interface YamlComment {
  readonly text: string;
  readonly span: Span;
}

export interface YamlDocument {
  readonly root: YamlNode | undefined;
  readonly errors: readonly YamlError[];
}

/**
 * Parses YAML with places. Never throws: a fault becomes an error with its span, and what could be read is returned.
 * `offset` is where `text` begins in the document.
 */
export function parseYaml(text: string, offset = 0): YamlDocument {
  const document = parseDocument(text, {
    keepSourceTokens: true,
    logLevel: 'silent',
    lineCounter: new LineCounter(),
    prettyErrors: false,
  });
  const { anchors, unresolved } = readAnchors(document);
  const errors = causesOf(text, [...document.errors, ...unresolved]).map((error): YamlError => {
    const { message, hint, span } = explainFault(text, error);
    return { message, hint, span: shift(span, offset) };
  });
  const root =
    document.contents === null ? undefined : convert(document.contents, { text, offset, anchors }, 0);
  return { root, errors };
}

/**
 * One slip makes the parser stumble on and on: the first error is its cause. A second key of one name is a slip of its
 * own, unless both are the two sides of an unfinished merge.
 */
function causesOf(text: string, errors: readonly ParserError[]): ParserError[] {
  const ordered = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (hasMergeMarks(text)) return ordered.slice(0, 1);
  const first = ordered.find((error) => error.code !== 'DUPLICATE_KEY');
  return ordered.filter((error) => error.code === 'DUPLICATE_KEY' || error === first);
}

interface Anchors {
  readonly anchors: ReadonlyMap<string, LibraryNode>;
  /** `title: *Access*` is an alias to YAML, of something that nobody named: its value would be lost without a word. */
  readonly unresolved: readonly ParserError[];
}

function readAnchors(document: ReturnType<typeof parseDocument>): Anchors {
  const anchors = new Map<string, LibraryNode>();
  const unresolved: ParserError[] = [];
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
      } else if (!anchors.has(node.source)) {
        unresolved.push({ code: 'BAD_ALIAS', message: 'Unresolved alias', pos: [start, end] });
      }
    },
  });
  return { anchors, unresolved };
}

/** Deeper nesting than this is an attack or an accident; it is read as if it were empty. */
const DEEPEST = 64;

interface Conversion extends Pick<Anchors, 'anchors'> {
  readonly text: string;
  readonly offset: number;
}

function convert(node: LibraryNode, from: Conversion, depth: number): YamlNode | undefined {
  if (depth > DEEPEST) return undefined;
  const span = spanOfNode(node, from.offset);
  if (isAlias(node)) return aliased(from.anchors.get(node.source), node.source, span);
  if (isScalar(node)) {
    const source = from.text.slice(span.start - from.offset, span.end - from.offset);
    return { type: 'scalar', span, value: plainValue(node.value), source, quoted: /^["'|>]/.test(source) };
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => convert(item as LibraryNode, from, depth + 1) ?? []);
    return { type: 'list', span, items, flow: node.flow === true };
  }
  if (!isMap(node)) return undefined;
  const entries = node.items.flatMap((pair): YamlEntry[] => {
    if (!isScalar(pair.key)) return [];
    const value = pair.value === null ? undefined : convert(pair.value as LibraryNode, from, depth + 1);
    const key = String(plainValue(pair.key.value) ?? '');
    return [{ key, keySpan: spanOfNode(pair.key, from.offset), value: isNothing(value) ? undefined : value }];
  });
  return { type: 'map', span, entries };
}

/** The value that an alias stands for. Its text is that of the alias, so that no id is looked for where none is written. */
function aliased(target: LibraryNode | undefined, name: string, span: Span): YamlScalar | undefined {
  if (!isScalar(target)) return undefined;
  return { type: 'scalar', span, value: plainValue(target.value), source: `*${name}`, quoted: true };
}

/** `key:` without a value is an empty scalar to the library and no value to us. */
function isNothing(node: YamlNode | undefined): boolean {
  return node?.type === 'scalar' && node.source === '';
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? String(value) : null;
}

function spanOfNode(node: LibraryNode, offset: number): Span {
  const range = node.range ?? [0, 0, 0];
  return { start: offset + range[0], end: offset + range[1] };
}

/** The entry of a map by its key, compared without case. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
}

/** The text of a scalar as the author meant it: numbers and dates keep the spelling of the file. */
export function scalarText(node: YamlScalar): string {
  if (node.value === null) return '';
  return node.quoted ? String(node.value) : node.source.trim();
}

/** The comments of a YAML text, each from its `#` to the end of its line. A `#` inside a quoted text is none. */
export function yamlComments(text: string, offset = 0): YamlComment[] {
  const comments: YamlComment[] = [];
  const pattern = /(?:^|[ \t])(#[^\r\n]*)/gm;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (!insideQuotes(text.slice(lineStart, start)))
      comments.push({
        text: match[1] ?? '',
        span: { start: offset + start, end: offset + match.index + match[0].length },
      });
  }
  return comments;
}

function insideQuotes(before: string): boolean {
  let open = '';
  for (const character of before) {
    if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = '';
  }
  return open !== '';
}
