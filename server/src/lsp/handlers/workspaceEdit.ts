import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientSupport } from '../clientSupport';
import type { FileChange, FixData } from '../convert';

/** A change as the editor takes it; `undefined` where it cannot do what is needed. */
export function workspaceEdit(
  { changes, creates }: Pick<FixData, 'changes' | 'creates'>,
  support: ClientSupport,
): WorkspaceEdit | undefined {
  if (creates.length > 0 && !support.createFiles) return undefined;
  if (!support.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  return { documentChanges: [...creates.flatMap(creation), ...changes.map(documentEdit)] };
}

/** Never overwrites: where the file exists by now, the edit fails as a whole. */
function creation({ uri, text }: FixData['creates'][number]): (CreateFile | TextDocumentEdit)[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range, newText: text }] },
  ];
}

function documentEdit({ uri, version, edits }: FileChange): TextDocumentEdit {
  return { textDocument: { uri, version }, edits: [...edits] };
}
