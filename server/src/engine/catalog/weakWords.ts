import { normalise } from './vocabulary';

/** What says nothing in a justification, as in `catalog/weakJustifications.yaml`: whole texts by kind, and words. */
export interface WeakJustifications {
  readonly placeholder: readonly string[];
  readonly category: readonly string[];
  readonly boilerplate: readonly string[];
  /** Words that name a kind of reason, or security as such. */
  readonly empty: readonly string[];
  /** Words of grammar. */
  readonly filler: readonly string[];
  /** Words that make a statement of a title: "No outsourced development". */
  readonly assertion: readonly string[];
}

export type WeakKind = 'placeholder' | 'category' | 'boilerplate';

/** The look-ups of `WeakJustifications`. Texts and words are given normalised. */
export interface WeakWords {
  readonly kindOf: (text: string) => WeakKind | undefined;
  readonly isEmpty: (word: string) => boolean;
  readonly isFiller: (word: string) => boolean;
  readonly isAssertion: (word: string) => boolean;
}

export function createWeakWords(data: WeakJustifications): WeakWords {
  const kinds = new Map<string, WeakKind>();
  for (const kind of ['placeholder', 'category', 'boilerplate'] as const) {
    for (const text of data[kind]) kinds.set(normalise(text), kind);
  }
  const [empty, filler, assertion] = [data.empty, data.filler, data.assertion].map(
    (words) => new Set(words.map(normalise)),
  );
  return {
    kindOf: (text) => kinds.get(text),
    isEmpty: (word) => empty?.has(word) ?? false,
    isFiller: (word) => filler?.has(word) ?? false,
    isAssertion: (word) => assertion?.has(word) ?? false,
  };
}
