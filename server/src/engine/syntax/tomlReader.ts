import { parseTOML, ParseError, type AST } from 'toml-eslint-parser';
import { lineAround } from '../text/lines';
import { shift, type Span } from '../text/span';
import type { YamlDocument, YamlEntry, YamlError, YamlMap, YamlNode } from './yaml';

/**
 * Parses TOML with places, into the same nodes as YAML, so that every reader understands both. Never throws: a fault
 * becomes an error with its place. `offset` is where `text` begins in the document.
 */
export function readToml(text: string, offset = 0): YamlDocument {
  try {
    const [table] = parseTOML(text).body;
    return { root: tableNode(table, { text, offset }), errors: [] };
  } catch (error) {
    if (error instanceof ParseError) return { root: undefined, errors: [faultOf(error, text, offset)] };
    throw error;
  }
}

interface From {
  readonly text: string;
  readonly offset: number;
}

interface OpenMap extends YamlMap {
  readonly entries: YamlEntry[];
}

interface OpenList {
  readonly type: 'list';
  readonly span: Span;
  readonly items: YamlNode[];
  readonly flow: false;
}

function tableNode(top: AST.TOMLTopLevelTable, from: From): YamlMap {
  const root: OpenMap = { type: 'map', span: spanOf(top, from), entries: [] };
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') {
      addPair(root, node, from);
      continue;
    }
    const table = openTable(root, node, from);
    for (const pair of node.body) addPair(table, pair, from);
  }
  return root;
}

/** `[a.b]` opens a table, `[[changes]]` one more item of a list. */
function openTable(root: OpenMap, node: AST.TOMLTable, from: From): OpenMap {
  const keys = node.key.keys;
  const last = keys.at(-1);
  const parent = keys.slice(0, -1).reduce((map, key) => mapAt(map, key, node, from), root);
  if (last === undefined) return root;
  if (node.kind === 'standard') return mapAt(parent, last, node, from);
  const item: OpenMap = { type: 'map', span: spanOf(node, from), entries: [] };
  const known = parent.entries.find((entry) => entry.key === nameOf(last))?.value;
  if (known?.type === 'list') (known as OpenList).items.push(item);
  else {
    const list: OpenList = { type: 'list', span: spanOf(node, from), items: [item], flow: false };
    parent.entries.push({ key: nameOf(last), keySpan: spanOf(last, from), value: list });
  }
  return item;
}

/** The table under a key, opened where it is not there yet; of a list its last item. */
function mapAt(map: OpenMap, key: AST.TOMLBare | AST.TOMLQuoted, node: AST.TOMLNode, from: From): OpenMap {
  const known = map.entries.find((entry) => entry.key === nameOf(key))?.value;
  const found = known?.type === 'list' ? known.items.at(-1) : known;
  if (found?.type === 'map') return found as OpenMap;
  const opened: OpenMap = { type: 'map', span: spanOf(node, from), entries: [] };
  map.entries.push({ key: nameOf(key), keySpan: spanOf(key, from), value: opened });
  return opened;
}

function addPair(map: OpenMap, pair: AST.TOMLKeyValue, from: From): void {
  const keys = pair.key.keys;
  const last = keys.at(-1);
  if (last === undefined) return;
  const parent = keys.slice(0, -1).reduce((each, key) => mapAt(each, key, pair, from), map);
  parent.entries.push({
    key: nameOf(last),
    keySpan: spanOf(last, from),
    value: valueNode(pair.value, from),
  });
}

function valueNode(node: AST.TOMLContentNode, from: From): YamlNode {
  const span = spanOf(node, from);
  if (node.type === 'TOMLArray')
    return { type: 'list', span, items: node.elements.map((each) => valueNode(each, from)), flow: true };
  if (node.type === 'TOMLInlineTable') {
    const map: OpenMap = { type: 'map', span, entries: [] };
    for (const pair of node.body) addPair(map, pair, from);
    return map;
  }
  const source = from.text.slice(...node.range);
  const common = { type: 'scalar', span, source, quoted: node.kind === 'string' } as const;
  switch (node.kind) {
    case 'string':
    case 'boolean':
    case 'integer':
    case 'float':
      return { ...common, value: node.value };
    default:
      // A date keeps its spelling, as YAML's does.
      return { ...common, value: source };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function spanOf(node: AST.TOMLNode, { offset }: From): Span {
  return { start: offset + node.range[0], end: offset + node.range[1] };
}

/** The parser stops behind what is missing, often on the line below: then the line that goes unfinished is shown. */
function faultOf(error: ParseError, text: string, offset: number): YamlError {
  const before = text.slice(0, error.index).trimEnd();
  const unfinished = /[=[,]$/.test(before);
  const span = shift(lineAround(text, unfinished ? before.length : error.index), offset);
  return /multiple times/i.test(error.message)
    ? { message: 'a key stands twice', hint: 'Keep one of the two lines.', span }
    : {
        message: 'TOML cannot read this line',
        hint: 'Write text in quotes, as in owner = "Head of IT", and lists in brackets.',
        span,
      };
}
