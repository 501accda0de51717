import type { FileEdit, Finding } from '../check/finding';
import type { Isms } from '../index/model';
import { lineAround } from '../text/lines';
import { lineBreakOf } from '../text/source';
import type { Span } from '../text/span';
import { isSuppressible } from './active';

/** How a suppression is written at a place. */
export type SuppressionForm = 'next-line' | 'table row' | 'front matter line' | 'front matter' | 'isms.yaml';

export interface WrittenSuppression {
  readonly form: SuppressionForm;
  readonly edit: FileEdit;
}

/**
 * The suppression of one finding in the form that its place allows: a comment above the line, inside the table row,
 * behind the line of YAML, for the whole file where no line can hold it, or an entry of `ignore` in `isms.yaml` where
 * the file cannot be written. `undefined` for findings that cannot be suppressed.
 */
export function writeSuppression(
  isms: Isms,
  finding: Pick<Finding, 'ruleId' | 'path' | 'span' | 'control'>,
  reason: string,
): WrittenSuppression | undefined {
  if (!isSuppressible(finding.ruleId)) return undefined;
  const file = isms.files.get(finding.path);
  if (file === undefined) {
    const entry = ignoreEntry(isms, finding, reason);
    return entry === undefined ? undefined : { form: 'isms.yaml', edit: entry };
  }
  const { text } = file.source;
  const line = lineAround(text, finding.span.start);
  const { form, at, newText } = comment(text, line, finding, reason, file.facts.frontMatter);
  return { form, edit: { path: finding.path, span: { start: at, end: at }, newText } };
}

interface Comment {
  readonly form: SuppressionForm;
  readonly at: number;
  readonly newText: string;
}

function comment(
  text: string,
  line: Span,
  { ruleId }: Pick<Finding, 'ruleId'>,
  reason: string,
  frontMatter: { readonly span: Span; readonly content: Span } | undefined,
): Comment {
  const source = text.slice(line.start, line.end);
  const directive = (kind: string): string => `isms-disable-${kind} ${ruleId} -- ${reason}`;
  const lineBreak = lineBreakOf(text);
  if (frontMatter !== undefined && line.start < frontMatter.span.end && line.end > frontMatter.span.start) {
    const inside = line.start >= frontMatter.content.start && line.end <= frontMatter.content.end;
    if (inside && holdsComment(source))
      return { form: 'front matter line', at: line.end, newText: ` # ${directive('line')}` };
    const at = frontMatter.content.start;
    return { form: 'front matter', at, newText: `# ${directive('file')}${lineBreak}` };
  }
  const inRow = endOfLastCell(source);
  if (inRow !== undefined)
    return { form: 'table row', at: line.start + inRow, newText: ` <!-- ${directive('line')} -->` };
  const indent = /^[\s>]*/.exec(source)?.[0] ?? '';
  const newText = `${indent}<!-- ${directive('next-line')} -->${lineBreak}`;
  return { form: 'next-line', at: line.start, newText };
}

/** A line of YAML takes a comment at its end unless it has one, or begins a text on several lines. */
function holdsComment(line: string): boolean {
  return line.trim() !== '' && !/(?:^|\s)#/.test(line) && !/[|>][+-]?\d*$/.test(line.trimEnd());
}

/** Behind the content of a row's last cell; `undefined` for a line that is no row. */
function endOfLastCell(line: string): number | undefined {
  const closing = /^[\s>]*\|.*(?<!\\)(?=\|\s*$)/.exec(line);
  return closing?.[0].trimEnd().length;
}

/** An entry of `ignore`, as the first one. Nothing is written where `ignore` is not a list with a line for each entry. */
function ignoreEntry(
  isms: Isms,
  finding: Pick<Finding, 'ruleId' | 'path' | 'control'>,
  reason: string,
): FileEdit | undefined {
  const { path, text } = isms.config?.source ?? { path: 'isms.yaml', text: '' };
  const first = /^ignore:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?=([ \t]*)- )/m.exec(text);
  if (first === null && /^["']?ignore["']?[ \t]*:/m.test(text)) return undefined;
  const indent = first?.[1] ?? '  ';
  // JSON's double quotes are YAML's.
  const fields = [
    `rule: ${finding.ruleId}`,
    ...(finding.path === path ? [] : [`files: ${JSON.stringify(finding.path)}`]),
    ...(finding.control === undefined ? [] : [`controls: ["${finding.control}"]`]),
    `reason: ${JSON.stringify(reason)}`,
  ];
  const lineBreak = lineBreakOf(text);
  const entry = `${indent}- ${fields.join(`${lineBreak}${indent}  `)}${lineBreak}`;
  if (first !== null) return insertion(path, first.index + first[0].length, entry);
  const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
  return insertion(path, text.length, `${gap}ignore:${lineBreak}${entry}`);
}

function insertion(path: string, at: number, newText: string): FileEdit {
  return { path, span: { start: at, end: at }, newText };
}
