import type { Disposable, LogOutputChannel } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { RESCAN, STATUS, type InitializationOptions, type StatusParams } from '../../server/src/lsp/protocol';
import { clientOptions } from './clientOptions';
import { answerFileSystemRequests } from './fileSystemRequests';

/** Makes the client of one host. `failed` tells of a server that broke in a way that the client cannot see. */
export type ClientFactory = (
  options: LanguageClientOptions,
  failed: (reason: string) => void,
) => BaseLanguageClient;

/** What every start of the server is given. */
export interface ServerSetup extends InitializationOptions {
  readonly output: LogOutputChannel;
}

export interface LanguageServerEvents {
  readonly onStatus: (status: StatusParams) => void;
  /** The server could not be started, or ended and will not be restarted. Once for each start. */
  readonly onFailure: (reason: string) => void;
}

export interface LanguageServer {
  /** Never rejects: a failure is an event. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Reads everything anew; resolves when the new findings are there. */
  readonly rescan: () => Promise<void>;
  /** Asks the server; `undefined` where it does not run. */
  readonly ask: <Result>(method: string, params?: object) => Promise<Result | undefined>;
}

/**
 * The language server as the rest of the client sees it. Each start has a client of its own, because one that failed
 * to start cannot be started again.
 */
export function createLanguageServer(
  newClient: ClientFactory,
  setup: ServerSetup,
  events: LanguageServerEvents,
): LanguageServer {
  let run: Run | undefined;
  const start = async (): Promise<void> => {
    run = newRun(newClient, setup, events);
    await run.start();
  };
  const stop = async (): Promise<void> => {
    const ended = run;
    run = undefined;
    await ended?.stop();
  };
  const restart = async (): Promise<void> => {
    await stop();
    await start();
  };
  return {
    start,
    stop,
    restart,
    rescan: async () => (run?.isRunning() ? run.rescan() : restart()),
    ask: async (method, params) => (run?.isRunning() ? run.ask(method, params) : undefined),
  };
}

interface Run {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly isRunning: () => boolean;
  readonly rescan: () => Promise<void>;
  readonly ask: <Result>(method: string, params?: object) => Promise<Result>;
}

/** One start of the server with its client, until it is stopped or has failed for good. */
function newRun(newClient: ClientFactory, setup: ServerSetup, events: LanguageServerEvents): Run {
  let over = false;
  const fail = (reason: string): void => {
    if (over) return;
    over = true;
    setup.output.error(reason);
    events.onFailure(reason);
  };
  const { output, ...initialization } = setup;
  const client = newClient(clientOptions(output, initialization), (reason) => {
    // Once it runs, the client itself sees when its server is gone.
    if (client.state === State.Starting) fail(reason);
  });
  reportOnlyToLog(client);
  const handlers: Disposable[] = [
    ...answerFileSystemRequests(client),
    client.onNotification(STATUS, (status: StatusParams) => {
      if (!over) events.onStatus(status);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) fail('The language server ended and is not restarted any more.');
    }),
  ];
  const stop = async (): Promise<void> => {
    over = true;
    for (const handler of handlers) handler.dispose();
    await client
      .dispose()
      .catch((error: unknown) => output.warn(`Stopping the language server: ${reasonOf(error)}`));
  };
  return {
    start: () => client.start().catch((error: unknown) => fail(reasonOf(error))),
    stop,
    isRunning: () => client.isRunning(),
    rescan: () => client.sendRequest(RESCAN).then(() => undefined),
    ask: (method, params = {}) => client.sendRequest(method, params),
  };
}

/** The library shows its errors in the words of its own developers; `onFailure` is what the user gets to see. */
function reportOnlyToLog(client: BaseLanguageClient): void {
  const report = client.error.bind(client);
  client.error = (message, data) => report(message, data, false);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
