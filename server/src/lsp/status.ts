import { controlStates, coverageOf } from '../engine/check/coverage';
import type { Severity } from '../engine/check/finding';
import type { StatusParams, WorkspaceStatus } from './protocol';
import type { RootProject } from './rootProject';

/** What the status item of the editor shows. */
export function statusOf(roots: readonly RootProject[], ready: boolean): StatusParams {
  return {
    workspaces: roots.filter((root) => root.loaded).flatMap((root) => workspaceStatus(root) ?? []),
    ready,
  };
}

/** Nothing for a folder without an ISMS. */
function workspaceStatus(root: RootProject): WorkspaceStatus | undefined {
  const { isms, findings, isIsms } = root.check();
  if (!isIsms) return undefined;
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const { total, mapped, applicable } = coverageOf(controlStates(isms));
  return {
    uri: root.uri,
    documents: isms.documents.length,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    controls: { total, mapped, applicable },
  };
}
