import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createEngine } from '../engine/engine';
import { createServer } from '../lsp/server';
import { catalogData } from './catalogData';
import { createClientFileSystem } from './clientFileSystem';
import { crosswalkData } from './crosswalkData';
import { PRODUCT, RULE_BASE_HREF } from './product';
import { localToday } from './today';

/** The language server as a web worker: every file comes from the editor. */
const scope = globalThis as never;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
createServer(connection, {
  createEngine: (locale) => createEngine(catalogData, crosswalkData, locale),
  product: PRODUCT,
  ruleBaseHref: RULE_BASE_HREF,
  fileSystemAt: (uri) => createClientFileSystem(connection, uri),
  today: localToday,
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
});
