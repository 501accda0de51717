import type { CodeAction, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import type { Finding } from '../../engine/check/finding';
import { suppressionOffer } from '../../engine/features/suppressionOffer';
import { QUICK_FIX } from '../capabilities';
import { rangeIn, sourceAt, type Place } from '../convert';
import type { Session } from './session';
import { workspaceEdit } from './workspaceEdit';

/**
 * "Ignore this finding here…": inserts the comment and leaves the cursor where the reason belongs. Without a reason
 * nothing is suppressed, so that nobody silences a finding by accident.
 */
export function suppressionAction(
  session: Session,
  place: Place,
  finding: Finding,
  diagnostic: Diagnostic,
): CodeAction | undefined {
  const offer = suppressionOffer(place.isms, finding);
  if (offer === undefined) return undefined;
  const { title, path, at, before, after } = offer;
  const exists = sourceAt(place.isms, path) !== undefined;
  const uri = place.uri(path);
  const range = rangeIn(place.isms, path, { start: at, end: at });
  const plain: TextEdit = { range, newText: before + after };
  const action = { title, kind: QUICK_FIX, diagnostics: [diagnostic] };
  if (!exists) {
    const edit = workspaceEdit({ changes: [], creates: [{ uri, text: plain.newText }] }, session.support);
    return edit && { ...action, edit };
  }
  const version = place.version(path);
  // A snippet moves the cursor, which only an open document has.
  if (!session.support.snippetEdits || version === null) {
    const edit = workspaceEdit({ changes: [{ uri, version, edits: [plain] }], creates: [] }, session.support);
    return edit && { ...action, edit };
  }
  const snippet: SnippetTextEdit = {
    range,
    snippet: { kind: 'snippet', value: `${escapeSnippet(before)}$1${escapeSnippet(after)}` },
  };
  return { ...action, edit: { documentChanges: [{ textDocument: { uri, version }, edits: [snippet] }] } };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
