import { EventEmitter, workspace, type Disposable, type Uri } from 'vscode';

/** Read-only documents whose text the server writes. */
export interface ServedText extends Disposable {
  /** Shows the open ones anew, because the ISMS changed. */
  readonly refresh: () => void;
}

export function serveText(scheme: string, textOf: (uri: Uri) => Promise<string>): ServedText {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: textOf,
  });
  return {
    refresh: () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}
