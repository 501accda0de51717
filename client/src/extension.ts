import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateIn } from './activate';
import type { IsmsPolicyApi } from './api';

/** The entry on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): IsmsPolicyApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js').fsPath;
  return activateIn(context, {
    newClient: (options) =>
      new LanguageClient('ismsPolicy', 'ISMS Policy', { module, transport: TransportKind.ipc }, options),
  });
}
