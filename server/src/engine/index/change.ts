import type { Isms, IsmsDocument } from './model';

/** An edit as the index sees it: the same files as before, some of them with other facts. */
export interface Change {
  readonly previous: Isms;
  /** The files whose facts are others now. */
  readonly paths: readonly string[];
  /** The documents that they were, and those that they are. */
  readonly before: readonly IsmsDocument[];
  readonly now: readonly IsmsDocument[];
}

/** Beyond so many files at once everything is put together anew: that is as fast. */
const MOST_FILES = 50;

/** The edit that lies between two states of the files; `undefined` where more happened than that. */
export function changeBetween(
  previous: Isms,
  { files, edited }: { readonly files: Isms['files']; readonly edited: readonly string[] | undefined },
  documentAt: (path: string) => IsmsDocument | undefined,
): Change | undefined {
  const paths =
    edited?.filter((path) => isOther(previous.files.get(path), files.get(path))) ??
    changedPaths(previous.files, files);
  if (paths === undefined || paths.length > MOST_FILES) return undefined;
  return {
    previous,
    paths,
    before: paths.flatMap((path) => previous.documentsByPath.get(path) ?? []),
    now: paths.flatMap((path) => documentAt(path) ?? []),
  };
}

/** `undefined` where files came, went or stand in another order. */
function changedPaths(before: Isms['files'], now: Isms['files']): readonly string[] | undefined {
  if (before.size !== now.size) return undefined;
  const changed: string[] = [];
  const entries = before.entries();
  for (const [path, file] of now) {
    const [formerPath, former] = entries.next().value ?? [];
    if (formerPath !== path) return undefined;
    if (isOther(former, file)) changed.push(path);
  }
  return changed;
}

type File = Isms['files'] extends ReadonlyMap<string, infer Value> ? Value : never;

function isOther(one: File | undefined, other: File | undefined): boolean {
  return one?.facts !== other?.facts || one?.source !== other?.source;
}

/** True where neither what changed was of this kind, nor is it now. */
export function leavesAlone({ before, now }: Change, isOfKind: (document: IsmsDocument) => boolean): boolean {
  return !before.some(isOfKind) && !now.some(isOfKind);
}

/** The documents after an edit, by path in order. */
export function documentsAfter({ previous, paths, now }: Change): readonly IsmsDocument[] {
  if (paths.length === 0) return previous.documents;
  const changed = new Set(paths);
  const others = previous.documents.filter(({ path }) => !changed.has(path));
  return now.reduce(inserted, others);
}

function inserted(documents: readonly IsmsDocument[], document: IsmsDocument): IsmsDocument[] {
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.path ?? '') < document.path) low = middle + 1;
    else high = middle;
  }
  return documents.toSpliced(low, 0, document);
}
