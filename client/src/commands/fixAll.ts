import { commands } from 'vscode';
import type { Command } from './command';

/** Applies what `isms fix` would apply to the document in the active editor: the safe fixes alone. */
export const fixAll: Command = {
  id: 'ismsPolicy.fixAll',
  run: () =>
    commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.isms', apply: 'first' }),
};
