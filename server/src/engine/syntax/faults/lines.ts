import { excerpt, lineAt, lineEnd, quoted, type Line, type ParserError, type YamlFault } from './fault';

const QUOTE_IT = 'Put the whole value in quotes';

const MERGE_MARK = /^(?:<{7}|={7}|>{7})(?=\s|$).*$/m;

export function hasMergeMarks(text: string): boolean {
  return MERGE_MARK.test(text);
}

export function unfinishedMerge(text: string): YamlFault | undefined {
  const match = MERGE_MARK.exec(text);
  if (match === null) return undefined;
  return {
    message: 'a merge was left unfinished here: git wrote both versions, with these marks between them',
    hint: 'Keep the lines that hold and remove the others together with the marks.',
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
  };
}

export function tabIndentation(_text: string, { code }: ParserError, line: Line): YamlFault | undefined {
  if (code !== 'TAB_AS_INDENT') return undefined;
  const tabs = /^[ ]*\t[ \t]*/.exec(line.text)?.[0] ?? '\t';
  return {
    message: 'the line is indented with a tab, and YAML allows only spaces there',
    hint: 'Replace the tab with two spaces.',
    span: { start: line.span.start, end: line.span.start + tabs.length },
  };
}

export function duplicateKey(text: string, { code, pos }: ParserError): YamlFault | undefined {
  if (code !== 'DUPLICATE_KEY') return undefined;
  const key = /^[^:\r\n]*/.exec(text.slice(pos[0]))?.[0].trimEnd() ?? '';
  return {
    message: `the key "${key.replace(/["']/g, '')}" is there a second time, so it is open which of the two holds`,
    hint: 'Keep one of the two lines.',
    span: { start: pos[0], end: pos[0] + key.length },
  };
}

export function listOnKeyLine(
  _text: string,
  { message, pos }: ParserError,
  line: Line,
): YamlFault | undefined {
  if (
    !message.includes('block-seq-ind on same line') ||
    line.text.slice(0, pos[0] - line.span.start).trim() === ''
  )
    return undefined;
  return {
    message: 'a list with hyphens cannot begin on the line of its key',
    hint: 'Write each item on a line of its own below the key, or put the value in quotes.',
    span: { start: pos[0], end: lineEnd(line) },
  };
}

export function textAfterBar(text: string, { message, pos }: ParserError, line: Line): YamlFault | undefined {
  const before = /[|>]\S*[ \t]+$/.exec(line.text.slice(0, pos[0] - line.span.start));
  if (before === null || !/^Not a YAML token|^Block scalar header/.test(message)) return undefined;
  const start = line.span.start + before.index;
  return {
    message: `${text.charAt(start)} at the beginning of a value says that the text follows on the lines below`,
    hint: `${QUOTE_IT}, or begin the text on the next line, indented.`,
    span: { start, end: lineEnd(line) },
  };
}

export function colonInValue(_text: string, { code }: ParserError, line: Line): YamlFault | undefined {
  const match = /^(\s*(?:-\s+)?[^:'"#]+:[ \t]+)(.*:(?:[ \t].*|$))$/.exec(withoutComment(line.text));
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || match === null) return undefined;
  const [, key = '', value = ''] = match;
  return {
    message: `the value ${excerpt(value)} holds a colon, so YAML takes what stands before it for another key`,
    hint: `${QUOTE_IT}: ${key.trim()} ${quoted(value)}`,
    span: { start: line.span.start + key.length, end: line.span.start + key.length + value.length },
  };
}

function withoutComment(line: string): string {
  return line.replace(/\s+#.*$/, '').trimEnd();
}

/** The parser blames the value above; the line that stands too deep is the one below it. */
export function deeperLine(text: string, { code }: ParserError, line: Line): YamlFault | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || line.span.end >= text.length) return undefined;
  return depthFault(lineAt(text, line.span.end + 1));
}

export function wrongDepth(text: string, { code, pos }: ParserError, line: Line): YamlFault | undefined {
  const opensLine = text.slice(line.span.start, pos[0]).trim() === '';
  return opensLine && (code === 'UNEXPECTED_TOKEN' || code === 'BAD_INDENT') ? depthFault(line) : undefined;
}

function depthFault(line: Line): YamlFault {
  const indent = line.text.length - line.text.trimStart().length;
  return {
    message: `the line ${excerpt(line.text.trim())} does not begin in the same column as the lines it belongs to`,
    hint: 'Begin all keys in the first column, and indent only what belongs to the key above.',
    span: { start: line.span.start + indent, end: lineEnd(line) },
  };
}

export function missingBlank(_text: string, { code }: ParserError, line: Line): YamlFault | undefined {
  const match = /^(\s*)([\w-]+):(\S.*)$/.exec(line.text.trimEnd());
  if (code !== 'MULTILINE_IMPLICIT_KEY' || match === null) return undefined;
  const [, indent = '', key = '', value = ''] = match;
  return {
    message: `there is no blank after the colon of "${key}", so YAML sees no key`,
    hint: `Write ${key}: ${value}`,
    span: { start: line.span.start + indent.length, end: lineEnd(line) },
  };
}

export function noPair(_text: string, { code }: ParserError, line: Line): YamlFault | undefined {
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  const indent = line.text.length - line.text.trimStart().length;
  const item = line.text.trimStart().startsWith('- ');
  return {
    message: item
      ? 'this item of a list belongs to no key'
      : `the line ${excerpt(line.text.trim())} is no "key: value" pair`,
    hint: item
      ? 'Write the key of the list, with nothing after its colon, on the line above the first item.'
      : 'Write it as "key: value", remove it, or begin it with # to make it a remark.',
    span: { start: line.span.start + indent, end: lineEnd(line) },
  };
}
