import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';

/** A folder on disk for one test. Paths are relative to it. */
export interface TemporaryFolder {
  /** As VS Code writes it. */
  readonly uri: string;
  /** As the operating system writes it. */
  readonly path: string;
  uriOf(path: string): string;
  write(path: string, text: string | Uint8Array): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  dispose(): void;
}

/** `name` is a folder within a fresh one, so that its characters can be chosen. */
export function createTemporaryFolder(
  files: Readonly<Record<string, string>>,
  name = 'isms',
): TemporaryFolder {
  const fresh = realpathSync(mkdtempSync(join(tmpdir(), 'isms-')));
  const root = join(fresh, name);
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) write(path, text);
  const uriOf = (path: string): string => URI.parse(pathToFileURL(join(root, path)).href).toString();
  return {
    uri: uriOf(''),
    path: root,
    uriOf,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    rename: (from, to) => renameSync(join(root, from), join(root, to)),
    dispose: () => rmSync(fresh, { recursive: true, force: true }),
  };
}
