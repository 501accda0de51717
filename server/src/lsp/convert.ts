import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { FileEdit, Finding, Fix, Severity } from '../engine/check/finding';
import type { Isms } from '../engine/index/model';
import { lineBreakOf, rangeOf, spanOfRange, type Source } from '../engine/text/source';
import type { Span } from '../engine/text/span';
import type { ClientSupport } from './clientSupport';

/**
 * The only place where positions of the protocol and offsets of the engine meet.
 */

/** A fix as plain data: it travels with its diagnostic, so that an action can be built from nothing else. */
export interface FixData {
  readonly title: string;
  readonly kind: Fix['kind'];
  readonly preferred: boolean;
  readonly changes: readonly FileChange[];
  readonly creates: readonly { readonly uri: string; readonly text: string }[];
}

export interface FileChange {
  readonly uri: string;
  /** The version that the ranges belong to; `null` where the file was not open. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

export interface DiagnosticData {
  readonly fixes: readonly FixData[];
}

/** One ISMS as the protocol sees it: paths become URIs, and open files have versions. */
export interface Place {
  readonly isms: Isms;
  uri(path: string): string;
  /** `null` where the file is not open. */
  version(path: string): number | null;
}

export function sourceAt(isms: Isms, path: string): Source | undefined {
  if (isms.config?.source.path === path) return isms.config.source;
  if (isms.baseline?.source.path === path) return isms.baseline.source;
  return isms.files.get(path)?.source;
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of a span; the beginning of the file where its text is not known. */
export function rangeIn(isms: Isms, path: string, span: Span): Range {
  const source = sourceAt(isms, path);
  return source === undefined ? NOWHERE : rangeOf(source, span);
}

export function offsetIn(source: Source, position: Position): number {
  return spanOfRange(source, { start: position, end: position }).start;
}

export { spanOfRange };

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What an editor may show faded: it could be deleted and nothing would change. */
const UNNECESSARY: ReadonlySet<string> = new Set(['mapping/duplicate-control', 'suppression/unused']);

export const DIAGNOSTIC_SOURCE = 'isms';

export function messageOf(finding: Pick<Finding, 'message' | 'hint'>): string {
  return `${finding.message} ${finding.hint}`;
}

export function toDiagnostic(
  finding: Finding,
  place: Place,
  options: { readonly support: ClientSupport; readonly ruleBaseHref: string },
): Diagnostic {
  const { support, ruleBaseHref } = options;
  const related = finding.related.map(({ path, span, message }) => ({
    location: { uri: place.uri(path), range: rangeIn(place.isms, path, span) },
    message,
  }));
  return {
    range: rangeIn(place.isms, finding.path, finding.span),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.ruleId,
    message: messageOf(finding),
    ...(support.codeDescription && { codeDescription: { href: ruleBaseHref + finding.ruleId } }),
    ...(support.relatedInformation && related.length > 0 && { relatedInformation: related }),
    ...(support.unnecessaryTag && UNNECESSARY.has(finding.ruleId) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(support.diagnosticData &&
      finding.fixes.length > 0 && { data: { fixes: toFixes(finding, place) } satisfies DiagnosticData }),
  };
}

export function toFixes(finding: Finding, place: Place): FixData[] {
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: fix.kind,
    preferred: fix.preferred,
    changes: toChanges(fix.edits, place),
    creates: fix.creates.map(({ path, text }) => ({ uri: place.uri(path), text })),
  }));
}

/** Edits by file. Insertions at one place stand in the order in which they are applied. */
export function toChanges(edits: readonly FileEdit[], place: Place): FileChange[] {
  return [...new Set(edits.map((edit) => edit.path))].map((path) => ({
    uri: place.uri(path),
    version: place.version(path),
    edits: edits
      .filter((edit) => edit.path === path)
      .sort(
        (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.order ?? 0) - (b.order ?? 0),
      )
      .map((edit) => toEdit(edit, place.isms)),
  }));
}

/** With the line breaks of its file: some editors write exactly what they are given. */
function toEdit(edit: FileEdit, isms: Isms): TextEdit {
  const lineBreak = lineBreakOf(sourceAt(isms, edit.path)?.text ?? '');
  return {
    range: rangeIn(isms, edit.path, edit.span),
    newText: edit.newText.replace(/\r?\n/g, lineBreak),
  };
}
