import { commands, Uri, ViewColumn } from 'vscode';
import { CARD, type CardParams } from '../../server/src/lsp/protocol';
import type { LanguageServer } from './languageServer';
import { serveText, type ServedText } from './servedText';

export const CARD_SCHEME = 'isms-card';

/** Serves the guidance on a control as a read-only document: `isms-card:/A.5.15.md?URI of a document of the ISMS`. */
export function serveCards(server: () => LanguageServer): ServedText {
  return serveText(CARD_SCHEME, (uri) => cardText(server(), uri));
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
