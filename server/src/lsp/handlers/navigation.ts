import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  SymbolKind,
  type DocumentHighlight,
  type Location,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  definitionsOf,
  entityAt,
  occurrencesOf,
  spansIn,
  type Entity,
  type EntityPlace,
} from '../../engine/features/entity';
import { renameableAt, renameEdits } from '../../engine/features/rename';
import { symbolsOf, type IsmsSymbol } from '../../engine/features/symbols';
import { documentAt } from '../../engine/index/model';
import { offsetIn, rangeIn, sourceAt, toChanges, type Place } from '../convert';
import { placeOf, type Session } from './session';
import { workspaceEdit } from './workspaceEdit';

/** Where the id under the cursor is defined; from there, where else a control is named. */
export async function definition(session: Session, params: TextDocumentPositionParams): Promise<Location[]> {
  const at = await placeAt(session, params);
  const found = at && entityAt(at.place.isms, at.path, at.offset);
  if (at === undefined || found === undefined) return [];
  const places = definitionsOf(at.place.isms, found.entity);
  const elsewhere = places.filter(({ path, span }) => path !== at.path || !covers(span, at.offset));
  // Whoever stands in the row of the SoA wants to know who carries the control out.
  return locations(elsewhere.length > 0 ? elsewhere : mappingsOf(found.entity, at.place), at.place);
}

/** Everywhere that the id under the cursor is named. */
export async function references(session: Session, params: ReferenceParams): Promise<Location[]> {
  const at = await placeAt(session, params);
  const found = at && entityAt(at.place.isms, at.path, at.offset);
  if (at === undefined || found === undefined) return [];
  const { isms } = at.place;
  const defined = params.context.includeDeclaration ? [] : definitionsOf(isms, found.entity);
  const places = occurrencesOf(isms, found.entity).filter(
    ({ path, span }) => !defined.some((each) => each.path === path && each.span.start === span.start),
  );
  return locations(places, at.place);
}

/** The other places of the id under the cursor in its own document. */
export async function highlights(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<DocumentHighlight[]> {
  const at = await placeAt(session, params);
  const found = at && entityAt(at.place.isms, at.path, at.offset);
  const document = at && documentAt(at.place.isms, at.path);
  if (at === undefined || found === undefined || document === undefined) return [];
  const { isms } = at.place;
  return spansIn(document, found.entity, isms).map((span) => ({
    range: rangeIn(isms, at.path, span),
    kind: DocumentHighlightKind.Text,
  }));
}

/** The id that a rename would change; an error with the reason where there is none. */
export async function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<Range | null | ResponseError> {
  const at = await placeAt(session, params);
  if (at === undefined) return null;
  const found = renameableAt(at.place.isms, at.path, at.offset);
  if ('refusal' in found) return refused(found.refusal);
  return rangeIn(at.place.isms, at.path, found.span);
}

export async function rename(
  session: Session,
  params: RenameParams,
): Promise<WorkspaceEdit | null | ResponseError> {
  const at = await placeAt(session, params);
  if (at === undefined) return null;
  const { isms } = at.place;
  const found = renameableAt(isms, at.path, at.offset);
  if ('refusal' in found) return refused(found.refusal);
  const edits = renameEdits(isms, found.entity, params.newName);
  if ('refusal' in edits) return refused(edits.refusal);
  return workspaceEdit({ changes: toChanges(edits, at.place), creates: [] }, session.support) ?? null;
}

/** More than anybody scrolls through; typing on narrows them down. */
const MOST_SYMBOLS = 500;

const SYMBOL_KINDS: Readonly<Record<IsmsSymbol['kind'], SymbolKind>> = {
  document: SymbolKind.File,
  control: SymbolKind.Key,
  entry: SymbolKind.Event,
};

/** Documents, controls of the SoA and entries of registers by name, of all ISMSs of the workspace. */
export function workspaceSymbols(session: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
  return session.projects.roots.flatMap((root) => {
    const place = placeOf(root, session);
    return symbolsOf(place.isms, query, MOST_SYMBOLS).map(({ kind, name, container, path, span }) => ({
      name,
      kind: SYMBOL_KINDS[kind],
      containerName: container,
      location: { uri: place.uri(path), range: rangeIn(place.isms, path, span) },
    }));
  });
}

interface At {
  readonly place: Place;
  readonly path: string;
  readonly offset: number;
}

async function placeAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<At | undefined> {
  const located = await session.projects.locateWhenReady(textDocument.uri);
  if (located === undefined) return undefined;
  const place = placeOf(located.root, session);
  const source = sourceAt(place.isms, located.path);
  return source && { place, path: located.path, offset: offsetIn(source, position) };
}

function covers(span: EntityPlace['span'], offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function mappingsOf(entity: Entity, { isms }: Place): EntityPlace[] {
  if (entity.kind !== 'control') return [];
  const mappings = entity.ids.flatMap((id) => isms.mappings.get(id) ?? []);
  return mappings.map(({ document, reference }) => ({ path: document.path, span: reference.mention.span }));
}

function locations(places: readonly EntityPlace[], place: Place): Location[] {
  return places.map(({ path, span }) => ({ uri: place.uri(path), range: rangeIn(place.isms, path, span) }));
}

/** Editors show the message of this error to whoever asked. */
function refused(reason: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}
