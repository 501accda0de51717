import { Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { ProtocolEdit } from '../../server/src/lsp/protocol';

/** Applies edits of the server to one document. `false` where the editor refuses. */
export function applyEdits(uri: string, edits: readonly ProtocolEdit[]): Thenable<boolean> {
  const target = Uri.parse(uri);
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(target, new Range(start.line, start.character, end.line, end.character), newText);
  }
  return workspace.applyEdit(change);
}
