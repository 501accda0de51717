import type { CancellationToken, Connection } from 'vscode-languageserver';
import { RESCAN } from '../protocol';
import { runSafe, type SafetyNet } from '../runSafe';
import { codeAction } from './codeAction';
import { completion, NO_COMPLETIONS, resolveCompletion } from './completion';
import { hover } from './hover';
import type { Session } from './session';

/** Binds each request to its handler, with what is answered where the handler fails. */
export function registerHandlers(connection: Connection, net: SafetyNet, session: () => Session): void {
  connection.onHover(runSafe('textDocument/hover', net, null, (params) => hover(session(), params)));
  connection.onCompletion(
    runSafe('textDocument/completion', net, NO_COMPLETIONS, (params) => completion(session(), params)),
  );
  connection.onCompletionResolve((item, token) =>
    runSafe('completionItem/resolve', net, item, () => resolveCompletion(session(), item))(item, token),
  );
  connection.onCodeAction(
    runSafe('textDocument/codeAction', net, [], (params) => codeAction(session(), params)),
  );
  const rescan = runSafe(RESCAN, net, null, async () => {
    await session().projects.rescan();
    return null;
  });
  // Clients may send it with parameters or without: the token comes last.
  connection.onRequest(RESCAN, (...received: unknown[]) =>
    rescan(null, received.at(-1) as CancellationToken),
  );
}
