import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../../engine/features/hover';
import { offsetIn, rangeIn, sourceAt } from '../convert';
import { commandLine, linksIn } from './links';
import { placeOf, type Session } from './session';

export async function hover(session: Session, params: HoverParams): Promise<Hover | null> {
  const { position, textDocument } = params;
  const located = await session.projects.locateWhenReady(textDocument.uri);
  if (located === undefined) return null;
  const { root, path } = located;
  const place = placeOf(root, session);
  const source = sourceAt(place.isms, path);
  if (source === undefined) return null;
  const linkTo = linksIn(place);
  const found = hoverAt(place.isms, path, offsetIn(source, position), linkTo);
  if (found === undefined) return null;
  const range = rangeIn(place.isms, path, found.span);
  const { markdownHover } = session.support;
  // Apart from the text, so that our client can trust the commands of the line without trusting the words above it.
  if (session.commandLinks && markdownHover && found.actions.length > 0) {
    const line = commandLine(found.actions, linkTo, { uri: textDocument.uri, position });
    return { contents: [found.markdown, line], range };
  }
  const kind = markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range };
}
