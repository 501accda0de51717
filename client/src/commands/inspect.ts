import { l10n, Uri, window } from 'vscode';
import { showInspectionOf } from '../inspections';
import type { Command } from './command';

/** Opens what was understood of a document beside it: of the one given, as the explorer does, else of the active one. */
export const inspect: Command = {
  id: 'ismsPolicy.inspect',
  run: async (_, given) => {
    const file = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (file !== undefined) await showInspectionOf(file);
    else void window.showInformationMessage(l10n.t('Open the document to inspect first.'));
  },
};
