import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { FULL_CAPABILITIES } from '../harness/capabilities';

/** A language server as the bench starts it. */
export interface ServerSpec {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
}

/** A running server with a workspace open. */
export interface ServerSession {
  readonly capabilities: InitializeResult['capabilities'];
  /** Milliseconds from the start of the process until it knew a heading of each of `known`: everything was read. */
  readonly readyMs: number;
  uri(path: string): string;
  open(path: string): string;
  /** Replaces the whole text, and resolves with the milliseconds until diagnostics for `awaited` arrive. */
  change(path: string, text: string, awaited: string): Promise<number>;
  request(method: string, params: object): Promise<number>;
  /** Tells of changed files, and resolves with the milliseconds until the server falls silent. */
  changedFiles(paths: readonly string[]): Promise<number>;
  /** MiB; `undefined` where the system does not say. */
  memory(): number | undefined;
  /** Bytes of the heap of a server in JavaScript, after garbage was collected. */
  heap(): Promise<number | undefined>;
  end(): Promise<void>;
}

/** Without a message for so long, a server has nothing more to say. */
const SILENCE_MS = 1500;
const DEADLINE_MS = 60_000;

/** `known`: files whose first heading is asked for until the server finds it. */
export async function startSession(
  spec: ServerSpec,
  corpus: string,
  known: readonly string[],
): Promise<ServerSession> {
  const began = performance.now();
  const heapFile = join(mkdtempSync(join(tmpdir(), 'isms-heap-')), 'bytes');
  const child = spawn(spec.file, spec.args, {
    cwd: corpus,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ISMS_BENCH_HEAP: heapFile },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const heard = listen(connection);
  const uri = (path: string): string => pathToFileURL(join(corpus, path)).href;
  const root = pathToFileURL(corpus).href;
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    capabilities: FULL_CAPABILITIES,
    initializationOptions: {},
  });
  await connection.sendNotification('initialized', {});
  process.once('exit', () => child.kill());
  for (const path of known) await untilFound(connection, corpus, path);
  const readyMs = performance.now() - began;
  await heard.silence();
  let version = 1;
  return {
    capabilities,
    readyMs,
    uri,
    open: (path) => {
      const text = readFileSync(join(corpus, path), 'utf8');
      const textDocument = { uri: uri(path), languageId: 'markdown', version, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return text;
    },
    change: async (path, text, awaited) => {
      const arrival = heard.diagnostics(uri(awaited));
      const sent = performance.now();
      const textDocument = { uri: uri(path), version: ++version };
      await connection.sendNotification('textDocument/didChange', {
        textDocument,
        contentChanges: [{ text }],
      });
      return (await arrival) - sent;
    },
    request: async (method, params) => {
      const sent = performance.now();
      await withinDeadline(connection.sendRequest(method, params), method);
      return performance.now() - sent;
    },
    changedFiles: async (paths) => {
      const sent = performance.now();
      const changes = paths.map((path) => ({ uri: uri(path), type: 2 }));
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      return Math.max(0, (await heard.silence()) - sent);
    },
    memory: () => residentMemory(child),
    heap: () => heapOf(child, heapFile),
    end: () => end(connection, child),
  };
}

interface Heard {
  /** Resolves with the time of the last message once none came for a while. */
  silence(): Promise<number>;
  /** Resolves with the time at which the next diagnostics of a file arrive. */
  diagnostics(uri: string): Promise<number>;
}

function listen(connection: ProtocolConnection): Heard {
  let last = performance.now();
  const waiting = new Map<string, (at: number) => void>();
  const note = (): void => void (last = performance.now());
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) => {
    note();
    const resolve = waiting.get(uri);
    waiting.delete(uri);
    resolve?.(last);
  });
  connection.onUnhandledNotification(note);
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) => {
    note();
    return items.map(() => null);
  });
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
    connection.onRequest(method, () => (note(), null));
  connection.listen();
  return {
    silence: async () => {
      const began = performance.now();
      while (performance.now() - Math.max(last, began) < SILENCE_MS)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return last;
    },
    diagnostics: (uri) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no diagnostics for ${uri}`)), DEADLINE_MS);
        waiting.set(uri, (at) => {
          clearTimeout(timer);
          resolve(at);
        });
      }),
  };
}

const POLL_MS = 10;
/** Some servers stop for good where they are asked too often while they read. */
const PATIENCE_MS = 50;

async function untilFound(connection: ProtocolConnection, corpus: string, path: string): Promise<void> {
  const query = /^# (.*)$/m.exec(readFileSync(join(corpus, path), 'utf8'))?.[1] ?? '';
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const asked = connection.sendRequest<readonly unknown[] | null>('workspace/symbol', { query });
    const found = await withinDeadline(asked, 'workspace/symbol');
    if (found !== null && found.length > 0) return;
    if (performance.now() > deadline) throw new Error(`no server symbol for "${query}"`);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  }
}

/** Asks for a collection and reads what is left: see `heap.mjs`. */
async function heapOf({ pid }: ChildProcess, file: string): Promise<number | undefined> {
  if (pid === undefined) return undefined;
  process.kill(pid, 'SIGUSR2');
  for (let wait = 0; wait < 500 && !existsSync(file); wait++)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function residentMemory({ pid }: ChildProcess): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** A server that has died answers nothing any more. */
function withinDeadline<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), DEADLINE_MS);
    void promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function end(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await withinDeadline(connection.sendRequest('shutdown'), 'shutdown');
  await connection.sendNotification('exit');
  const timer = setTimeout(() => child.kill(), 2000);
  await ended;
  clearTimeout(timer);
}
