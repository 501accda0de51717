import type { CodeAction, Range } from 'vscode-languageserver';
import { conversionOffer } from '../../engine/features/conversionOffer';
import { REWRITE } from '../capabilities';
import { sourceAt, spanOfRange, toChanges } from '../convert';
import type { Located } from '../projects';
import { placeOf, type Session } from './session';
import { workspaceEdit } from './workspaceEdit';

/** "Convert to front matter" for a document that keeps its document control elsewhere. */
export function conversionAction(
  session: Session,
  { root, path }: Located,
  range: Range,
  anywhere: boolean,
): CodeAction[] {
  const place = placeOf(root, session);
  const source = sourceAt(place.isms, path);
  if (source === undefined) return [];
  const offer = conversionOffer(place.isms, path, spanOfRange(source, range), anywhere);
  if (offer === undefined) return [];
  const changes = toChanges(
    offer.edits.map((edit) => ({ path, ...edit })),
    place,
  );
  const edit = workspaceEdit({ changes, creates: [] }, session.support);
  return edit === undefined ? [] : [{ title: offer.title, kind: REWRITE, edit }];
}
