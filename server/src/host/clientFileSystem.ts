import type { Connection } from 'vscode-languageserver';
import {
  READ_DIRECTORY,
  READ_FILE,
  type ReadDirectoryParams,
  type ReadDirectoryResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../lsp/protocol';
import { uriOf } from '../lsp/uris';
import type { FileSystem, ReadFailure } from '../workspace/fileSystem';

/** The file system of the editor below a folder: for the web, virtual workspaces, and whatever no disk holds. */
export function createClientFileSystem(
  connection: Pick<Connection, 'sendRequest'>,
  folder: string,
): FileSystem {
  return {
    async readDirectory(path) {
      const params: ReadDirectoryParams = { uri: uriOf(folder, path) };
      const result = await ask<ReadDirectoryResult>(connection, READ_DIRECTORY, params);
      return 'entries' in result ? result.entries : result;
    },
    async readFile(path) {
      const params: ReadFileParams = { uri: uriOf(folder, path) };
      const result = await ask<ReadFileResult>(connection, READ_FILE, params);
      return 'base64' in result ? bytesOf(result.base64) : result;
    },
  };
}

/** An editor that cannot answer is like a disk that cannot be read. */
async function ask<Result>(
  connection: Pick<Connection, 'sendRequest'>,
  method: string,
  params: ReadFileParams,
): Promise<Result | ReadFailure> {
  try {
    return await connection.sendRequest<Result>(method, params);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `the editor could not read it (${reason})`, missing: false };
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
