import { commands } from 'vscode';
import type { Command } from './command';

export const SHOW_FINDINGS = 'ismsPolicy.showFindings';

/** The findings of all documents stand in the Problems view, whether a document is open or not. */
export const showFindings: Command = {
  id: SHOW_FINDINGS,
  run: () => commands.executeCommand('workbench.actions.view.problems'),
};
