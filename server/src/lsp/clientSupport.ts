import type { ClientCapabilities } from 'vscode-languageserver';

/** What the editor can do, as far as our answers depend on it. */
export interface ClientSupport {
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly dynamicWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  /** Diagnostics come back with their `data` when fixes are asked for. */
  readonly diagnosticData: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  /** Edits with versions of documents. */
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  readonly markdownHover: boolean;
  /** The editor asks whether there is something to rename before it asks for the new name. */
  readonly prepareRename: boolean;
}

const UNNECESSARY = 1;

export function clientSupport({ workspace, textDocument }: ClientCapabilities): ClientSupport {
  const diagnostics = textDocument?.publishDiagnostics;
  const actions = textDocument?.codeAction;
  const edits = workspace?.workspaceEdit;
  const documentChanges = edits?.documentChanges === true;
  return {
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    dynamicWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    unnecessaryTag: diagnostics?.tagSupport?.valueSet.includes(UNNECESSARY) === true,
    diagnosticData: diagnostics?.dataSupport === true,
    codeActionLiterals: actions?.codeActionLiteralSupport !== undefined,
    preferredActions: actions?.isPreferredSupport === true,
    documentChanges,
    createFiles: documentChanges && edits.resourceOperations?.includes('create') === true,
    snippetEdits: documentChanges && edits.snippetEditSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
    prepareRename: textDocument?.rename?.prepareSupport === true,
  };
}
