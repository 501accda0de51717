import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type Node as LibraryNode,
} from 'yaml';
import { shift, type Span } from '../text/span';
import { explainFault } from './faults/explain';
import { hasMergeMarks } from './faults/lines';
import type { ParserError } from './faults/fault';
import type { YamlDocument, YamlEntry, YamlError, YamlNode, YamlScalar } from './yaml';

export function writeYaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}

/** Parses YAML with the library. The facts of its tree are all that leaves this file. */
export function parseWithLibrary(text: string, offset: number): YamlDocument {
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
