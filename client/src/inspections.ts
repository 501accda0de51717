import { commands, Uri, ViewColumn } from 'vscode';
import { INSPECT, type InspectParams } from '../../server/src/lsp/protocol';
import type { LanguageServer } from './languageServer';
import { serveText, type ServedText } from './servedText';

export const INSPECTION_SCHEME = 'isms-inspect';

/** Serves what was understood of a file as a read-only document: `isms-inspect:/NAME.md?URI of the file`. */
export function serveInspections(server: () => LanguageServer): ServedText {
  return serveText(INSPECTION_SCHEME, ({ query }) => inspectionText(server(), query));
}

/** Opens the account beside the text; the manifest's `workbench.editorAssociations` choose the Markdown preview. */
export function showInspectionOf(file: Uri): Thenable<unknown> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const uri = Uri.from({ scheme: INSPECTION_SCHEME, path: `/${name}.md`, query: file.toString() });
  return commands.executeCommand('vscode.open', uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

async function inspectionText(server: LanguageServer, uri: string): Promise<string> {
  const params: InspectParams = { uri };
  const text = await server.ask<string | null>(INSPECT, params);
  if (text === undefined)
    return '# Nothing is known at the moment\n\nThe language server does not run. "ISMS: Restart Language Server" starts it.\n';
  return (
    text ??
    '# This file is not read\n\nDocuments are Markdown in an opened folder; registers are also CSV, YAML or JSON. Files that `.gitignore` or `documents` in `isms.yaml` leave out are not read.\n'
  );
}
