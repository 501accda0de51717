import type { CodeAction } from 'vscode-languageserver';
import { wordingControls } from '../../engine/features/insertWording';
import { WORDING_ACTION } from '../capabilities';
import { offsetIn, sourceAt } from '../convert';
import type { Located } from '../projects';
import { CLIENT_COMMANDS, type ProtocolPosition } from '../protocol';
import type { Session } from './session';

/**
 * "Insert wording for A.5.15…" where the section is about few controls. Our client asks which sentences; another one
 * has no such command, so nothing is offered to it.
 */
export function wordingActions(
  session: Session,
  { root, path }: Located,
  uri: string,
  position: ProtocolPosition,
): CodeAction[] {
  if (!session.commandLinks) return [];
  const isms = root.project.isms();
  const source = sourceAt(isms, path);
  if (source === undefined) return [];
  return wordingControls(isms, path, offsetIn(source, position)).map(({ id, title }) => ({
    title: isms.catalog.say('Insert wording for {0} {1}…', id, title),
    kind: WORDING_ACTION,
    command: {
      title: isms.catalog.say('Insert wording…'),
      command: CLIENT_COMMANDS.wording,
      arguments: [id, uri, position],
    },
  }));
}
