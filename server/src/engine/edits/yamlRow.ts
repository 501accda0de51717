import type { SoaCell, SoaRow } from '../facts/soaFacts';
import { parseYaml } from '../syntax/yaml';
import type { TextEdit } from '../text/edits';
import { lineBreakOf } from '../text/source';
import type { Span } from '../text/span';

/** Puts `value` at a key of one group of YAML or JSON; a key that is missing is added in the manner of the group. */
export function setYamlCell(
  text: string,
  row: SoaRow,
  key: string | undefined,
  cell: SoaCell,
  value: string,
): TextEdit | undefined {
  if (cell.present && cell.text !== '') return replaceScalar(text, cell.span, value);
  const end = row.span.start + text.slice(row.span.start, row.span.end).trimEnd().length;
  const group = text.slice(row.span.start, end);
  if (cell.present && cell.span.start < end) return fillEmpty(text, cell.span, group.endsWith('}'), value);
  // A key within a group (`treatment.decision`) has no place that could be told from here.
  if (key === undefined || key.includes('.')) return undefined;
  if (group.endsWith('}')) {
    const at = row.span.start + group.slice(0, -1).trimEnd().length;
    const written = `${isJson(group) ? JSON.stringify(key) : key}: ${scalar(value, true)}`;
    return { span: { start: at, end: at }, newText: `, ${written}` };
  }
  const indent = ' '.repeat(columnOf(text, row.span.start));
  return {
    span: { start: end, end },
    newText: `${lineBreakOf(text)}${indent}${key}: ${scalar(value, false)}`,
  };
}

/** A key that is there without a value: empty quotes are filled, else the value goes behind the colon. */
function fillEmpty(text: string, cell: Span, flow: boolean, value: string): TextEdit {
  const quote = text.charAt(cell.start - 1);
  if (/["']/.test(quote)) return { span: cell, newText: escapeQuoted(value, quote) };
  const at = text.indexOf(':', cell.start) + 1;
  return { span: { start: at, end: at }, newText: ` ${scalar(value, flow)}` };
}

/** Inserts a group beside `neighbour`, behind or before it, with its keys in the same layout. */
export function insertYamlRow(
  text: string,
  neighbour: Span,
  behind: boolean,
  fields: readonly { readonly key: string; readonly value: string }[],
  order: number,
): TextEdit | undefined {
  if (fields.some(({ key }) => key.includes('.'))) return undefined;
  const group = text.slice(neighbour.start, neighbour.end).trimEnd();
  const flow = group.startsWith('{');
  const lineStart = text.lastIndexOf('\n', neighbour.start - 1) + 1;
  const lead = text.slice(lineStart, neighbour.start);
  // Groups under keys of their own (`A.5.1:`) and several groups on one line have no row that could be copied safely.
  if (!(flow ? /^\s*(?:-\s+)?$/ : /^\s*-\s+$/).test(lead)) return undefined;
  const filled = fields.filter((field, index) => index === 0 || field.value !== '' || !flow);
  const body = flow ? flowGroup(group, filled) : blockGroup(lead, filled, text);
  const at = behind ? neighbour.start + group.length : lineStart;
  const comma = flow && !/-\s*$/.test(lead);
  if (behind)
    return {
      span: { start: at, end: at },
      newText: `${comma ? ',' : ''}${lineBreakOf(text)}${lead}${body}`,
      order,
    };
  return {
    span: { start: at, end: at },
    newText: `${lead}${body}${comma ? ',' : ''}${lineBreakOf(text)}`,
    order,
  };
}

type Fields = readonly { readonly key: string; readonly value: string }[];

function flowGroup(neighbour: string, fields: Fields): string {
  const json = isJson(neighbour);
  return `{ ${fields.map(({ key, value }) => `${json ? JSON.stringify(key) : key}: ${scalar(value, true)}`).join(', ')} }`;
}

function blockGroup(lead: string, fields: Fields, text: string): string {
  return fields
    .map(({ key, value }) => `${key}:${value === '' ? '' : ` ${scalar(value, false)}`}`)
    .join(`${lineBreakOf(text)}${lead.replace(/-/, ' ')}`);
}

function replaceScalar(text: string, span: Span, value: string): TextEdit {
  const quote = text.charAt(span.start - 1);
  const quoted = (quote === '"' || quote === "'") && text.charAt(span.end) === quote;
  return { span, newText: quoted ? escapeQuoted(value, quote) : scalar(value, false) };
}

function escapeQuoted(value: string, quote: string): string {
  return quote === '"' ? JSON.stringify(value).slice(1, -1) : value.replace(/'/g, "''");
}

/** A value as plain text where YAML reads it back as that text, else in double quotes. JSON and flow are always quoted. */
function scalar(value: string, quoted: boolean): string {
  if (quoted) return JSON.stringify(value);
  const { root, errors } = parseYaml(value);
  const plain = errors.length === 0 && root?.type === 'scalar' && root.value === value && !/[:#]/.test(value);
  return plain ? value : JSON.stringify(value);
}

function isJson(group: string): boolean {
  return /^\{\s*"/.test(group);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
