import { fixKind, type RelatedLocation } from '../../engine/check/finding';
import type { SuppressedFinding } from '../../engine/suppression/apply';
import type { Range } from '../../engine/text/source';
import {
  countSeverities,
  fullMessage,
  locatedFindings,
  rangeIn,
  type CheckedWorkspace,
  type CheckReport,
  type LocatedFinding,
} from '../report';
import { commandFreeJson } from '../text/printable';

/** The result as JSON, version 1: `docs/schemas/check.schema.json` describes it. */
export function reportJson(report: CheckReport): string {
  const value = {
    schemaVersion: 1,
    tool: { name: 'isms', version: report.version },
    today: report.today,
    ...(report.comparison !== undefined && { comparison: report.comparison }),
    workspaces: report.workspaces.map(workspaceJson),
    diagnostics: locatedFindings(report.workspaces).map(diagnosticJson),
    suppressed: report.workspaces.flatMap((workspace) =>
      workspace.suppressed.map((each) => suppressedJson(workspace, each)),
    ),
  };
  return toJson(value);
}

/** How every JSON output is written. */
export function toJson(value: unknown): string {
  return `${commandFreeJson(JSON.stringify(value, null, 2))}\n`;
}

/** The part of a JSON output that is about one ISMS; its shape is that of the contract. */
export interface WorkspaceJson {
  readonly root: string;
  readonly catalog: string;
  readonly summary: Readonly<Record<string, unknown>>;
  readonly controls: ReturnType<typeof controlsJson>;
}

/** One ISMS and its controls: the same in `check` and `coverage`. */
export function workspaceJson(workspace: CheckedWorkspace): WorkspaceJson {
  const counts = countSeverities(workspace.findings);
  const { total, mapped, applicable, excluded, undecided, implemented } = workspace.coverage;
  return {
    root: workspace.root,
    catalog: 'iso27001:2022',
    summary: {
      documents: workspace.isms.documents.length,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      suppressed: workspace.suppressed.length,
      controls: { total, mapped, applicable, excluded, undecided, implemented },
    },
    controls: controlsJson(workspace),
  };
}

export function controlsJson(workspace: CheckedWorkspace): object[] {
  return workspace.controls.map(({ id, theme, applicable, status, documents, risks, evidence }) => ({
    id,
    theme,
    applicable,
    status,
    documents: documents.map((path) => workspace.fileAt(path)),
    risks,
    evidence,
  }));
}

function diagnosticJson({ finding, workspace, file }: LocatedFinding): object {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: fullMessage(finding),
    file,
    range: rangeIn(workspace, finding),
    ...(finding.control !== undefined && { control: finding.control }),
    fix: fixKind(finding),
    related: finding.related.map((related) => relatedJson(workspace, related)),
  };
}

function relatedJson(
  workspace: CheckedWorkspace,
  related: RelatedLocation,
): { file: string; range: Range; message: string } {
  return {
    file: workspace.fileAt(related.path),
    range: rangeIn(workspace, related),
    message: related.message,
  };
}

function suppressedJson(
  workspace: CheckedWorkspace,
  { finding, reason, until, by, where }: SuppressedFinding,
): object {
  return {
    ruleId: finding.ruleId,
    file: workspace.fileAt(finding.path),
    range: rangeIn(workspace, finding),
    reason,
    ...(until !== undefined && { until }),
    ...(by !== undefined && { by }),
    where,
  };
}
