import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
} from 'vscode-languageserver';
import { BASELINE_FILE } from '../engine/readers/baseline';
import { SETTINGS_SECTION } from '../engine/config/editorSettings';
import { CONTENT_GLOB } from './capabilities';
import type { ClientSupport } from './clientSupport';
import { createBatch } from './scheduler';

/** A burst of events, such as a change of branch, is one refresh. */
const BURST = 100;

/**
 * Asks the editor to tell of changed files. Where a folder is renamed or deleted, editors tell of the folder alone, so
 * everything that comes and goes is watched.
 */
export async function registerWatchers(connection: Connection, support: ClientSupport): Promise<void> {
  if (support.dynamicWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: CONTENT_GLOB },
        { globPattern: '**/.gitignore' },
        { globPattern: `**/${BASELINE_FILE}` },
        { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  }
  if (support.configuration && support.dynamicConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
}

/** Hands over what changed on disk, whoever tells of it. */
export function watchFiles(
  connection: Connection,
  changed: (uris: readonly string[]) => void,
): { dispose(): void } {
  const batch = createBatch<string>(BURST, (uris) => changed([...new Set(uris)]));
  connection.onDidChangeWatchedFiles(({ changes }) => batch.add(changes.map(({ uri }) => uri)));
  connection.workspace.onDidCreateFiles(({ files }) => batch.add(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => batch.add(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) =>
    batch.add(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );
  return batch;
}
