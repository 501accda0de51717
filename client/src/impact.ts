import { commands, EventEmitter, l10n, Uri, ViewColumn, workspace, type Disposable } from 'vscode';
import { IMPACT, type ImpactParams, type ImpactResult } from '../../server/src/lsp/protocol';
import type { LanguageServer } from './languageServer';

const SCHEME = 'isms-impact';

/** What the changes do, as a read-only document: `isms-impact:/Impact of My Changes.md?URI of a document of the ISMS`. */
export function serveImpact(server: () => LanguageServer): Disposable & { readonly refresh: () => void } {
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => textOf(await askForImpact(server(), query)),
  });
  return {
    refresh: () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    },
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Opens it beside the text; the manifest's `workbench.editorAssociations` choose the Markdown preview. */
export function showImpact(about: string | undefined): Thenable<unknown> {
  const name = l10n.t('Impact of My Changes');
  const uri = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: about ?? '' });
  return commands.executeCommand('vscode.open', uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

/** `about` is the URI of a document of the ISMS, or empty for the first ISMS there is. */
export async function askForImpact(server: LanguageServer, about: string): Promise<ImpactResult> {
  const params: ImpactParams = about === '' ? {} : { uri: about };
  const result = await server.ask<ImpactResult>(IMPACT, params);
  return result ?? { failure: l10n.t('The language server does not run.') };
}

function textOf(result: ImpactResult): string {
  if ('markdown' in result) return result.markdown;
  return `# ${l10n.t('The impact of your changes cannot be shown')}\n\n${result.failure}\n`;
}
