import type { StatusParams, WorkspaceStatus } from '../../server/src/lsp/protocol';

/** What the status items say; also what tests ask for. */
export interface StatusView {
  readonly text: string;
  readonly detail: string;
  readonly documents: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly busy: boolean;
}

/**
 * The state of the ISMS that a document lies in: of several roots around it the innermost. `undefined` where the
 * document lies in none, or nothing of an ISMS was found.
 */
export function statusView(status: StatusParams, documentUri: string): StatusView | undefined {
  const around = status.workspaces.filter((each) => isInside(documentUri, each.uri));
  const [innermost] = [...around].sort((a, b) => b.uri.length - a.uri.length);
  return innermost === undefined ? undefined : viewOf(innermost, status.ready);
}

function isInside(uri: string, root: string): boolean {
  return uri.startsWith(root.endsWith('/') ? root : `${root}/`);
}

function viewOf(workspace: WorkspaceStatus, ready: boolean): StatusView {
  const { errors, warnings, information, hints, controls } = workspace;
  const further = [counted(warnings, 'warning'), counted(information, 'note'), counted(hints, 'hint')];
  return {
    text: `ISMS: ${controls.mapped} of ${controls.total} controls mapped, ${problems(errors, warnings)}`,
    detail: [`${controls.applicable} applicable`, ...further].join(', '),
    documents: `ISMS: ${counted(workspace.documents, 'document')}`,
    severity: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'information',
    busy: !ready,
  };
}

/** The gravest first: whoever has errors need not be told of warnings in the same breath. */
function problems(errors: number, warnings: number): string {
  if (errors > 0) return counted(errors, 'error');
  return warnings > 0 ? counted(warnings, 'warning') : 'no errors or warnings';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
