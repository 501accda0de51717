import { Console } from 'node:console';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type Connection,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createEngine } from '../engine/engine';
import { createServer } from '../lsp/server';
import { schemeOf } from '../lsp/uris';
import { catalogData } from './catalogData';
import { createClientFileSystem } from './clientFileSystem';
import { crosswalkData } from './crosswalkData';
import { createDescribeImpact } from './impact';
import { createNodeFileSystem } from './nodeFileSystem';
import { PRODUCT, RULE_BASE_HREF } from './product';
import { localToday } from './today';

export type Transport = 'stdio' | 'ipc';

/** Starts the language server in this process. It ends the process when the editor says so, or is gone. */
export function startServer(transport: Transport = 'stdio'): void {
  const connection = connect(transport);
  createServer(connection, {
    createEngine: (locale) => createEngine(catalogData, crosswalkData, locale),
    product: PRODUCT,
    ruleBaseHref: RULE_BASE_HREF,
    fileSystemAt: (uri, viaClient) =>
      viaClient || schemeOf(uri) !== 'file'
        ? createClientFileSystem(connection, uri)
        : createNodeFileSystem(URI.parse(uri).fsPath),
    today: localToday,
    describeImpact: createDescribeImpact(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

function connect(transport: Transport): Connection {
  if (transport === 'ipc')
    return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  // Standard output belongs to the protocol: a stray line of a dependency would end the conversation.
  globalThis.console = new Console(process.stderr);
  return createConnection(process.stdin, process.stdout);
}
