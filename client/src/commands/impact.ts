import { window } from 'vscode';
import { showImpact } from '../impact';
import type { Command } from './command';

/** Says beside the text what the changes since the default branch do to the ISMS. */
export const impact: Command = {
  id: 'ismsPolicy.impact',
  run: () => {
    const uri = window.activeTextEditor?.document.uri;
    return showImpact(uri?.scheme === 'file' ? uri.toString() : undefined);
  },
};
