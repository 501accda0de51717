import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc';

/** A running server, of which the tests know nothing but messages. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  /** The exit code, once the server has ended. A web worker ends only when its page says so. */
  readonly ended: Promise<number | null> | undefined;
  kill(): void;
  /** Writes past the protocol. Only over standard input. */
  readonly write?: (text: string) => void;
}

export const SERVER = fileURLToPath(new URL('../../dist/server/server.js', import.meta.url));
const WORKER = fileURLToPath(new URL('../../dist/server/browser.js', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export function startOverStdio(command: readonly string[] = [SERVER, '--stdio']): RunningServer {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const reader = new StreamMessageReader(child.stdout);
  const writer = new StreamMessageWriter(child.stdin);
  const server = ofProcess(createProtocolConnection(reader, writer), child);
  return { ...server, write: (text) => void child.stdin.write(text) };
}

/** `isms lsp`, as other editors start it. */
export function startCommandLine(): RunningServer {
  return startOverStdio([CLI, 'lsp']);
}

export function startOverIpc(): RunningServer {
  const child = fork(SERVER, ['--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return ofProcess(createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)), child);
}

function ofProcess(connection: ProtocolConnection, child: ChildProcess): RunningServer {
  connection.listen();
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { connection, ended, kill: () => void child.kill() };
}

/** The web worker's bundle in a global scope that has what a worker has, and nothing of Node. */
const SCOPE = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const { readFileSync } = require('node:fs');
const scope = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextDecoder, TextEncoder, URL, atob, btoa, performance };
scope.self = scope;
scope.addEventListener = () => {};
scope.close = () => process.exit(0);
scope.postMessage = (message) => parentPort.postMessage(JSON.parse(JSON.stringify(message)));
vm.createContext(scope);
vm.runInContext(readFileSync(workerData, 'utf8'), scope, { filename: 'browser.js' });
// As structured cloning does, a message becomes an object of the scope that receives it.
parentPort.on('message', (message) => scope.onmessage({ data: vm.runInContext('(' + JSON.stringify(message) + ')', scope) }));
`;

export function startInWorker(): RunningServer {
  const worker = new Worker(SCOPE, { eval: true, workerData: WORKER });
  const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
  connection.listen();
  return { connection, ended: undefined, kill: () => void worker.terminate() };
}

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on('error', (error) => this.fireError(error));
  }
  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }
  end(): void {}
}
