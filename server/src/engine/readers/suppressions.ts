import type { SuppressionDirective } from '../facts/facts';
import type { Comment, MarkdownFacts } from '../syntax/markdownFacts';
import { yamlComments } from '../syntax/yaml';
import { lineAround, nextFilledLine } from '../text/lines';
import type { Span } from '../text/span';
import { readTableBreaks } from './tableBreaks';

export interface SuppressionReading {
  readonly directives: readonly SuppressionDirective[];
  readonly tableBreaks: ReturnType<typeof readTableBreaks>;
}

/** Reads the suppression comments of a Markdown file: HTML comments in the text, `#` comments in front matter. */
export function readSuppressions(
  text: string,
  body: Pick<MarkdownFacts, 'comments' | 'tables'>,
  yaml: Span | undefined,
): SuppressionReading {
  const comments = body.comments.filter((comment) => /^isms-(?:disable|enable)\b/.test(comment.text));
  const enables = comments.filter((comment) => comment.text.startsWith('isms-enable'));
  const directives = comments.flatMap((comment) => directivesOf(comment, text, enables));
  if (yaml !== undefined) directives.push(...yamlDirectives(text, yaml));
  return { directives, tableBreaks: readTableBreaks(text, comments, body.tables) };
}

/** The directives of one YAML file or front matter. There are no blocks there. */
export function yamlDirectives(text: string, within: Span): SuppressionDirective[] {
  return yamlComments(text.slice(within.start, within.end), within.start).flatMap((comment) => {
    const parsed = parse(comment.text.replace(/^#\s*/, ''));
    if (parsed === undefined) return [];
    const onLine = parsed.kind === 'block' ? { ...parsed, kind: 'line' as const } : parsed;
    return build(onLine, comment.span, text, coverage(onLine, comment.span, text, []));
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
  const words = head
    .replace(/(?:^|\s)(?:until=\S+|by=(?:"[^"]*"|\S+))/g, ' ')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return {
    kind: (suffix as Parsed['kind'] | undefined) ?? 'block',
    words,
    reason: reason === '' ? undefined : reason,
    until,
    by: by?.[1] ?? by?.[2],
  };
}

function build(parsed: Parsed, span: Span, text: string, covers: Span): SuppressionDirective[] {
  const controls = parsed.words.filter((word) => /^A\.\d/.test(word));
  const rules = parsed.words.filter((word) => !/^A\.\d/.test(word));
  const source = text.slice(span.start, span.end);
  const from = /isms-disable[a-z-]*/.exec(source)?.[0].length ?? 0;
  const place = (word: string): Span => {
    const at = source.indexOf(word, source.indexOf('isms-disable') + from);
    return at < 0 ? span : { start: span.start + at, end: span.start + at + word.length };
  };
  const untilSpan = parsed.until === undefined ? undefined : place(parsed.until);
  const common = {
    kind: parsed.kind,
    span,
    controls,
    reason: parsed.reason,
    until: parsed.until,
    untilSpan,
    by: parsed.by,
    covers,
  };
  // A directive that names no rule is kept, so that a finding can say that it does nothing.
  return (rules.length === 0 ? [''] : rules).map((rule) => ({
    ...common,
    rule,
    ruleSpan: rule === '' ? span : place(rule),
  }));
}

function directivesOf(comment: Comment, text: string, enables: readonly Comment[]): SuppressionDirective[] {
  const parsed = parse(comment.text);
  return parsed === undefined
    ? []
    : build(parsed, comment.span, text, coverage(parsed, comment.span, text, enables));
}

function coverage(parsed: Parsed, comment: Span, text: string, enables: readonly Comment[]): Span {
  if (parsed.kind === 'file') return { start: 0, end: text.length };
  if (parsed.kind === 'line') return lineAround(text, comment.start);
  if (parsed.kind === 'next-line') return nextFilledLine(text, comment.end, isDirective);
  const end = enables.find((enable) => enable.span.start > comment.end && endsIt(enable.text, parsed.words));
  return { start: comment.end, end: end?.span.start ?? text.length };
}

/** Suppressions may be stacked: none of them is the next line of the one above it. */
function isDirective(line: string): boolean {
  return /^\s*(?:#\s*isms-(?:disable|enable)\b|<!--\s*isms-(?:disable|enable)\b.*-->\s*$)/.test(line);
}

function endsIt(enable: string, rules: readonly string[]): boolean {
  const named = enable
    .replace(/^isms-enable/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return named.length === 0 || rules.some((rule) => named.includes(rule));
}
