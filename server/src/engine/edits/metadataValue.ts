import type { FileFacts, MetadataFact } from '../facts/facts';
import { isDate } from '../text/date';
import type { TextEdit } from '../text/edits';
import { quoted, yamlText } from './scalarText';
import { escapeCell } from './tableCell';

/**
 * The edit that gives a fact another value in the form of its carrier. `undefined` for a history, which records what was
 * and is never rewritten, and for a value that its carrier cannot hold.
 */
export function setMetadata(
  text: string,
  fact: MetadataFact,
  value: string,
  frontMatter: FileFacts['frontMatter'],
): TextEdit | undefined {
  const replace = (newText: string): TextEdit => ({ span: fact.span, newText });
  switch (fact.carrier) {
    case 'front-matter':
      return replace(scalar(text, fact, value, frontMatter?.form === 'toml'));
    case 'document-table':
      return cell(text, fact, escapeCell(value));
    case 'quote':
    case 'bold-line':
    case 'plain-line':
      return /[\r\n]/.test(value) ? undefined : replace(value);
    case 'badge':
      return replace(badgePart(value));
    default:
      return undefined;
  }
}

/** Quoted where the old value was, so that a version stays text. */
function scalar(text: string, { span }: MetadataFact, value: string, isToml: boolean): string {
  const sign = text.charAt(span.start);
  if (isToml) return isDate(value) && !/["']/.test(sign) ? value : quoted(value);
  if (sign === "'" && !/[\r\n]/.test(value)) return `'${value.replace(/'/g, "''")}'`;
  if (sign === '"') return quoted(value);
  return isDate(value) ? value : yamlText(value);
}

/** The blanks behind the value give or take, so that an aligned table stays aligned. */
function cell(text: string, { span }: MetadataFact, value: string): TextEdit {
  const blanks = /^ */.exec(text.slice(span.end, span.end + 200))?.[0].length ?? 0;
  const room = span.end - span.start + blanks;
  const aligned = blanks > 1 && value.length < room;
  return aligned
    ? { span: { start: span.start, end: span.end + blanks }, newText: value.padEnd(room) }
    : { span, newText: value };
}

/** `badge/Label-value-colour`: hyphens and underscores are doubled, a blank is an underscore. */
function badgePart(value: string): string {
  const plain = value.replace(/-/g, '--').replace(/_/g, '__').replace(/ /g, '_');
  return encodeURIComponent(plain).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
