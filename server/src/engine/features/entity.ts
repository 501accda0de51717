import type { RegisterRow } from '../facts/registerFacts';
import { documentAt, type Isms, type IsmsDocument, type RegisterEntry } from '../index/model';
import { registerKey } from '../index/registers';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { mentionAt, mentionsOf } from './mentions';

/** Something that documents refer to by its id. */
export type Entity =
  | { readonly kind: 'control'; readonly ids: readonly string[] }
  /** An entry of a register: a risk, a requirement, evidence, an exception. */
  | { readonly kind: 'entry'; readonly key: string }
  | { readonly kind: 'document'; readonly id: string };

export interface EntityPlace {
  readonly path: string;
  readonly span: Span;
}

/** What an id at `offset` stands for. `undefined` where there is none, or the file is no ISMS document. */
export function entityAt(
  isms: Isms,
  path: string,
  offset: number,
): { readonly entity: Entity; readonly span: Span } | undefined {
  const document = documentAt(isms, path);
  if (document === undefined) return undefined;
  const mention = mentionAt(document.facts, offset);
  const ids =
    mention?.namespace === 'iso27001:2013' ? mention.ids.flatMap(isms.catalog.successors) : mention?.ids;
  if (mention !== undefined && ids?.some(isms.catalog.knows) === true)
    return { entity: { kind: 'control', ids }, span: mention.span };
  const token = tokenAt(document.source.text, offset);
  if (token === undefined) return undefined;
  const key = registerKey(token.text);
  if (entriesOf(isms, key).length > 0) return { entity: { kind: 'entry', key }, span: token.span };
  const named = isms.documents.find((each) => idOf(each) === token.text);
  return named === undefined ? undefined : { entity: { kind: 'document', id: token.text }, span: token.span };
}

/** Where an entity is defined: a control by its rows of the SoA, an entry by its row, a document by its `id`. */
export function definitionsOf(isms: Isms, entity: Entity): EntityPlace[] {
  if (entity.kind === 'control')
    return entity.ids.flatMap((id) =>
      (isms.soa?.rows.get(id) ?? []).map(({ document, row }) => ({
        path: document.path,
        span: row.mention.span,
      })),
    );
  if (entity.kind === 'entry')
    return entriesOf(isms, entity.key).map(({ document, row }) => ({
      path: document.path,
      span: row.idSpan,
    }));
  return isms.documents
    .filter((document) => idOf(document) === entity.id)
    .map((document) => ({ path: document.path, span: idSpan(document, entity.id) }));
}

/** Everywhere that an entity is named, in the order of the paths and of the text; each place once. */
export function occurrencesOf(isms: Isms, entity: Entity): EntityPlace[] {
  return isms.documents.flatMap((document) =>
    spansIn(document, entity, isms).map((span) => ({ path: document.path, span })),
  );
}

/** The places of an entity in one document. */
export function spansIn(document: IsmsDocument, entity: Entity, isms: Isms): readonly Span[] {
  return entity.kind === 'control'
    ? controlSpans(document, entity.ids, isms)
    : tokenSpans(document.source.text, (text) =>
        entity.kind === 'entry' ? registerKey(text) === entity.key : text === entity.id,
      );
}

function controlSpans({ facts }: IsmsDocument, ids: readonly string[], { catalog }: Isms): Span[] {
  const spans = new Map<number, Span>();
  for (const mention of mentionsOf(facts)) {
    const named =
      mention.namespace === 'iso27001:2013' ? mention.ids.flatMap(catalog.successors) : mention.ids;
    if (named.some((id) => ids.includes(id)) && !spans.has(mention.span.start))
      spans.set(mention.span.start, mention.span);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

function entriesOf(isms: Isms, key: string): readonly RegisterEntry<RegisterRow<string>>[] {
  const registers: readonly ReadonlyMap<string, RegisterEntry<RegisterRow<string>>>[] = [
    isms.risksById,
    isms.requirementsById,
    isms.evidenceById,
    isms.exceptionsById,
  ];
  return registers.flatMap((register) => register.get(key) ?? []);
}

function idOf(document: IsmsDocument): string | undefined {
  return document.field('id')?.value;
}

/** Without the quotes around it. */
function idSpan(document: IsmsDocument, id: string): Span {
  const written = document.field('id')?.span ?? { start: 0, end: 0 };
  const start = document.source.text.indexOf(id, written.start);
  return start < 0 || start >= written.end ? written : { start, end: start + id.length };
}

/** Words that may be an id: letters, digits and what joins them, with a digit among them. */
const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?/gu;

function* tokensOf(text: string, from = 0): Iterable<{ readonly text: string; readonly span: Span }> {
  for (const match of text.matchAll(TOKEN)) {
    const start = from + match.index;
    if (/\p{N}/u.test(match[0])) yield { text: match[0], span: { start, end: start + match[0].length } };
  }
}

function tokenAt(text: string, offset: number): { readonly text: string; readonly span: Span } | undefined {
  const line = lineAround(text, offset);
  for (const token of tokensOf(text.slice(line.start, line.end), line.start))
    if (token.span.start <= offset && offset <= token.span.end) return token;
  return undefined;
}

function tokenSpans(text: string, isWanted: (token: string) => boolean): Span[] {
  return [...tokensOf(text)].filter((token) => isWanted(token.text)).map((token) => token.span);
}
