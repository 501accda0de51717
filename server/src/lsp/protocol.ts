/**
 * The messages between our server and our client beyond the Language Server Protocol. Types and names only: the client
 * imports nothing else from the server.
 */

/** `initializationOptions` of our client; every other editor may leave them out. */
export interface InitializationOptions {
  /** Where a rule's page is: the rule's id is appended. Default: the project's homepage. */
  readonly ruleBaseHref?: string;
  /** Ask the client for files instead of reading them: the web, virtual workspaces. */
  readonly clientFileSystem?: boolean;
  /** `YYYY-MM-DD`, for tests; default: the day it is. */
  readonly today?: string;
}

/** Server → client request: the entries of a folder. Params: its URI. Result: entries, or why it cannot be read. */
export const READ_DIRECTORY = 'isms/readDirectory';
export interface ReadDirectoryParams {
  readonly uri: string;
}
export type ReadDirectoryResult =
  | {
      readonly entries: readonly {
        readonly name: string;
        readonly kind: 'file' | 'directory' | 'link' | 'other';
      }[];
    }
  | ReadError;

/** Server → client request: the bytes of a file, as base64. */
export const READ_FILE = 'isms/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly base64: string } | ReadError;

export interface ReadError {
  readonly failure: string;
  readonly missing: boolean;
}

/** Server → client notification after every check: what the status item shows. */
export const STATUS = 'isms/status';
export interface StatusParams {
  /** Empty where there is nothing of an ISMS. */
  readonly workspaces: readonly WorkspaceStatus[];
  /** False while files are still being read. */
  readonly ready: boolean;
}
export interface WorkspaceStatus {
  readonly uri: string;
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  readonly controls: { readonly total: number; readonly mapped: number; readonly applicable: number };
}

/** Client → server request: read everything anew. Resolves when the new findings are published. */
export const RESCAN = 'isms/rescan';
