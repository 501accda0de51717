import { l10n, ProgressLocation, window } from 'vscode';
import type { Command } from './command';

export const RESCAN = 'ismsPolicy.rescan';

/** Reads all files anew, for the day when something changed them behind the editor's back. */
export const rescan: Command = {
  id: RESCAN,
  run: ({ server }) =>
    window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('ISMS: reading all documents') },
      () => server.rescan(),
    ),
};
