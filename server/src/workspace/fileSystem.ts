/**
 * The file system as the workspace needs it, bound to one root. Paths are relative to the root, with `/`; the root is
 * the empty string. The command line and the desktop server use Node's, the web server asks the client.
 */
export interface FileSystem {
  readDirectory(path: string): Promise<readonly DirectoryEntry[] | ReadFailure>;
  readFile(path: string): Promise<Uint8Array | ReadFailure>;
}

export interface DirectoryEntry {
  readonly name: string;
  /** Links are not followed: what they lead to inside the root is read in its own place. */
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** Why something could not be read, in words for the user. */
export interface ReadFailure {
  readonly failure: string;
  /** True where there simply is no such file. */
  readonly missing: boolean;
}

export function isFailure(result: object): result is ReadFailure {
  return 'failure' in result;
}
