import { controlStates, coverageOf } from '../engine/check/coverage';
import type { Severity } from '../engine/check/finding';
import { shownFindings } from './diagnostics';
import type { Session } from './handlers/session';
import type { StatusParams, WorkspaceStatus } from './protocol';
import type { RootProject } from './rootProject';

/** What the status item of the editor shows. */
export function statusOf(session: Session, ready: boolean): StatusParams {
  const loaded = session.projects.roots.filter((root) => root.loaded);
  return { workspaces: loaded.flatMap((root) => workspaceStatus(root, session) ?? []), ready };
}

/** Nothing for a folder without an ISMS. */
function workspaceStatus(root: RootProject, session: Session): WorkspaceStatus | undefined {
  const { isms, isIsms } = root.check();
  if (!isIsms) return undefined;
  const findings = shownFindings(root, session);
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
