import type { Position } from 'vscode-languageserver';
import type { HoverAction, PlaceInFile } from '../../engine/features/hoverActions';
import type { LinkTo } from '../../engine/features/markdown';
import { rangeIn, type Place } from '../convert';
import { CLIENT_COMMANDS } from '../protocol';

/** The addresses of places in one ISMS: `URI#Lline,column`, both from 1. */
export function linksIn(place: Place): LinkTo {
  return (path, span) => {
    const { line, character } = rangeIn(place.isms, path, span).start;
    return `${escapeBrackets(place.uri(path))}#L${line + 1},${character + 1}`;
  };
}

/** Where a hover stands: what its commands are about. */
export interface HoverPlace {
  readonly uri: string;
  readonly position: Position;
}

/** One line of links to commands of our client. */
export function commandLine(actions: readonly HoverAction[], linkTo: LinkTo, at: HoverPlace): string {
  return actions.map((action) => `[${action.label}](${addressOf(action, linkTo, at)})`).join(' · ');
}

function addressOf(action: HoverAction, linkTo: LinkTo, { uri, position }: HoverPlace): string {
  switch (action.kind) {
    case 'places':
      return commandAddress(
        CLIENT_COMMANDS.places,
        action.places.map(({ path, span }: PlaceInFile) => linkTo(path, span)),
      );
    case 'wording':
      return commandAddress(CLIENT_COMMANDS.wording, [action.control, uri, position]);
    default:
      return commandAddress(CLIENT_COMMANDS[action.kind], [action.control, uri]);
  }
}

function commandAddress(command: string, args: readonly unknown[]): string {
  return `command:${command}?${escapeBrackets(encodeURIComponent(JSON.stringify(args)))}`;
}

/** Round brackets end a link in Markdown, and URIs may hold them. */
function escapeBrackets(address: string): string {
  return address.replace(/\(/g, '%28').replace(/\)/g, '%29');
}
