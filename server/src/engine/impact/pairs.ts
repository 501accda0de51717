import type { Isms, IsmsDocument } from '../index/model';
import { similarity } from './similarity';

export interface DocumentPair {
  readonly base: IsmsDocument;
  readonly head: IsmsDocument;
}

/** Which document of one side is which of the other. */
export interface DocumentPairs {
  /** In the order of the paths after the change. */
  readonly both: readonly DocumentPair[];
  readonly removed: readonly IsmsDocument[];
  readonly added: readonly IsmsDocument[];
  /** The document after the change that this one is. */
  headOf(base: IsmsDocument): IsmsDocument | undefined;
  /** What tells documents apart on both sides alike: the path after the change, or where there is none, before it. */
  keyOf(document: IsmsDocument): string;
}

/** Below this share of common lines git calls no file renamed either. */
const SMALLEST_SIMILARITY = 0.5;

/** Documents are followed by their id, then by their path, then by what is in them: a renamed file is no new document. */
export function pairDocuments(base: Isms, head: Isms): DocumentPairs {
  const heads = new Map<IsmsDocument, IsmsDocument>();
  const bases = new Map<IsmsDocument, IsmsDocument>();
  const pair = (one: IsmsDocument | undefined, other: IsmsDocument | undefined): void => {
    if (one === undefined || other === undefined || heads.has(one) || bases.has(other)) return;
    heads.set(one, other);
    bases.set(other, one);
  };
  const headById = uniqueIds(head);
  for (const [id, document] of uniqueIds(base)) pair(document, headById.get(id));
  const headByPath = new Map(head.documents.map((document) => [document.path, document]));
  for (const document of base.documents) pair(document, headByPath.get(document.path));
  const left = base.documents.filter((document) => !heads.has(document));
  const right = head.documents.filter((document) => !bases.has(document));
  for (const { one, other } of alike(left, right)) pair(one, other);
  return {
    both: head.documents.flatMap((document) => {
      const was = bases.get(document);
      return was === undefined ? [] : [{ base: was, head: document }];
    }),
    removed: base.documents.filter((document) => !heads.has(document)),
    added: head.documents.filter((document) => !bases.has(document)),
    headOf: (document) => heads.get(document),
    keyOf: (document) => heads.get(document)?.path ?? document.path,
  };
}

/** Translations share an id; then the path has to tell. */
function uniqueIds(isms: Isms): Map<string, IsmsDocument> {
  const documents = new Map<string, IsmsDocument | undefined>();
  for (const document of isms.documents) {
    const id = document.field('id')?.value.trim().toLowerCase();
    if (id !== undefined) documents.set(id, documents.has(id) ? undefined : document);
  }
  return new Map(
    [...documents].flatMap(([id, document]) => (document === undefined ? [] : [[id, document]])),
  );
}

function alike(
  left: readonly IsmsDocument[],
  right: readonly IsmsDocument[],
): { readonly one: IsmsDocument; readonly other: IsmsDocument }[] {
  const candidates = left.flatMap((one) =>
    right.map((other) => ({ one, other, share: similarity(linesOf(one), linesOf(other)) })),
  );
  return candidates
    .filter(({ share }) => share >= SMALLEST_SIMILARITY)
    .sort((a, b) => b.share - a.share || (a.one.path < b.one.path ? -1 : 1));
}

function linesOf(document: IsmsDocument): readonly string[] {
  return document.source.text.split(/\r\n|\r|\n/).map((line) => line.trim());
}
