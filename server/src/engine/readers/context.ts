import type { OwnIds } from '../ids/ownIds';
import type { KeyMeaning, Vocabulary } from '../catalog/vocabulary';

/** What a reader may know besides the text: spellings, and the keys that `isms.yaml` adds. */
export interface ReadContext {
  readonly vocabulary: Vocabulary;
  /** Keys of front matter from `controlKeys` in `isms.yaml`, in lower case. */
  readonly extraKeys: ReadonlyMap<string, KeyMeaning>;
  /** The ids of catalogues that `isms.yaml` names. */
  readonly ownIds: OwnIds | undefined;
}

/** What the ids under a key of front matter are. */
export function meaningOfKey(key: string, context: ReadContext): KeyMeaning | undefined {
  return context.extraKeys.get(key.toLowerCase()) ?? context.vocabulary.keyMeaning(key);
}
