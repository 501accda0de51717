import type { Coverage } from '../../../engine/check/coverage';
import type { Finding } from '../../../engine/check/finding';
import type { Change } from '../../../engine/impact/change';
import type { DocumentChange } from '../../../engine/impact/documents';
import { shortNameOf } from '../../../engine/impact/names';
import { readable } from '../../../engine/impact/statements';
import { rangeOf } from '../../../engine/text/source';
import { fullMessage, sourceOf } from '../../report';
import type { Revision } from '../../revisions/resolve';
import { toJson } from '../json';
import { changeFingerprints } from './fingerprints';
import { reportPlace, type ComparedWorkspace, type ImpactReport } from './report';

/** The result as JSON, version 1: `docs/schemas/impact.schema.json` describes it. */
export function impactJson(report: ImpactReport): string {
  return toJson({
    schemaVersion: 1,
    kind: 'isms.impact',
    tool: { name: 'isms', version: report.version },
    today: report.today,
    base: revisionJson(report.base),
    head: revisionJson(report.head),
    workspaces: report.workspaces.map(workspaceJson),
  });
}

function revisionJson({ name, commit }: Revision): object {
  return { name, commit: commit ?? null };
}

function workspaceJson(workspace: ComparedWorkspace): object {
  const { impact } = workspace;
  const fingerprints = changeFingerprints(workspace);
  return {
    root: workspace.root,
    judgedBy: impact.judgedBy,
    summary: {
      decisions: impact.counts.decision,
      attention: impact.counts.attention,
      information: impact.counts.information,
      documents: impact.documents.length,
      newFindings: impact.findings.added.length,
      fixedFindings: impact.findings.fixed.length,
      unchangedFindings: impact.findings.unchanged,
    },
    coverage: {
      before: impact.before === undefined ? null : coverageJson(impact.before),
      after: coverageJson(impact.after),
    },
    changes: impact.changes.map((change, index) => changeJson(workspace, change, fingerprints[index] ?? '')),
    documents: impact.documents.map((document) => documentJson(workspace, document)),
    findings: {
      new: impact.findings.added.map((finding) => findingJson(workspace, finding, 'head')),
      fixed: impact.findings.fixed.map((finding) => findingJson(workspace, finding, 'base')),
      accepted: impact.findings.suppressed.map(({ finding, reason, until, by }) => ({
        ...findingJson(workspace, finding, 'head'),
        reason,
        ...(until !== undefined && { until }),
        ...(by !== undefined && { by }),
      })),
    },
    notes: impact.notes,
  };
}

function coverageJson({ total, mapped, applicable, excluded, implemented, themes }: Coverage): object {
  return { total, mapped, applicable, excluded, implemented, themes };
}

function changeJson(workspace: ComparedWorkspace, change: Change, fingerprint: string): object {
  const { id, kind, level, subject, message, before, after, place, related } = change;
  return {
    ...{ id, kind, level, subject, message, before, after },
    place: place === undefined ? null : reportPlace(workspace, place),
    related: related.map((each) => reportPlace(workspace, each)),
    fingerprint,
  };
}

function documentJson(
  workspace: ComparedWorkspace,
  { base, head, text, fields, statements }: DocumentChange,
): object {
  const value = (document: typeof base, field: (typeof fields)[number]): string | null =>
    document.field(field)?.value ?? null;
  return {
    file: workspace.fileAt(head.path),
    ...(base.path !== head.path && { fileBefore: workspace.fileAt(base.path) }),
    name: shortNameOf(head),
    text,
    fields: fields.map((field) => ({ field, before: value(base, field), after: value(head, field) })),
    requirements: statements.map(({ before, after, verdict, reasons }) => ({
      before: before === undefined ? null : readable(before),
      after: after === undefined ? null : readable(after),
      verdict,
      reasons,
    })),
  };
}

function findingJson(workspace: ComparedWorkspace, finding: Finding, side: 'base' | 'head'): object {
  const { ruleId, severity, path, span, control } = finding;
  return {
    ruleId,
    severity,
    message: fullMessage(finding),
    file: workspace.fileAt(path),
    range: rangeOf(sourceOf(workspace[side], path), span),
    ...(control !== undefined && { control }),
  };
}
