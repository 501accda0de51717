import type { Connection, InitializeParams } from 'vscode-languageserver';
import { keyOf } from './uris';

/** The folders that the editor has open. */
export interface Folders {
  readonly uris: readonly string[];
  /** Calls back after every change. */
  follow(connection: Connection, changed: () => void): void;
}

export function createFolders(params: InitializeParams): Folders {
  // Editors without workspace folders have one root, or none where single files are opened.
  const given =
    params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri == null ? [] : [params.rootUri]);
  const open = new Map(given.map((uri) => [keyOf(uri), uri]));
  return {
    get uris() {
      return [...open.values()];
    },
    follow: (connection, changed) => {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) open.delete(keyOf(uri));
        for (const { uri } of added) open.set(keyOf(uri), uri);
        changed();
      });
    },
  };
}
