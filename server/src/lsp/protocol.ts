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
  /** The client has the commands of `CLIENT_COMMANDS` and trusts them in hovers. */
  readonly commandLinks?: boolean;
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

/**
 * Commands of our client that the links of a hover and code actions run. Arguments: `places` addresses
 * (`URI#Lline,column`, both from 1); `card` control, document's URI; `wording` control, URI, position; `add` control, URI.
 */
export const CLIENT_COMMANDS = {
  card: 'ismsPolicy.showCard',
  places: '_ismsPolicy.openPlaces',
  wording: '_ismsPolicy.insertWording',
  add: '_ismsPolicy.addControl',
} as const;

/** Client → server request: the full card of a control as Markdown; `null` where the catalogue has no such control. */
export const CARD = 'isms/card';
export interface CardParams {
  /** In any spelling that documents may use. */
  readonly id: string;
  /** A document of the ISMS whose state the card shows; without it, the first one's. */
  readonly uri?: string;
}

/** Client → server request: what was understood of a file, as Markdown; `null` where it is read nowhere. */
export const INSPECT = 'isms/inspect';
export interface InspectParams {
  readonly uri: string;
}

/**
 * Client → server request: what the changes since the default branch do to the ISMS around a document, or to the first
 * one there is.
 */
export const IMPACT = 'isms/impact';
export interface ImpactParams {
  readonly uri?: string;
}
export type ImpactResult =
  | { readonly markdown: string; readonly items: readonly ImpactItem[] }
  /** Why it cannot be said, in words for the user. */
  | { readonly failure: string };
export interface ImpactItem {
  readonly id: string;
  readonly level: 'decision' | 'attention' | 'information';
  readonly subject: string;
  readonly message: string;
  /** Where it is now; absent where it is gone. */
  readonly uri?: string;
  readonly line?: number;
  readonly character?: number;
}

/** Client → server request without parameters: the controls that have a card, in the order of the catalogue. */
export const CONTROLS = 'isms/controls';
export interface ControlChoice {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
}

/** Client → server request: the sentences ready to be inserted for a control. Params: its id. */
export const WORDING = 'isms/wording';
export interface WordingParams {
  readonly id: string;
}

/** Client → server request: the edits of one document that insert sentences, or `null` where they have no place. */
export const INSERT_WORDING = 'isms/insertWording';
export interface InsertWordingParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  readonly sentences: readonly string[];
}

/** Client → server request: the edits that add a control to what a document maps, or `null` where that is not possible. */
export const ADD_CONTROL = 'isms/addControl';
export interface AddControlParams {
  readonly uri: string;
  readonly id: string;
}

/**
 * Client → server request: the edits that record an approval in the front matter of a document; without `approver` only
 * what is known of it. `null` where the document is none of an ISMS or has no front matter that can be changed.
 */
export const RECORD_APPROVAL = 'isms/recordApproval';
export interface RecordApprovalParams {
  readonly uri: string;
  readonly approver?: string;
}
export interface RecordApprovalResult {
  /** Who is named as approver now. */
  readonly approver: string | null;
  readonly edits: readonly ProtocolEdit[];
}

/** Zero-based, UTF-16, as in the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}
export interface ProtocolEdit {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  readonly newText: string;
}
