import type { SuppressionDirective, TableBreak } from '../facts/facts';
import type { Comment, MarkdownFacts } from '../syntax/markdownFacts';
import { yamlComments } from '../syntax/yaml';
import type { Span } from '../text/span';

export interface SuppressionReading {
  readonly directives: readonly SuppressionDirective[];
  readonly tableBreaks: readonly TableBreak[];
}

/** Reads the suppression comments of a Markdown file: HTML comments in the text, `#` comments in front matter. */
export function readSuppressions(text: string, body: Pick<MarkdownFacts, 'comments' | 'tables'>, yaml: Span | undefined): SuppressionReading {
  const comments = body.comments.filter((comment) => /^isms-(?:disable|enable)\b/.test(comment.text));
  const enables = comments.filter((comment) => comment.text.startsWith('isms-enable'));
  const directives = comments.flatMap((comment) => directivesOf(comment, text, enables));
  if (yaml !== undefined) directives.push(...yamlDirectives(text, yaml));
  const tableBreaks = comments.flatMap((comment) => tableBreakAt(comment, text, body) ?? []);
  return { directives, tableBreaks };
}

/** The directives of one YAML file or front matter. Only `isms-disable-line` and `isms-disable-file` exist there. */
export function yamlDirectives(text: string, within: Span): SuppressionDirective[] {
  return yamlComments(text.slice(within.start, within.end), within.start).flatMap((comment) => {
    const parsed = parse(comment.text.replace(/^#\s*/, ''));
    if (parsed === undefined) return [];
    const covers = parsed.kind === 'file' ? { start: 0, end: text.length } : lineAround(text, comment.span.start);
    return build(parsed, comment.span, text, covers);
  });
}

const DIRECTIVE = /^isms-disable(?:-(next-line|line|file))?(?:\s+|$)([\s\S]*)$/;

interface Parsed {
  readonly kind: SuppressionDirective['kind'];
  readonly words: readonly string[];
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly by: string | undefined;
}

function parse(comment: string): Parsed | undefined {
  const match = DIRECTIVE.exec(comment.trim());
  if (match === null) return undefined;
  const [, suffix, rest = ''] = match;
  const separator = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const head = separator === null ? rest : rest.slice(0, separator.index);
  const reason = separator === null ? '' : rest.slice(separator.index + separator[0].length).trim();
  const until = /(?:^|\s)until=(\S+)/.exec(head)?.[1];
  const by = /(?:^|\s)by=(?:"([^"]*)"|(\S+))/.exec(head);
  const words = head.replace(/(?:^|\s)(?:until=\S+|by=(?:"[^"]*"|\S+))/g, ' ').split(/[\s,]+/).filter((word) => word !== '');
  return { kind: (suffix as Parsed['kind'] | undefined) ?? 'block', words, reason: reason === '' ? undefined : reason, until, by: by?.[1] ?? by?.[2] };
}

function build(parsed: Parsed, span: Span, text: string, covers: Span): SuppressionDirective[] {
  const controls = parsed.words.filter((word) => /^A\.\d/.test(word));
  const rules = parsed.words.filter((word) => !/^A\.\d/.test(word));
  const source = text.slice(span.start, span.end);
  const place = (word: string): Span => {
    const at = source.indexOf(word);
    return at < 0 ? span : { start: span.start + at, end: span.start + at + word.length };
  };
  const untilSpan = parsed.until === undefined ? undefined : place(parsed.until);
  const common = { kind: parsed.kind, span, controls, reason: parsed.reason, until: parsed.until, untilSpan, by: parsed.by, covers };
  // A directive that names no rule is kept, so that a finding can say that it does nothing.
  return (rules.length === 0 ? [''] : rules).map((rule) => ({ ...common, rule, ruleSpan: rule === '' ? span : place(rule) }));
}

function directivesOf(comment: Comment, text: string, enables: readonly Comment[]): SuppressionDirective[] {
  const parsed = parse(comment.text);
  return parsed === undefined ? [] : build(parsed, comment.span, text, coverage(parsed, comment, text, enables));
}

function coverage(parsed: Parsed, comment: Comment, text: string, enables: readonly Comment[]): Span {
  if (parsed.kind === 'file') return { start: 0, end: text.length };
  if (parsed.kind === 'line') return lineAround(text, comment.span.start);
  if (parsed.kind === 'next-line') return nextLine(text, comment.span.end);
  const end = enables.find((enable) => enable.span.start > comment.span.end && endsIt(enable.text, parsed.words));
  return { start: comment.span.end, end: end?.span.start ?? text.length };
}

function endsIt(enable: string, rules: readonly string[]): boolean {
  const named = enable.replace(/^isms-enable/, '').split(/[\s,]+/).filter((word) => word !== '');
  return named.length === 0 || rules.some((rule) => named.includes(rule));
}

function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** The next line that is not blank. */
function nextLine(text: string, offset: number): Span {
  let line = lineAround(text, offset);
  do {
    if (line.end >= text.length) return { start: text.length, end: text.length };
    line = lineAround(text, line.end + 1);
  } while (text.slice(line.start, line.end).trim() === '');
  return line;
}

/** In every Markdown renderer a comment on a line of its own ends the table; the rows below it become plain text. */
function tableBreakAt(comment: Comment, text: string, body: Pick<MarkdownFacts, 'tables'>): TableBreak | undefined {
  const line = lineAround(text, comment.span.start);
  const ownLine = text.slice(line.start, line.end).trim() === text.slice(comment.span.start, comment.span.end);
  if (comment.inTable || !ownLine || line.start === 0) return undefined;
  const above = lineAround(text, line.start - 1);
  const below = line.end >= text.length ? undefined : lineAround(text, line.end + 1);
  const table = body.tables.find((each) => each.span.end > above.start && each.span.end <= line.start);
  const last = table?.rows.at(-1) ?? table?.header;
  if (last === undefined || below === undefined || !/^\s*\|/.test(text.slice(below.start, below.end))) return undefined;
  return { span: comment.span, row: last.span, line: { start: line.start, end: Math.min(text.length, line.end + 1) } };
}
