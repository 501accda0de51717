import { excerpt, lineAt, lineEnd, quoted, type Line, type ParserError, type YamlFault } from './fault';

export function unclosedQuote(text: string, { code, message }: ParserError): YamlFault | undefined {
  if (code !== 'MISSING_CHAR' || !/closing ['"]quote/.test(message)) return undefined;
  for (const match of text.matchAll(/^.*$/gm)) {
    const open = openQuote(match[0]);
    if (open === undefined) continue;
    const end = match.index + match[0].trimEnd().length;
    return {
      message: `the quote that opens before ${excerpt(match[0].slice(open + 1))} is never closed`,
      hint: `Close it with ${match[0].charAt(open)} at the end of the value.`,
      span: { start: match.index + open, end },
    };
  }
  return undefined;
}

/** Where a quote opens on the line, as the first character of a key, a value or an item, and does not close on it. */
function openQuote(line: string): number | undefined {
  const pattern = /(?:^|[:,[{-])[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(["']))/g;
  for (const match of line.matchAll(pattern))
    if (match[1] !== undefined) return match.index + match[0].length - 1;
  return undefined;
}

export function textAfterEnd(_text: string, error: ParserError, line: Line): YamlFault | undefined {
  const at = error.pos[0] - line.span.start;
  const closing = /(["'\]}])\s*$/.exec(line.text.slice(0, at))?.[1];
  if (error.code !== 'UNEXPECTED_TOKEN' || closing === undefined) return undefined;
  const isQuote = closing === '"' || closing === "'";
  return {
    message: `the ${isQuote ? 'quote' : 'bracket'} closes before ${excerpt(line.text.slice(at))}, and what follows belongs to nothing`,
    hint: isQuote
      ? 'Begin and end the value with double quotes, and use single ones inside it.'
      : 'Move it inside the bracket, or remove it.',
    span: { start: error.pos[0], end: lineEnd(line) },
  };
}

export function badEscape(text: string, { code, pos }: ParserError): YamlFault | undefined {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  return {
    message: 'a backslash between double quotes has a meaning of its own, and this one has none',
    hint: 'Use single quotes around the value, or write the backslash twice.',
    span: { start: pos[0], end: Math.min(text.length, pos[0] + 2) },
  };
}

export function unclosedBracket(text: string, { code, message, pos }: ParserError): YamlFault | undefined {
  const kind = /^Flow (sequence|map)/.exec(message)?.[1];
  if (code !== 'BAD_INDENT' || kind === undefined) return undefined;
  const start = text.lastIndexOf(kind === 'map' ? '{' : '[', pos[0] - 1);
  if (start < 0) return undefined;
  const line = lineAt(text, start);
  return {
    message: `the bracket ${text.charAt(start)} that opens here is never closed`,
    hint: `Close it with ${kind === 'map' ? '}' : ']'} at the end of the list.`,
    span: { start, end: lineEnd(line) },
  };
}

export function strayBracket(text: string, { message, pos }: ParserError): YamlFault | undefined {
  if (!/^Unexpected flow-(?:seq|map)-end/.test(message)) return undefined;
  return {
    message: `the bracket ${text.charAt(pos[0])} closes what was never opened`,
    hint: 'Remove it, or open the list with its counterpart.',
    span: { start: pos[0], end: pos[0] + 1 },
  };
}

export function reservedCharacter(text: string, { code, pos }: ParserError): YamlFault | undefined {
  if (code !== 'BAD_SCALAR_START' && code !== 'BAD_ALIAS') return undefined;
  const line = lineAt(text, pos[0]);
  const value = line.text.slice(pos[0] - line.span.start).trimEnd();
  return {
    message: `a value cannot begin with ${value.charAt(0)} unless it stands in quotes`,
    hint: `Put the whole value in quotes: ${quoted(value)}`,
    span: { start: pos[0], end: lineEnd(line) },
  };
}
