import type { KeyMeaning } from '../catalog/vocabulary';
import type { Span } from '../text/span';

/** A key of front matter that lists ids: where its items stand and in which style, so that an edit can keep both. */
export interface ControlList {
  /** The `list` of the references under this key. */
  readonly number: number;
  /** As written. */
  readonly key: string;
  readonly keySpan: Span;
  readonly meaning: KeyMeaning;
  /** `scalar`: one value, perhaps with several ids in it (`"A.5.15, A.5.16"`). `empty`: nothing after the colon. */
  readonly style: 'block' | 'flow' | 'scalar' | 'empty';
  /** The value; for `empty` the key. */
  readonly span: Span;
  readonly items: readonly ControlListItem[];
}

export interface ControlListItem {
  /** The item with its quotes, without its `- `. */
  readonly span: Span;
  /** False for an item with keys of its own (`- id: A.5.15`), which says more than an id. */
  readonly scalar: boolean;
}

/** The numbers of the lists that are for clauses: an id of Annex A in one of them maps nothing. */
export function clauseLists(lists: readonly ControlList[]): ReadonlySet<number> {
  return new Set(lists.filter((list) => list.meaning === 'clauses').map((list) => list.number));
}
