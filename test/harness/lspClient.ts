import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  HoverRequest,
  InitializeRequest,
  RegistrationRequest,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol';
import { FULL_CAPABILITIES } from './capabilities';
import type { RunningServer } from './transports';

export const TODAY = '2026-11-22';
const DEADLINE = 20_000;

/** An editor that speaks the protocol, as far as the tests need one. */
export interface LspClient {
  readonly server: RunningServer;
  readonly result: InitializeResult;
  /** Every `publishDiagnostics`, in the order of arrival. */
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: StatusParams[];
  readonly logged: string[];
  /** What the server registered after it was initialized. */
  readonly registered: Registration[];
  open(uri: string, text: string): void;
  /** Replaces the first occurrence of `before` in the open document, incrementally. */
  edit(uri: string, before: string, after: string): void;
  close(uri: string): void;
  textOf(uri: string): string;
  diagnostics(uri: string): readonly Diagnostic[];
  /** The rule ids of the diagnostics, in order. */
  rules(uri: string): string[];
  /** Waits until the rules of a file are these. */
  hasRules(uri: string, rules: readonly string[]): Promise<void>;
  /** Everything that was to be said has been said when this resolves. */
  rescan(): Promise<void>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  complete(uri: string, position: Position): Promise<CompletionItem[]>;
  actions(uri: string, range: Range, context?: Partial<CodeActionContext>): Promise<CodeAction[]>;
  /** Applies an edit to the open documents and returns the files that it creates. */
  apply(edit: WorkspaceEdit | undefined): Map<string, string>;
  /** Ends the server as an editor does; the exit code, where it is a process. */
  quit(): Promise<number | null | undefined>;
}

export async function connect(
  server: RunningServer,
  params: Partial<InitializeParams>,
  prepare: (server: RunningServer) => void = () => {},
): Promise<LspClient> {
  const { connection } = server;
  const published: PublishDiagnosticsParams[] = [];
  const statuses: StatusParams[] = [];
  const logged: string[] = [];
  const registered: Registration[] = [];
  const documents = new Map<string, TextDocument>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (each: PublishDiagnosticsParams) => void published.push(each),
  );
  connection.onNotification(STATUS, (each: StatusParams) => void statuses.push(each));
  connection.onNotification(
    'window/logMessage',
    ({ message }: { message: string }) => void logged.push(message),
  );
  connection.onRequest(
    RegistrationRequest.type,
    ({ registrations }) => void registered.push(...registrations),
  );
  prepare(server);
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: FULL_CAPABILITIES,
    initializationOptions: { today: TODAY },
    ...params,
  });
  const send = (method: string, value: object): void => void connection.sendNotification(method, value);
  send('initialized', {});
  const document = (uri: string): TextDocument => documents.get(uri) ?? assert.fail(`${uri} is not open`);
  const diagnostics = (uri: string): readonly Diagnostic[] =>
    published.findLast((each) => each.uri === uri)?.diagnostics ?? [];
  const rules = (uri: string): string[] => diagnostics(uri).map((each) => String(each.code));
  const update = (uri: string, range: Range, text: string): void => {
    const changes = [{ range, text }];
    const next = TextDocument.update(document(uri), changes, document(uri).version + 1);
    documents.set(uri, next);
    send('textDocument/didChange', { textDocument: { uri, version: next.version }, contentChanges: changes });
  };
  return {
    server,
    result,
    published,
    statuses,
    logged,
    registered,
    diagnostics,
    rules,
    open(uri, text) {
      documents.set(uri, TextDocument.create(uri, 'markdown', 1, text));
      send('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    },
    edit(uri, before, after) {
      const at = document(uri).getText().indexOf(before);
      assert.ok(at >= 0, `${uri} has no ${before}`);
      update(
        uri,
        { start: document(uri).positionAt(at), end: document(uri).positionAt(at + before.length) },
        after,
      );
    },
    close(uri) {
      documents.delete(uri);
      send('textDocument/didClose', { textDocument: { uri } });
    },
    textOf: (uri) => document(uri).getText(),
    hasRules: (uri, expected) => eventually(() => assert.deepEqual(rules(uri), expected)),
    rescan: () => connection.sendRequest('isms/rescan'),
    hover: (uri, position) => connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    complete: async (uri, position) => {
      const list = await connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
      return (list as CompletionList).items;
    },
    actions: async (uri, range, context = {}) => {
      const shown = diagnostics(uri).filter((each) => touches(each.range, range));
      const params = { textDocument: { uri }, range, context: { diagnostics: shown, ...context } };
      return (await connection.sendRequest(CodeActionRequest.type, params)) as CodeAction[];
    },
    apply: (edit) => applyEdit(edit, document, update),
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return server.ended;
    },
  };
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Position, y: Position): boolean =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function applyEdit(
  edit: WorkspaceEdit | undefined,
  document: (uri: string) => TextDocument,
  update: (uri: string, range: Range, text: string) => void,
): Map<string, string> {
  const created = new Map<string, string>();
  for (const change of edit?.documentChanges ?? assert.fail('there is no edit')) {
    if ('kind' in change) {
      assert.equal(change.kind, 'create');
      if (change.kind === 'create') created.set(change.uri, '');
      continue;
    }
    const { uri, version } = change.textDocument;
    if (created.has(uri)) {
      created.set(uri, change.edits.map((each) => ('newText' in each ? each.newText : '')).join(''));
      continue;
    }
    assert.equal(version, document(uri).version, `the edit is for another version of ${uri}`);
    // From the end, so that no edit moves another; those at one place keep their order.
    const plain = change.edits.map((each) => ('newText' in each ? each : assert.fail('a snippet')));
    const text = TextDocument.applyEdits(document(uri), plain);
    const whole = {
      start: { line: 0, character: 0 },
      end: document(uri).positionAt(document(uri).getText().length),
    };
    update(uri, whole, text);
  }
  return created;
}

/** Tries until it holds; after the deadline the last failure is the failure. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 15))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() - start > DEADLINE) throw error;
    }
  }
}
