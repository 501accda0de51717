import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../../engine/features/hover';
import { offsetIn, rangeIn, sourceAt } from '../convert';
import { placeOf, type Session } from './session';

export async function hover(session: Session, params: HoverParams): Promise<Hover | null> {
  const located = await session.projects.locateWhenReady(params.textDocument.uri);
  if (located === undefined) return null;
  const { root, path } = located;
  const place = placeOf(root, session);
  const source = sourceAt(place.isms, path);
  if (source === undefined) return null;
  const linkTo = (target: string, span: { readonly start: number; readonly end: number }): string => {
    const { line, character } = rangeIn(place.isms, target, span).start;
    // Round brackets end a link in Markdown, and URIs may hold them.
    const uri = place.uri(target).replace(/\(/g, '%28').replace(/\)/g, '%29');
    return `${uri}#L${line + 1},${character + 1}`;
  };
  const found = hoverAt(place.isms, path, offsetIn(source, params.position), linkTo);
  if (found === undefined) return null;
  const kind = session.support.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: rangeIn(place.isms, path, found.span) };
}
