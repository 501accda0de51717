import { firstLineOf } from '../../text/lines';
import type { Span } from '../../text/span';
import { lineAt, type Explanation, type ParserError, type YamlFault } from './fault';
import {
  badEscape,
  reservedCharacter,
  strayBracket,
  textAfterEnd,
  unclosedBracket,
  unclosedQuote,
} from './quotes';
import {
  colonInValue,
  deeperLine,
  duplicateKey,
  listOnKeyLine,
  missingBlank,
  noPair,
  tabIndentation,
  textAfterBar,
  unfinishedMerge,
  wrongDepth,
} from './lines';

/**
 * Says what an error of the parser means and where its cause is: the parser points at the place where it gave up,
 * which for a missing quote is the end of the file. The first explanation that fits wins.
 */
export function explainFault(text: string, error: ParserError): YamlFault {
  for (const explanation of EXPLANATIONS) {
    const fault = explanation(text, error, lineAt(text, error.pos[0]));
    if (fault !== undefined) return { ...fault, span: onOneLine(text, fault.span) };
  }
  const detail = (error.message.split('\n')[0] ?? '').replace(/\s+at line \d+, column \d+:?$/, '');
  return {
    message: `YAML cannot read on from here (${detail})`,
    hint: 'Compare the line with the ones around it.',
    span: onOneLine(text, { start: error.pos[0], end: error.pos[1] }),
  };
}

const EXPLANATIONS: readonly Explanation[] = [
  unfinishedMerge,
  tabIndentation,
  duplicateKey,
  unclosedQuote,
  badEscape,
  unclosedBracket,
  strayBracket,
  textAfterEnd,
  reservedCharacter,
  listOnKeyLine,
  textAfterBar,
  colonInValue,
  deeperLine,
  missingBlank,
  wrongDepth,
  noPair,
];

/** A fault is marked on one line of the text, whatever the parser says of its end. */
function onOneLine(text: string, span: Span): Span {
  const start = Math.min(span.start, text.length);
  return firstLineOf(text, { start, end: Math.min(span.end, text.length) });
}
