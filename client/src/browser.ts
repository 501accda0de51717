import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateIn } from './activate';
import type { IsmsPolicyApi } from './api';

/** The entry in the web: the server is a web worker, and files come from the editor. */
export function activate(context: ExtensionContext): IsmsPolicyApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  return activateIn(context, {
    clientFileSystem: true,
    newClient: (options, failed) =>
      new LanguageClient(
        'ismsPolicy',
        'ISMS Policy',
        () => Promise.resolve(connect(script, failed)),
        options,
      ),
  });
}

/**
 * Starts the worker. A script that does not load answers nothing, ever; only the event tells. The transports are
 * made here, because the client would test for the class `Worker`, which VS Code for the web replaces by its own.
 */
function connect(script: string, failed: (reason: string) => void): MessageTransports {
  const worker = new Worker(script);
  worker.addEventListener('error', ({ message }) => failed(message || `${script} could not be loaded.`));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
