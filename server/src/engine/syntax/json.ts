import type { YamlDocument, YamlEntry, YamlError, YamlNode } from './yaml';

/** Deeper nesting than this is an attack or an accident. */
const DEEPEST = 256;

/**
 * Parses JSON with places, into the same tree as YAML, so that readers need not know which of the two they read. Never
 * throws: the first fault becomes an error with its span, and then there is no tree. Linear in the text's length.
 */
export function parseJson(text: string): YamlDocument {
  const state: State = { text, at: 0 };
  try {
    const root = readValue(state, 0);
    skipBlanks(state);
    if (state.at < text.length)
      throw fault(
        state,
        'there is more text behind the end of the value',
        'Delete what follows the last bracket.',
      );
    return { root, errors: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { root: undefined, errors: [error.report] };
  }
}

interface State {
  readonly text: string;
  at: number;
}

/** Leaves the recursion at the first fault; never seen outside this file. */
class Fault extends Error {
  constructor(readonly report: YamlError) {
    super(report.message);
  }
}

function fault({ text, at }: State, message: string, hint: string): Fault {
  const start = Math.min(at, text.length);
  return new Fault({ message, hint, span: { start, end: Math.min(start + 1, text.length) } });
}

function skipBlanks(state: State): void {
  for (;;) {
    const code = state.text.charCodeAt(state.at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    state.at++;
  }
}

function readValue(state: State, depth: number): YamlNode {
  if (depth > DEEPEST)
    throw fault(state, 'the brackets are nested too deeply', `Nest no more than ${DEEPEST} levels.`);
  skipBlanks(state);
  const next = state.text.charAt(state.at);
  if (next === '{') return readMap(state, depth);
  if (next === '[') return readList(state, depth);
  if (next === '"') return readText(state);
  return readWord(state);
}

function readMap(state: State, depth: number): YamlNode {
  const start = state.at++;
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  const readEntry = (): void => {
    if (state.text.charAt(state.at) !== '"')
      throw fault(state, 'a key is missing or stands without quotes', 'Write the key in double quotes.');
    const before = state.at;
    const key = readText(state);
    if (keys.has(String(key.value))) {
      const hint = 'Keep one of the two.';
      throw new Fault({
        message: `the key "${key.value}" stands twice in one pair of brackets`,
        hint,
        span: { start: before, end: state.at },
      });
    }
    keys.add(String(key.value));
    skipBlanks(state);
    if (state.text.charAt(state.at) !== ':')
      throw fault(state, 'a colon is missing behind the key', 'Write ":" between key and value.');
    state.at++;
    const value = readValue(state, depth + 1);
    entries.push({ key: String(key.value), keySpan: key.span, value: isNull(value) ? undefined : value });
  };
  readItems(state, '}', readEntry);
  return { type: 'map', span: { start, end: state.at }, entries };
}

function readList(state: State, depth: number): YamlNode {
  const start = state.at++;
  const items: YamlNode[] = [];
  readItems(state, ']', () => void items.push(readValue(state, depth + 1)));
  return { type: 'list', span: { start, end: state.at }, items, flow: true };
}

function readItems(state: State, close: '}' | ']', readItem: () => void): void {
  skipBlanks(state);
  if (state.text.charAt(state.at) === close) {
    state.at++;
    return;
  }
  for (;;) {
    skipBlanks(state);
    readItem();
    skipBlanks(state);
    const next = state.text.charAt(state.at);
    if (next !== ',' && next !== close) throw unfinished(state, close);
    state.at++;
    if (next === close) return;
  }
}

function unfinished(state: State, close: string): Fault {
  if (state.at >= state.text.length)
    return fault(
      state,
      `the file ends before a closing "${close}"`,
      `Close every bracket; a "${close}" is missing.`,
    );
  return fault(
    state,
    `a comma or a closing "${close}" is missing here`,
    'Write a comma between two entries.',
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readText(state: State): Extract<YamlNode, { type: 'scalar' }> {
  const start = state.at++;
  let value = '';
  let from = state.at;
  for (;;) {
    const code = state.text.charCodeAt(state.at);
    if (Number.isNaN(code) || code < 32) {
      state.at = start;
      throw fault(
        state,
        'a text is not closed on its line',
        'Close it with a double quote; write a line break as \\n.',
      );
    }
    if (code === 34) break;
    if (code === 92) {
      value += state.text.slice(from, state.at) + readEscape(state);
      from = state.at;
    } else state.at++;
  }
  value += state.text.slice(from, state.at);
  state.at++;
  return {
    type: 'scalar',
    span: { start, end: state.at },
    value,
    source: state.text.slice(start, state.at),
    quoted: true,
  };
}

function readEscape(state: State): string {
  const letter = state.text.charAt(state.at + 1);
  if (letter === 'u') {
    const digits = state.text.slice(state.at + 2, state.at + 6);
    if (!/^[0-9a-f]{4}$/i.test(digits))
      throw fault(state, 'four hexadecimal digits must follow \\u', 'Write for example \\u00e4.');
    state.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  const escaped = ESCAPES[letter];
  if (escaped === undefined)
    throw fault(state, `"\\${letter}" means nothing in JSON`, 'Write a backslash itself as \\\\.');
  state.at += 2;
  return escaped;
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readWord(state: State): YamlNode {
  WORD.lastIndex = state.at;
  const source = WORD.exec(state.text)?.[0];
  if (source === undefined) {
    if (state.at >= state.text.length)
      throw fault(
        state,
        'the file ends where a value is expected',
        'Write the value and close every bracket.',
      );
    throw fault(
      state,
      'this is not a JSON value',
      'Write a text in double quotes, a number, true, false, null, [ ] or { }; leave no comma before a closing bracket.',
    );
  }
  const start = state.at;
  state.at += source.length;
  return {
    type: 'scalar',
    span: { start, end: state.at },
    value: JSON.parse(source) as number | boolean | null,
    source,
    quoted: false,
  };
}

function isNull(node: YamlNode): boolean {
  return node.type === 'scalar' && node.value === null;
}
