import { scanIds } from '../ids/scan';
import { leadingRiskId } from '../ids/riskIds';
import type { Heading, MarkdownFacts, Table, TableCell, TableRow } from '../syntax/markdownFacts';
import { lineAround, lineBelow } from '../text/lines';
import { trimSpan, type Span } from '../text/span';
import type { ReadContext } from './context';
import { readableValue } from './metadataLines';

/**
 * Reads sections as the rows of a table: one heading per control or risk (`### A.5.15 Access control`), and below it
 * lines with labels (`**Applicable:** Yes`, `- Status: Planned`). Whatever reads tables reads them then.
 */
export function sectionTables(text: string, body: MarkdownFacts, context: ReadContext): Table[] {
  const opening = body.headings.map((heading) => openingOf(heading, text));
  const groups = new Map<string, Section[]>();
  body.headings.forEach((heading, index) => {
    const id = opening[index];
    if (id === undefined) return;
    const end = body.headings[index + 1]?.span.start ?? text.length;
    const fields = fieldsOf(text, { start: heading.span.end, end }, body, context);
    if (fields.length < FEWEST_LABELS) return;
    const key = `${id.kind} ${heading.depth}`;
    const section = { heading, id, fields, span: trimSpan(text, { start: heading.span.start, end }) };
    groups.set(key, [...(groups.get(key) ?? []), section]);
  });
  return [...groups.values()].map((sections) => tableOf(sections, body.headings, context));
}

/** A heading with one labelled line is any heading; with two it is a form. */
const FEWEST_LABELS = 2;

interface Opening {
  readonly kind: 'control' | 'risk';
  readonly id: Span;
  readonly title: Span;
}

interface Field {
  readonly label: string;
  readonly labelSpan: Span;
  readonly value: Span;
  readonly text: string;
}

interface Section {
  readonly heading: Heading;
  readonly id: Opening;
  readonly fields: readonly Field[];
  readonly span: Span;
}

/** The id at the start of a heading and the title behind it. */
function openingOf({ span }: Heading, text: string): Opening | undefined {
  const source = text.slice(span.start, span.end);
  if (!/\d/.test(source)) return undefined;
  const lead = /^(?:#{1,6}\s+)?[^\p{L}\p{N}\n]*/u.exec(source)?.[0].length ?? 0;
  const rest = source.slice(lead);
  const [mention] = scanIds(rest, { bare: 'control' });
  const risk = leadingRiskId(rest);
  const length =
    mention?.span.start === 0 && mention.namespace !== 'clause' ? mention.span.end : risk?.length;
  if (length === undefined) return undefined;
  const start = span.start + lead;
  const id = { start, end: start + length };
  const behind = /^[\s:–—*_-]*/u.exec(text.slice(id.end, span.end))?.[0].length ?? 0;
  const title = trimSpan(text, { start: id.end + behind, end: withoutMarks(text, span.end) });
  return { kind: risk === undefined ? 'control' : 'risk', id, title };
}

function withoutMarks(text: string, end: number): number {
  let at = end;
  while (/[\s#*_]/.test(text.charAt(at - 1))) at--;
  return at;
}

const LONGEST_LABEL = 48;

/** The labelled values of a section, in the order of the text. A label is one that an SoA or a risk register has. */
function fieldsOf(text: string, section: Span, body: MarkdownFacts, context: ReadContext): Field[] {
  const blocks = body.paragraphs.filter((span) => section.start <= span.start && span.end <= section.end);
  return blocks.flatMap((block) => {
    const fields: Field[] = [];
    for (let start = block.start; start < block.end; start = lineEnd(text, start) + 1) {
      const end = Math.min(block.end, lineEnd(text, start));
      for (const piece of piecesOf(text, { start, end }, context)) {
        const field = fieldIn(text, piece, context);
        if (field !== undefined) fields.push(field.text === '' ? withNested(text, field, section) : field);
      }
    }
    return fields;
  });
}

/** A label without a value on its line may have a list below it, which is indented more than the label. */
function withNested(text: string, field: Field, section: Span): Field {
  const line = lineAround(text, field.labelSpan.start);
  const indent = indentOf(text.slice(line.start, line.end));
  let end = line.end;
  for (let next = lineBelow(text, line.start); next !== undefined; next = lineBelow(text, next.start)) {
    const source = text.slice(next.start, next.end);
    if (next.end > section.end || source.trim() === '' || indentOf(source) <= indent) break;
    end = next.end;
  }
  if (end === line.end) return field;
  const value = trimSpan(text, { start: line.end, end });
  const items = text.slice(value.start, value.end).split(/\r?\n/);
  const words = items.map((item) => readableValue(item.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')));
  return { ...field, value, text: words.join('; ') };
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** A line split at bars between pairs: `**Applicable:** Yes | **Status:** Planned`. */
function piecesOf(text: string, line: Span, context: ReadContext): Span[] {
  const pieces: Span[] = [];
  let from = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(/\s[|•·]\s/g)) {
    const at = line.start + match.index;
    if (fieldIn(text, { start: at + match[0].length, end: line.end }, context) === undefined) continue;
    pieces.push({ start: from, end: at });
    from = at + match[0].length;
  }
  return [...pieces, { start: from, end: line.end }];
}

function fieldIn(text: string, piece: Span, context: ReadContext): Field | undefined {
  const source = text.slice(piece.start, piece.end);
  const match =
    /^([\s>]*(?:[-*+]\s+)?(?:\*\*|__)?[^\p{L}\n:]*)([\p{L}][^:\n*_|]*?)\s*(?:(?:\*\*|__)\s*:|:\s*(?:\*\*|__)?)/u.exec(
      source,
    );
  const label = match?.[2] ?? '';
  if (match === null || label.length > LONGEST_LABEL || !isLabel(label, context)) return undefined;
  const labelStart = piece.start + (match[1]?.length ?? 0);
  const after = piece.start + match[0].length;
  const trimmed = trimSpan(text, { start: after, end: withoutBreak(text, piece.end) });
  const value = trimmed.start === trimmed.end ? { start: after, end: after } : trimmed;
  return {
    label,
    labelSpan: { start: labelStart, end: labelStart + label.length },
    value,
    text: readableValue(text.slice(value.start, value.end)),
  };
}

function isLabel(label: string, { vocabulary }: ReadContext): boolean {
  return vocabulary.soaColumn(label) !== undefined || vocabulary.registerColumn.risk(label) !== undefined;
}

/** Without the backslash of a hard line break. */
function withoutBreak(text: string, end: number): number {
  return text.charAt(end - 1) === '\\' ? end - 1 : end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The sections as rows. A label that a section does not have is a cell at its end, where it would be added. */
function tableOf(sections: readonly Section[], headings: readonly Heading[], context: ReadContext): Table {
  const columns = labelsByColumn(sections, context);
  const [first] = sections;
  const start = first?.heading.span ?? { start: 0, end: 0 };
  const above = headings.filter(
    (each) => each.span.start < start.start && each.depth < (first?.heading.depth ?? 0),
  );
  const place = (label = ''): Span =>
    sections.flatMap(({ fields }) => fields).find((field) => field.label === label)?.labelSpan ?? start;
  const header = [
    ['ID', first?.id.id ?? start],
    ['Title', first?.id.title ?? start],
    ...columns.map(([label = '']) => [label, place(label)] as const),
  ] as const;
  return {
    span: { start: start.start, end: sections.at(-1)?.span.end ?? start.end },
    header: { span: start, cells: header.map(([text, span]) => ({ text, span, outer: span, links: [] })) },
    rows: sections.map((section) => rowOf(section, columns)),
    heading: above.at(-1),
  };
}

/**
 * The labels of each column. Where some sections say `Score` and others `Total Risk Score`, these are one column; two labels
 * of one section never are, even where they mean the same.
 */
function labelsByColumn(sections: readonly Section[], { vocabulary }: ReadContext): string[][] {
  const labels = new Set(sections.flatMap(({ fields }) => fields.map(({ label }) => label)));
  const sectionsWith = (label: string): Section[] =>
    sections.filter(({ fields }) => fields.some((field) => field.label === label));
  const meaningOf = (label: string): string =>
    `${vocabulary.soaColumn(label)} ${vocabulary.registerColumn.risk(label)}`;
  const columns: { readonly meaning: string; readonly labels: string[]; readonly taken: Set<Section> }[] = [];
  for (const label of labels) {
    const holders = sectionsWith(label);
    const meaning = meaningOf(label);
    const column = columns.find(
      (each) => each.meaning === meaning && !holders.some((section) => each.taken.has(section)),
    );
    if (column === undefined) columns.push({ meaning, labels: [label], taken: new Set(holders) });
    else {
      column.labels.push(label);
      for (const section of holders) column.taken.add(section);
    }
  }
  return columns.map((column) => column.labels);
}

function rowOf({ id, fields, span, heading }: Section, columns: readonly (readonly string[])[]): TableRow {
  const cell = (place: Span, text: string): TableCell => ({ text, span: place, outer: place, links: [] });
  const title = heading.text.slice(
    heading.text.length - Math.min(heading.text.length, id.title.end - id.title.start),
  );
  const end = { start: span.end, end: span.end };
  return {
    span,
    cells: [
      cell(id.id, heading.text.slice(0, id.id.end - id.id.start)),
      cell(id.title, title.trim()),
      ...columns.map((labels) => {
        const field = fields.find((each) => labels.includes(each.label));
        return field === undefined ? cell(end, '') : cell(field.value, field.text);
      }),
    ],
  };
}
