import type { StatusParams, WorkspaceStatus } from '../../server/src/lsp/protocol';

/** What the status items say; also what tests ask for. */
export interface StatusView {
  readonly text: string;
  readonly detail: string;
  readonly documents: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly busy: boolean;
}

/** As `l10n.t` of the editor: a text in its language, with values for `{0}`, `{1}` … */
export type Translate = (text: string, ...values: (string | number)[]) => string;

/**
 * The state of the ISMS that a document lies in: of several roots around it the innermost. `undefined` where the
 * document lies in none, or nothing of an ISMS was found.
 */
export function statusView(status: StatusParams, documentUri: string, t: Translate): StatusView | undefined {
  const around = status.workspaces.filter((each) => isInside(documentUri, each.uri));
  const [innermost] = [...around].sort((a, b) => b.uri.length - a.uri.length);
  return innermost === undefined ? undefined : viewOf(innermost, status.ready, t);
}

function isInside(uri: string, root: string): boolean {
  return uri.startsWith(root.endsWith('/') ? root : `${root}/`);
}

function viewOf(workspace: WorkspaceStatus, ready: boolean, t: Translate): StatusView {
  const { errors, warnings, information, hints, controls } = workspace;
  const further = [
    counted(warnings, t('{0} warning', warnings), t('{0} warnings', warnings)),
    counted(information, t('{0} note', information), t('{0} notes', information)),
    counted(hints, t('{0} hint', hints), t('{0} hints', hints)),
  ];
  return {
    text: t(
      'ISMS: {0} of {1} controls mapped, {2}',
      controls.mapped,
      controls.total,
      problems(errors, warnings, t),
    ),
    detail: [t('{0} applicable', controls.applicable), ...further].join(', '),
    documents: counted(
      workspace.documents,
      t('ISMS: {0} document', workspace.documents),
      t('ISMS: {0} documents', workspace.documents),
    ),
    severity: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'information',
    busy: !ready,
  };
}

/** The gravest first: whoever has errors need not be told of warnings in the same breath. */
function problems(errors: number, warnings: number, t: Translate): string {
  if (errors > 0) return counted(errors, t('{0} error', errors), t('{0} errors', errors));
  return warnings > 0
    ? counted(warnings, t('{0} warning', warnings), t('{0} warnings', warnings))
    : t('no errors or warnings');
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
