import { type ExtensionContext, l10n, window, workspace } from 'vscode';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import type { IsmsPolicyApi } from './api';
import { serveCards } from './cards';
import { documentSchemes } from './clientOptions';
import { registerCommands } from './commands/register';
import { serveInspections } from './inspections';
import { createLanguageServer, type ClientFactory, type LanguageServer } from './languageServer';
import { serveImpact } from './impact';
import { createImpactView } from './impactView';
import { servePages } from './pages';
import { createStatus } from './status';

/** What a host brings: how its client is made, and what its server cannot do. */
export interface Host extends InitializationOptions {
  readonly newClient: ClientFactory;
}

/** Starts everything that all hosts share. Returns at once; the server answers when it is ready. */
export function activateIn(context: ExtensionContext, host: Host): IsmsPolicyApi {
  const { newClient, ...initialization } = host;
  const output = window.createOutputChannel('ISMS Policy', { log: true });
  const status = createStatus();
  const impactView = createImpactView(() => server);
  const served = [
    serveCards(() => server),
    serveImpact(() => server),
    serveInspections(() => server),
    impactView,
  ];
  const server: LanguageServer = createLanguageServer(
    newClient,
    { output, ...initialization },
    {
      onStatus: (told) => {
        status.update(told);
        for (const each of served) each.refresh();
      },
      onFailure: (reason) => {
        status.failed(reason);
        void tellFailure(reason, server, () => output.show());
      },
    },
  );
  context.subscriptions.push(
    output,
    status,
    servePages(context),
    ...served,
    ...registerCommands({ extension: context, output, server }),
    restartForNewSchemes(server),
    { dispose: () => server.stop() },
  );
  return { status: status.view, started: server.start() };
}

/** The one message about a server that does not run. */
async function tellFailure(reason: string, server: LanguageServer, showOutput: () => void): Promise<void> {
  const message = l10n.t(
    'ISMS Policy checks nothing at the moment, because its language server does not run: {0}',
    reason,
  );
  const again = l10n.t('Try Again');
  const output = l10n.t('Show Output');
  const answer = await window.showErrorMessage(message, again, output);
  if (answer === again) await server.restart();
  if (answer === output) showOutput();
}

/** Which documents the server hears of is fixed when it starts; a folder on another kind of file system is new to it. */
function restartForNewSchemes(server: LanguageServer) {
  let served = documentSchemes();
  return workspace.onDidChangeWorkspaceFolders(({ added }) => {
    if (added.every(({ uri }) => served.has(uri.scheme))) return;
    served = documentSchemes();
    void server.restart();
  });
}
