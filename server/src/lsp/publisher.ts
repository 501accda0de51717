import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { keyOf } from './uris';

/** The findings of one file. */
export interface FileDiagnostics {
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sends diagnostics, and remembers what it sent: only what changed is sent again. */
export interface Publisher {
  /** All findings of one root; what it published before and does not hold any more is cleared. */
  publish(root: string, files: readonly FileDiagnostics[]): void;
  /** The findings of some files of a root; the others are left as they are. */
  update(root: string, files: readonly FileDiagnostics[]): void;
  /** Clears everything that the root published. */
  clear(root: string): void;
}

interface Published {
  readonly root: string;
  readonly uri: string;
  readonly content: string;
  /** The value that was sent: where it is given again there is nothing to compare. */
  readonly file: FileDiagnostics;
}

export function createPublisher(send: (params: PublishDiagnosticsParams) => void): Publisher {
  const published = new Map<string, Published>();

  const sendChanged = (root: string, file: FileDiagnostics): void => {
    const { uri, version, diagnostics } = file;
    const key = keyOf(uri);
    const known = published.get(key);
    if (known?.file === file && known.root === root) return;
    const content = JSON.stringify(diagnostics);
    if (known === undefined && diagnostics.length === 0) return;
    if (known?.content === content && known.uri === uri && known.root === root) {
      published.set(key, { ...known, file });
      return;
    }
    // The same file under another spelling of its URI is another one to the editor.
    if (known !== undefined && known.uri !== uri) send({ uri: known.uri, diagnostics: [] });
    if (diagnostics.length === 0) published.delete(key);
    else published.set(key, { root, uri, content, file });
    send({ uri, diagnostics: [...diagnostics], ...(version !== null && { version }) });
  };

  const publish: Publisher['publish'] = (root, files) => {
    const present = new Set(files.map((file) => keyOf(file.uri)));
    const vanished = [...published].filter(([key, entry]) => entry.root === root && !present.has(key));
    for (const [, { uri }] of vanished) sendChanged(root, { uri, version: null, diagnostics: [] });
    for (const file of files) sendChanged(root, file);
  };
  return {
    publish,
    update: (root, files) => {
      for (const file of files) sendChanged(root, file);
    },
    clear: (root) => publish(root, []),
  };
}
