import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_DIRECTORY,
  READ_FILE,
  type ReadDirectoryParams,
  type ReadDirectoryResult,
  type ReadError,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol';
import { toBase64 } from './base64';
import { createLimiter } from './limiter';

/** A virtual workspace reads over the network: more at once are slower for everybody. */
const AT_ONCE = 20;

/**
 * Answers the server's questions for files through the editor's file system, which reaches what the server cannot:
 * the web, remote repositories. Documents are never opened for that, because every other extension would react.
 */
export function answerFileSystemRequests(client: BaseLanguageClient): Disposable[] {
  const limited = createLimiter(AT_ONCE);
  return [
    client.onRequest(READ_DIRECTORY, ({ uri }: ReadDirectoryParams) => limited(() => readDirectory(uri))),
    client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => limited(() => readFile(uri))),
  ];
}

async function readDirectory(uri: string): Promise<ReadDirectoryResult> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return { entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
  } catch (error) {
    return readError(error);
  }
}

async function readFile(uri: string): Promise<ReadFileResult> {
  try {
    return { base64: toBase64(await workspace.fs.readFile(Uri.parse(uri))) };
  } catch (error) {
    return readError(error);
  }
}

/** `FileType` is a set of bits: a link has that of its target as well. */
function kindOf(type: FileType): 'file' | 'directory' | 'link' | 'other' {
  if (type & FileType.SymbolicLink) return 'link';
  if (type & FileType.Directory) return 'directory';
  return type & FileType.File ? 'file' : 'other';
}

function readError(error: unknown): ReadError {
  const missing = error instanceof FileSystemError && error.code === 'FileNotFound';
  return { failure: error instanceof Error ? error.message : String(error), missing };
}
