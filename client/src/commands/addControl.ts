import { l10n, window } from 'vscode';
import {
  ADD_CONTROL,
  CLIENT_COMMANDS,
  type AddControlParams,
  type ProtocolEdit,
} from '../../../server/src/lsp/protocol';
import { applyEdits } from '../edits';
import type { Command } from './command';

/** Adds a control to the list that a document maps, as its hover offers. */
export const addControl: Command = {
  id: CLIENT_COMMANDS.add,
  run: async ({ server }, id, uri) => {
    if (typeof id !== 'string' || typeof uri !== 'string') return;
    const edits = await server.ask<ProtocolEdit[] | null>(ADD_CONTROL, {
      id,
      uri,
    } satisfies AddControlParams);
    if (edits && (await applyEdits(uri, edits))) return;
    void window.showInformationMessage(
      l10n.t('{0} could not be added. List it in the front matter: controls: ["{0}"]', id),
    );
  },
};
