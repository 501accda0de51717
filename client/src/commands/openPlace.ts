import { Range, Uri, window } from 'vscode';
import { OPEN_PLACE, placeOf } from '../hoverLinks';
import type { Command } from './command';

/** Where a link of a hover leads in a virtual workspace. Opens documents and nothing else. */
export const openPlace: Command = {
  id: OPEN_PLACE,
  run: async (_, address) => {
    if (typeof address !== 'string') return;
    const { uri, line, character } = placeOf(address);
    await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, character, line, character) });
  },
};
