import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
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
        () => Promise.resolve(startWorker(script, failed)),
        options,
      ),
  });
}

/** A worker whose script does not load answers nothing, ever; only this event tells. */
function startWorker(script: string, failed: (reason: string) => void): Worker {
  const worker = new Worker(script);
  worker.addEventListener('error', ({ message }) =>
    failed(message || `the web worker ${script} did not load`),
  );
  return worker;
}
