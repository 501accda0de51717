import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport';

export const QUICK_FIX = 'quickfix';
/** Says the same in another form. */
export const REWRITE = 'refactor.rewrite';
export const FIX_ALL = 'source.fixAll.isms';
/** Adds to a text that has nothing wrong with it. */
export const WORDING_ACTION = 'refactor.insertWording';

/** The files that may be documents or registers of an ISMS, or its configuration. */
export const CONTENT_GLOB = '**/*.{md,markdown,yml,yaml,json,csv}';

/** What the server offers. Findings are pushed: pulled ones go stale when another file changes. */
export function capabilities({ prepareRename }: Pick<ClientSupport, 'prepareRename'>): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    completionProvider: {
      triggerCharacters: ['"', "'", '[', ',', '.', '|', ' ', ':', '-'],
      resolveProvider: true,
    },
    codeActionProvider: { codeActionKinds: [QUICK_FIX, WORDING_ACTION, REWRITE, FIX_ALL] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: fileOperations(),
    },
  };
}

function fileOperations() {
  const filters = [
    { pattern: { glob: CONTENT_GLOB, matches: 'file' as const } },
    { pattern: { glob: '**', matches: 'folder' as const } },
  ];
  return { didCreate: { filters }, didRename: { filters }, didDelete: { filters } };
}
