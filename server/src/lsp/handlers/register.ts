import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  ADD_CONTROL,
  CARD,
  CONTROLS,
  IMPACT,
  INSERT_WORDING,
  INSPECT,
  RECORD_APPROVAL,
  RESCAN,
  WORDING,
  type AddControlParams,
  type CardParams,
  type ImpactParams,
  type ImpactResult,
  type InsertWordingParams,
  type InspectParams,
  type RecordApprovalParams,
  type WordingParams,
} from '../protocol';
import { runSafe, type SafetyNet } from '../runSafe';
import { card } from './card';
import { codeAction } from './codeAction';
import { completion, NO_COMPLETIONS, resolveCompletion } from './completion';
import { additionEdits, approvalEdits, controlChoices, wordingEdits, wordingOf } from './guidance';
import { hover } from './hover';
import { impact } from './impact';
import { definition, highlights, prepareRename, references, rename, workspaceSymbols } from './navigation';
import { inspectFile } from './inspect';
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
  registerGuidance(connection, net, session);
  registerNavigation(connection, net, session);
  // Clients may send it with parameters or without: the token comes last.
  connection.onRequest(RESCAN, (...received: unknown[]) =>
    rescan(null, received.at(-1) as CancellationToken),
  );
}

/** From an id to what it stands for, and back. */
function registerNavigation(connection: Connection, net: SafetyNet, session: () => Session): void {
  connection.onDefinition(
    runSafe('textDocument/definition', net, [], (params) => definition(session(), params)),
  );
  connection.onReferences(
    runSafe('textDocument/references', net, [], (params) => references(session(), params)),
  );
  connection.onDocumentHighlight(
    runSafe('textDocument/documentHighlight', net, [], (params) => highlights(session(), params)),
  );
  connection.onPrepareRename(
    runSafe('textDocument/prepareRename', net, null, (params) => prepareRename(session(), params)),
  );
  connection.onRenameRequest(
    runSafe('textDocument/rename', net, null, (params) => rename(session(), params)),
  );
  connection.onWorkspaceSymbol(
    runSafe('workspace/symbol', net, [], (params) => workspaceSymbols(session(), params)),
  );
}

const COMPARING_FAILED: ImpactResult = {
  failure: 'Comparing failed; the output of the language server says why.',
};

/** What our own client asks for beyond the protocol. */
function registerGuidance(connection: Connection, net: SafetyNet, session: () => Session): void {
  const choices = runSafe(CONTROLS, net, [], () => controlChoices(session()));
  // Without parameters the token comes first.
  connection.onRequest(CONTROLS, (...received: unknown[]) =>
    choices(null, received.at(-1) as CancellationToken),
  );
  connection.onRequest(
    CARD,
    runSafe(CARD, net, null, (params: CardParams) => card(session(), params)),
  );
  const describe = runSafe(IMPACT, net, COMPARING_FAILED, (params: ImpactParams) =>
    impact(session(), params),
  );
  connection.onRequest(
    IMPACT,
    (params: ImpactParams, token: CancellationToken) => describe(params, token) as Promise<unknown>,
  );
  connection.onRequest(
    INSPECT,
    runSafe(INSPECT, net, null, (params: InspectParams) => inspectFile(session(), params)),
  );
  connection.onRequest(
    WORDING,
    runSafe(WORDING, net, [], (params: WordingParams) => wordingOf(session(), params)),
  );
  connection.onRequest(
    INSERT_WORDING,
    runSafe(INSERT_WORDING, net, null, (params: InsertWordingParams) => wordingEdits(session(), params)),
  );
  connection.onRequest(
    ADD_CONTROL,
    runSafe(ADD_CONTROL, net, null, (params: AddControlParams) => additionEdits(session(), params)),
  );
  connection.onRequest(
    RECORD_APPROVAL,
    runSafe(RECORD_APPROVAL, net, null, (params: RecordApprovalParams) => approvalEdits(session(), params)),
  );
}
