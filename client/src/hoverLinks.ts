/** Opens a place of the workspace; internal, so it is in no menu. */
export const OPEN_PLACE = '_ismsPolicy.openPlace';

/** A line that is nothing but links to commands, as our server ends a hover. */
const COMMAND_LINE = /^\[[^\]]+\]\(command:[^\s()]+\)(?: · \[[^\]]+\]\(command:[^\s()]+\))*$/;

export function isCommandLine(markdown: string): boolean {
  return COMMAND_LINE.test(markdown.trim());
}

/** The schemes whose links the editor lets stand in a hover. All others, those of virtual workspaces too, it removes. */
const LET_STAND = /^(?:https?|mailto|file|vscode-remote|command):/;
const LINK = /\]\(([a-z][a-z0-9+.-]*:[^\s()]+)\)/g;

/**
 * A hover whose links work in virtual workspaces as well: those that the editor would remove become a command that
 * opens the same place. `changed` tells whether there were any, because only then the command needs to be allowed.
 */
export function openableLinks(markdown: string): { readonly markdown: string; readonly changed: boolean } {
  let changed = false;
  const text = markdown.replace(LINK, (link, address: string) => {
    if (LET_STAND.test(address)) return link;
    changed = true;
    // Brackets end a link, and encodeURIComponent leaves round ones alone.
    const args = encodeURIComponent(JSON.stringify([address]))
      .replace(/\(/g, '%28')
      .replace(/\)/g, '%29');
    return `](command:${OPEN_PLACE}?${args})`;
  });
  return { markdown: text, changed };
}

/** A place as the server's links name it: `URI#Lline,column`, both from 1. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** Reads a link of the server; zero-based, the beginning where it names no line. */
export function placeOf(address: string): Place {
  const [uri = '', fragment = ''] = address.split('#');
  const [, line = '1', column = '1'] = /^L(\d+)(?:,(\d+))?$/.exec(fragment) ?? [];
  return { uri, line: Number(line) - 1, character: Number(column) - 1 };
}
