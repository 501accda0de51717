import { l10n, window } from 'vscode';
import { CONTROLS, type CLIENT_COMMANDS, type ControlChoice } from '../../../server/src/lsp/protocol';
import { showCardOf } from '../cards';
import type { LanguageServer } from '../languageServer';
import type { Command } from './command';

/** Opens the card of a control beside the text: that of the id given, as a hover's link does, else of a chosen one. */
export const showCard: Command = {
  id: 'ismsPolicy.showCard' satisfies typeof CLIENT_COMMANDS.card,
  run: async ({ server }, id, uri) => {
    const chosen = typeof id === 'string' ? id : await chooseControl(server);
    const about = typeof uri === 'string' ? uri : window.activeTextEditor?.document.uri.toString();
    if (chosen !== undefined) await showCardOf(chosen, about);
  },
};

async function chooseControl(server: LanguageServer): Promise<string | undefined> {
  const choices = await server.ask<readonly ControlChoice[]>(CONTROLS);
  if (choices === undefined) {
    void window.showInformationMessage(
      l10n.t('The guidance cannot be shown while the language server does not run.'),
    );
    return undefined;
  }
  const items = choices.map(({ id, title, theme }) => ({ label: id, description: title, detail: theme }));
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('The control to read about'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.label;
}
