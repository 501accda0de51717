import { foldText, wordsOf } from '../text/words';
import { nameOf } from '../text/path';
import type { DocumentHead } from './heads';

/** What the documents of an ISMS go by. */
export interface DocumentNames {
  /** Id, upper and lower case alike → the path of the first document that has it. */
  readonly byId: ReadonlyMap<string, string>;
  /** `titleKey` of a title or a file's name → the path of the first document that has it. */
  readonly byTitle: ReadonlyMap<string, string>;
  readonly ids: readonly string[];
  /** The shapes of ids that are in use: `ACME-POL-99`. */
  readonly shapes: ReadonlySet<string>;
}

export function documentNames(heads: readonly DocumentHead[]): DocumentNames {
  const byId = new Map<string, string>();
  const byTitle = new Map<string, string>();
  const ids: string[] = [];
  for (const { path, id, title } of heads) {
    if (id !== undefined && !byId.has(foldText(id))) byId.set(foldText(id), path);
    if (id !== undefined) ids.push(id);
    for (const name of [title, nameOf(path).replace(/\.[^.]*$/, '')])
      if (!byTitle.has(titleKey(name))) byTitle.set(titleKey(name), path);
  }
  return { byId, byTitle, ids, shapes: new Set(ids.flatMap((id) => shapeOf(id) ?? [])) };
}

/** A title as it is looked up: its words. */
export function titleKey(title: string): string {
  return wordsOf(title).join(' ');
}

/** An id with each number as one digit; `undefined` for a word that is no such id. */
export function shapeOf(id: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+)*$/.test(id) && /\d/.test(id)
    ? id.toUpperCase().replace(/\d+/g, '9')
    : undefined;
}
