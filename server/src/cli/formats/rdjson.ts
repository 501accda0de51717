import type { FileEdit, Severity } from '../../engine/check/finding';
import type { Position, Source } from '../../engine/text/source';
import type { Span } from '../../engine/text/span';
import { prefixed } from '../paths';
import { fullMessage, locatedFindings, sourceOf, type CheckReport, type LocatedFinding } from '../report';
import { commandFreeJson, printable } from '../text/printable';
import { toJson } from './json';

const SEVERITY: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** The result in reviewdog's format, as one JSON value. */
export function reportRdjson(report: CheckReport): string {
  return toJson({
    source: { name: 'isms', url: report.homepage },
    diagnostics: locatedFindings(report.workspaces, 'forgeFile').map((each) => diagnostic(each, report)),
  });
}

/** The same with one JSON value on each line. */
export function reportRdjsonl(report: CheckReport): string {
  return locatedFindings(report.workspaces, 'forgeFile')
    .map((each) => `${commandFreeJson(JSON.stringify(diagnostic(each, report)))}\n`)
    .join('');
}

function diagnostic({ finding, workspace, forgeFile }: LocatedFinding, report: CheckReport): object {
  const sourceAt = (path: string): Source => sourceOf(workspace.isms, path);
  const suggestions = finding.fixes
    .flatMap(({ edits, creates }) => (creates.length === 0 ? [edits] : []))
    .flatMap((edits) => suggestionOf(edits, finding.path, sourceAt) ?? []);
  return {
    message: printable(fullMessage(finding)),
    location: { path: forgeFile, range: byteRange(sourceAt(finding.path), finding.span) },
    severity: SEVERITY[finding.severity],
    code: { value: finding.ruleId, url: `${report.ruleBaseHref}${finding.ruleId}` },
    ...(suggestions.length > 0 && { suggestions }),
    ...(finding.related.length > 0 && {
      related_locations: finding.related.map((related) => ({
        message: printable(related.message),
        location: {
          path: prefixed(workspace.forgeRoot, related.path),
          range: byteRange(sourceAt(related.path), related.span),
        },
      })),
    }),
  };
}

/** A review offers each suggestion by itself, so only a fix that is one edit of the finding's own file is one. */
function suggestionOf(
  edits: readonly FileEdit[],
  path: string,
  sourceAt: (path: string) => Source,
): object | undefined {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1 || edit.path !== path) return undefined;
  return { range: byteRange(sourceAt(path), edit.span), text: edit.newText };
}

function byteRange(source: Source, span: Span): object {
  const position = (offset: number): object => bytePosition(source, source.lines.positionAt(offset));
  return { start: position(span.start), end: position(span.end) };
}

/** One-based; columns count the bytes of UTF-8, on the first line with those of a byte order mark. */
function bytePosition(source: Source, { line, character }: Position): object {
  const from = source.lines.offsetAt({ line, character: 0 });
  const before = (line === 0 ? source.byteOrderMark : '') + source.text.slice(from, from + character);
  return { line: line + 1, column: Buffer.byteLength(before) + 1 };
}
