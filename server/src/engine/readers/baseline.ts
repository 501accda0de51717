import type { Baseline, BaselineEntry } from '../facts/baselineFacts';
import type { Source } from '../text/source';

/** The file in the root of an ISMS that holds its accepted findings. */
export const BASELINE_FILE = '.isms-baseline';

/**
 * Reads a baseline: a line for each finding, `RULE DOCUMENT [SUBJECT] [#NUMBER] [-- REASON]`, words with blanks in double
 * quotes as in JSON. Lines that begin with `#` are comments. Never fails: what is no entry names a rule that does not
 * exist, and is reported as that.
 */
export function readBaseline(source: Source): Baseline {
  const entries: BaselineEntry[] = [];
  for (const match of source.text.matchAll(/[^\r\n]+/g)) {
    const entry = readEntry(match[0], match.index);
    if (entry !== undefined) entries.push(entry);
  }
  return { source, entries };
}

const WORD = /"(?:[^"\\]|\\.)*"|\S+/g;
const NUMBER = /^#([1-9]\d{0,5})$/;

function readEntry(line: string, start: number): BaselineEntry | undefined {
  if (/^\s*(?:#.*)?$/.test(line)) return undefined;
  const all = [...line.matchAll(WORD)];
  const separator = all.find((match) => match[0] === '--');
  const reason = separator === undefined ? '' : line.slice(separator.index + 2).trim();
  const words = separator === undefined ? all : all.slice(0, all.indexOf(separator));
  const [rule, document, ...rest] = words.map((match) => unquoted(match[0]));
  const number = NUMBER.exec(words.at(-1)?.[0] ?? '')?.[1];
  const subject = number === undefined ? rest : rest.slice(0, -1);
  const at = start + (words[0]?.index ?? 0);
  return {
    rule: rule ?? '',
    document: document ?? '',
    subject: subject.join(' '),
    number: Number(number ?? 1),
    reason: reason === '' ? undefined : reason,
    span: { start, end: start + line.length },
    ruleSpan: { start: at, end: at + (words[0]?.[0].length ?? 0) },
  };
}

function unquoted(word: string): string {
  if (!word.startsWith('"')) return word;
  try {
    return String(JSON.parse(word));
  } catch {
    // A quote that is never closed, or an escape that JSON does not know: it is what it is.
    return word;
  }
}
