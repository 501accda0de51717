import { l10n, window } from 'vscode';
import {
  CLIENT_COMMANDS,
  INSERT_WORDING,
  WORDING,
  type InsertWordingParams,
  type ProtocolEdit,
  type ProtocolPosition,
  type WordingParams,
} from '../../../server/src/lsp/protocol';
import { applyEdits } from '../edits';
import type { Command } from './command';

/** Inserts ready sentences of a control that the author picks, as list items behind a line of a document. */
export const insertWording: Command = {
  id: CLIENT_COMMANDS.wording,
  run: async ({ server }, id, uri, position) => {
    if (typeof id !== 'string' || typeof uri !== 'string' || !isPosition(position)) return;
    const offered = await server.ask<readonly string[]>(WORDING, { id } satisfies WordingParams);
    const sentences = await window.showQuickPick([...(offered ?? [])], {
      canPickMany: true,
      title: l10n.t('Wording for {0}', id),
      placeHolder: l10n.t('The sentences to insert; fill in what stands in double braces'),
    });
    if (sentences === undefined || sentences.length === 0) return;
    const params: InsertWordingParams = { uri, position, sentences };
    const edits = await server.ask<ProtocolEdit[] | null>(INSERT_WORDING, params);
    if (edits && (await applyEdits(uri, edits))) return;
    void window.showInformationMessage(
      l10n.t(
        'The sentences could not be inserted: the document cannot be edited, or is none of the ISMS any more.',
      ),
    );
  },
};

function isPosition(value: unknown): value is ProtocolPosition {
  const { line, character } = (value ?? {}) as Partial<ProtocolPosition>;
  return typeof line === 'number' && typeof character === 'number';
}
