import type { Span } from '../text/span';
import { readPlainYaml } from './plainYaml';
import type * as Library from './yamlLibrary';

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
 * `offset` is where `text` begins in the document. What is plain is scanned; all else goes to the library.
 */
export function parseYaml(text: string, offset = 0): YamlDocument {
  const root = readPlainYaml(text, offset);
  return root === undefined ? library().parseWithLibrary(text, offset) : { root, errors: [] };
}

/** The same, read with the library alone: what the scan must agree with. */
export function parseYamlWithLibrary(text: string, offset = 0): YamlDocument {
  return library().parseWithLibrary(text, offset);
}

/** A value as YAML, one key a line. */
export function writeYaml(value: object): string {
  return library().writeYaml(value);
}

/** The library takes longer to load than most front matter to scan, so it is loaded by the first that needs it. */
function library(): typeof Library {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be evaluated at the start
  return require('./yamlLibrary') as typeof Library;
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
