import { l10n, Range, Uri, window, workspace } from 'vscode';
import { CLIENT_COMMANDS } from '../../../server/src/lsp/protocol';
import { OPEN_PLACE, placeOf } from '../hoverLinks';
import type { Command } from './command';

/** Where a link of a hover leads in a virtual workspace. Opens documents and nothing else. */
export const openPlace: Command = {
  id: OPEN_PLACE,
  run: async (_, address) => {
    if (typeof address === 'string') await openAt(address);
  },
};

/** The places that a link of a hover leads to: one is opened, of several the reader chooses. */
export const openPlaces: Command = {
  id: CLIENT_COMMANDS.places,
  run: async (_, ...addresses) => {
    const places = addresses.filter((each) => typeof each === 'string');
    const [first] = places;
    const chosen = places.length > 1 ? await choosePlace(places) : first;
    if (chosen !== undefined) await openAt(chosen);
  },
};

async function choosePlace(addresses: readonly string[]): Promise<string | undefined> {
  const items = addresses.map((address) => {
    const { uri, line } = placeOf(address);
    return {
      label: workspace.asRelativePath(Uri.parse(uri)),
      description: l10n.t('line {0}', line + 1),
      address,
    };
  });
  return (await window.showQuickPick(items, { placeHolder: l10n.t('The document to open') }))?.address;
}

async function openAt(address: string): Promise<void> {
  const { uri, line, character } = placeOf(address);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, character, line, character) });
}
