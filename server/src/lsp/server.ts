import {
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SETTINGS_SECTION } from '../engine/config/editorSettings';
import type { Engine } from '../engine/engine';
import { isReadable } from '../engine/index/include';
import type { FileSystem } from '../workspace/fileSystem';
import { CONFIG_FILE } from '../workspace/walk';
import { capabilities } from './capabilities';
import { clientSupport } from './clientSupport';
import { createFolders } from './folders';
import { registerHandlers } from './handlers/register';
import type { Session } from './handlers/session';
import type { DescribeImpact } from './impact';
import { createProjects } from './projects';
import type { InitializationOptions } from './protocol';
import { createReporter } from './reporter';
import type { Phase } from './runSafe';
import { createBatch } from './scheduler';
import { NO_SETTINGS, readSettings, type Settings } from './settings';
import { keyOf, relativePath, schemeOf } from './uris';
import { registerWatchers, watchFiles } from './watch';

/** What a host gives the server. */
export interface ServerDependencies {
  /** For the language of the editor's interface (`de-AT`), where it says it. */
  readonly createEngine: (locale: string | undefined) => Engine;
  readonly product: { readonly name: string; readonly version: string };
  /** Where the rules' pages are, unless the editor knows better. */
  readonly ruleBaseHref: string;
  /** The file system below a folder; `viaClient` where the editor asks to be asked for files. */
  readonly fileSystemAt: (uri: string, viaClient: boolean) => FileSystem;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Absent where there is no git to ask. */
  readonly describeImpact?: DescribeImpact;
  /** Lets other messages in while many files are read. */
  readonly pause: () => Promise<void>;
}

/** Puts the language server on a connection and begins to listen. */
export function createServer(connection: Connection, dependencies: ServerDependencies): void {
  const documents = new TextDocuments(TextDocument);
  let running: Running | undefined;
  let phase: Phase = 'starting';
  const log = (message: string): void => connection.console.error(message);
  connection.onInitialize((params): InitializeResult => {
    running = start(params, connection, dependencies, log);
    phase = 'running';
    const { name, version } = dependencies.product;
    return { capabilities: capabilities(running.session.support), serverInfo: { name, version } };
  });
  connection.onInitialized(() => running?.begin());
  connection.onShutdown(() => {
    phase = 'ended';
    running?.stop();
  });
  registerHandlers(connection, { phase: () => phase, log }, () => {
    // The phase is checked before a handler asks for its session.
    if (running === undefined) throw new Error('The server was not initialized.');
    return running.session;
  });
  documents.onDidChangeContent(({ document }) => running?.edited(document));
  documents.onDidClose(({ document }) => running?.closed(document.uri));
  documents.onDidSave(({ document }) => running?.changedOnDisk([document.uri]));
  watchFiles(connection, (uris) => running?.changedOnDisk(uris));
  connection.onDidChangeConfiguration(() => running?.settingsChanged());
  documents.listen(connection);
  connection.listen();
}

/** The server between `initialize` and `shutdown`. */
interface Running {
  readonly session: Session;
  begin(): void;
  edited(document: TextDocument): void;
  closed(uri: string): void;
  changedOnDisk(uris: readonly string[]): void;
  settingsChanged(): void;
  stop(): void;
}

/** An edited configuration may bring in other files; they are read when its author pauses. */
const CONFIGURATION_QUIET = 300;

function start(
  params: InitializeParams,
  connection: Connection,
  dependencies: ServerDependencies,
  log: (message: string) => void,
): Running {
  const open = new Map<string, { readonly uri: string; readonly version: number }>();
  const folders = createFolders(params);
  const sendsStatus = params.initializationOptions != null;
  const reporter = createReporter({ connection, session: () => session, sendsStatus });
  const session = createSession(params, connection, dependencies, { folders, reporter, open, log });
  const { projects, support } = session;
  const guard = createGuard(log);
  const readFolders = (): void => guard('Reading folders', projects.setFolders(folders.uris));
  const changedOnDisk = (uris: readonly string[]): void => guard('Reading files', projects.refresh(uris));
  const configurations = createBatch<string>(CONFIGURATION_QUIET, changedOnDisk);
  return {
    session,
    begin() {
      readFolders();
      guard('Watching files', registerWatchers(connection, support));
      if (support.workspaceFolders) folders.follow(connection, readFolders);
    },
    edited(document) {
      const { uri } = document;
      open.set(keyOf(uri), document);
      guard('Reading a document', projects.open(uri, document.getText()));
      if (isConfiguration(uri)) configurations.add([uri]);
      reportEdit(uri, session, reporter);
    },
    closed(uri) {
      open.delete(keyOf(uri));
      guard('Closing a document', projects.close(uri));
    },
    changedOnDisk,
    settingsChanged: () => guard('Reading settings', projects.reloadSettings()),
    stop: () => [reporter, configurations].forEach((each) => each.dispose()),
  };
}

function reportEdit(uri: string, { projects }: Session, reporter: Parts['reporter']): void {
  const root = projects.locate(uri)?.root;
  if (root !== undefined) reporter.edited(root);
}

/** Lets a task run on its own; what goes wrong is logged under the name of what was being done. */
function createGuard(log: (message: string) => void): (what: string, task: Promise<unknown>) => void {
  return (what, task) =>
    void task.catch((error: unknown) =>
      log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
}

interface Parts {
  readonly folders: ReturnType<typeof createFolders>;
  readonly reporter: ReturnType<typeof createReporter>;
  readonly open: ReadonlyMap<string, { readonly uri: string; readonly version: number }>;
  readonly log: (message: string) => void;
}

function createSession(
  params: InitializeParams,
  connection: Connection,
  dependencies: ServerDependencies,
  { folders, reporter, open, log }: Parts,
): Session {
  const engine = dependencies.createEngine(params.locale);
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const viaClient = options.clientFileSystem === true;
  const support = clientSupport(params.capabilities);
  const today = (): string => options.today ?? dependencies.today();
  const ruleIds = engine.rules.map((rule) => rule.id);
  const settingsAt = async (scopeUri: string): Promise<Settings> => {
    if (!support.configuration) return NO_SETTINGS;
    const item = { scopeUri, section: SETTINGS_SECTION };
    return readSettings(await connection.workspace.getConfiguration(item), ruleIds, log);
  };
  const projects = createProjects({
    engine,
    fileSystemAt: (uri) => dependencies.fileSystemAt(uri, viaClient),
    settingsAt,
    mayLoad: (uri) => mayLoad(uri, folders.uris, viaClient),
    today,
    pause: dependencies.pause,
    events: reporter,
  });
  return {
    engine,
    support,
    projects,
    today,
    ...openFiles(open),
    commandLinks: options.commandLinks === true,
    describeImpact: viaClient ? undefined : dependencies.describeImpact,
    ruleBaseHref: options.ruleBaseHref ?? dependencies.ruleBaseHref,
    shows: (uri) =>
      open.has(keyOf(uri)) ||
      folders.uris.some((folder) => keyOf(folder) === keyOf(uri) || relativePath(folder, uri) !== undefined),
  };
}

function openFiles(open: Parts['open']): Pick<Session, 'openDocument' | 'openUris'> {
  return { openDocument: (key) => open.get(key), openUris: () => [...open.values()].map(({ uri }) => uri) };
}

/** Documents that lie nowhere: the editor made them up, or shows the old side of a comparison. */
const NO_FILES: ReadonlySet<string> = new Set([
  'untitled',
  'git',
  'output',
  'vscode-scm',
  'vscode-notebook-cell',
]);

function mayLoad(uri: string, folders: readonly string[], viaClient: boolean): boolean {
  if (!isReadable(keyOf(uri)) && !isConfiguration(uri)) return false;
  const scheme = schemeOf(uri);
  if (scheme === 'file' || folders.some((folder) => schemeOf(folder) === scheme)) return true;
  return viaClient && folders.length === 0 && !NO_FILES.has(scheme);
}

function isConfiguration(uri: string): boolean {
  return keyOf(uri).endsWith(`/${CONFIG_FILE}`);
}
