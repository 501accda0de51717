import { commands, EventEmitter, Uri, ViewColumn, workspace, type Disposable } from 'vscode';
import { CARD, type CardParams } from '../../server/src/lsp/protocol';
import type { LanguageServer } from './languageServer';

export const CARD_SCHEME = 'isms-card';

export interface Cards extends Disposable {
  /** Shows the open cards anew, because the ISMS changed. */
  readonly refresh: () => void;
}

/** Serves the guidance on a control as a read-only document: `isms-card:/A.5.15.md?URI of a document of the ISMS`. */
export function serveCards(server: () => LanguageServer): Cards {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(CARD_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => cardText(server(), uri),
  });
  return {
    refresh: () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === CARD_SCHEME) changed.fire(uri);
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Opens a card beside the text; the manifest's `workbench.editorAssociations` choose the Markdown preview. */
export function showCardOf(id: string, about: string | undefined): Thenable<unknown> {
  const uri = Uri.from({ scheme: CARD_SCHEME, path: `/${id}.md`, query: about ?? '' });
  return commands.executeCommand('vscode.open', uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

async function cardText(server: LanguageServer, { path, query }: Uri): Promise<string> {
  const id = path.replace(/^\/|\.md$/g, '');
  const params: CardParams = query === '' ? { id } : { id, uri: query };
  const card = await server.ask<string | null>(CARD, params);
  if (card === undefined)
    return '# There is no guidance at the moment\n\nThe language server does not run. "ISMS: Restart Language Server" starts it.\n';
  return card ?? `# There is no such card\n\nThe catalogue has no control \`${id.replace(/`/g, '')}\`.\n`;
}
