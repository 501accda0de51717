import { l10n, window } from 'vscode';
import {
  RECORD_APPROVAL,
  type RecordApprovalParams,
  type RecordApprovalResult,
} from '../../../server/src/lsp/protocol';
import { applyEdits } from '../edits';
import type { Command } from './command';

/** Writes who approved the document in the active editor, the day, and the fingerprint of its rules. */
export const recordApproval: Command = {
  id: 'ismsPolicy.recordApproval',
  run: async ({ server }) => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const ask = (params: RecordApprovalParams) =>
      server.ask<RecordApprovalResult | null>(RECORD_APPROVAL, params);
    const known = uri === undefined ? null : await ask({ uri });
    if (uri === undefined || !known) {
      void window.showInformationMessage(
        l10n.t(
          'The approval could not be recorded: the document has no front matter, or is none of an ISMS.',
        ),
      );
      return;
    }
    const approver = await window.showInputBox({
      title: l10n.t('Record approval'),
      prompt: l10n.t('Who approved this document? Today is written as the date.'),
      value: known.approver ?? '',
    });
    if (approver === undefined) return;
    const changed = approver.trim() === known.approver ? undefined : approver.trim();
    const result = await ask({ uri, ...(changed !== undefined && { approver: changed }) });
    if (result) await applyEdits(uri, result.edits);
  },
};
