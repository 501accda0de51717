import { normalise } from './lookup';
import { createWordMatcher } from './wordMatcher';

/** What says nothing in a justification, as in `catalog/weakJustifications.yaml`: whole texts by kind, and words. */
export interface WeakJustifications {
  readonly placeholder: readonly string[];
  readonly notAssessed: readonly string[];
  readonly category: readonly string[];
  readonly boilerplate: readonly string[];
  /** Words of which a text is made that says that nobody has decided. */
  readonly undecided: readonly string[];
  /** Words that name a kind of reason, or security as such. */
  readonly empty: readonly string[];
  /** Words of grammar. */
  readonly filler: readonly string[];
  /** Words that make a statement of a title: "No outsourced development". */
  readonly assertion: readonly string[];
}

export type WeakKind = 'placeholder' | 'not-assessed' | 'category' | 'boilerplate';

/** The look-ups of `WeakJustifications`. Texts and words are given normalised. */
export interface WeakWords {
  readonly kindOf: (text: string) => WeakKind | undefined;
  readonly isUndecided: (word: string) => boolean;
  readonly isEmpty: (word: string) => boolean;
  readonly isFiller: (word: string) => boolean;
  readonly isAssertion: (word: string) => boolean;
}

export function createWeakWords(data: WeakJustifications): WeakWords {
  const kinds = new Map<string, WeakKind>();
  const patterns = new Map<string, Pattern[]>();
  for (const [kind, texts] of [
    ['placeholder', data.placeholder],
    ['not-assessed', data.notAssessed],
    ['category', data.category],
    ['boilerplate', data.boilerplate],
  ] as const) {
    for (const text of texts) {
      const [start = '', end] = text.split('*').map(normalise);
      if (end === undefined) kinds.set(start, kind);
      else addTo(patterns, firstWord(start), { kind, start: `${start} `, end: end === '' ? '' : ` ${end}` });
    }
  }
  return {
    kindOf: (text) =>
      kinds.get(text) ?? patterns.get(firstWord(text))?.find((pattern) => fits(text, pattern))?.kind,
    isUndecided: createWordMatcher(data.undecided),
    isEmpty: createWordMatcher(data.empty),
    isFiller: createWordMatcher(data.filler),
    isAssertion: createWordMatcher(data.assertion),
  };
}

/** `wird * geprüft` */
interface Pattern {
  readonly kind: WeakKind;
  readonly start: string;
  readonly end: string;
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

function addTo(patterns: Map<string, Pattern[]>, word: string, pattern: Pattern): void {
  const known = patterns.get(word);
  if (known === undefined) patterns.set(word, [pattern]);
  else known.push(pattern);
}

function fits(text: string, { start, end }: Pattern): boolean {
  return text.length >= start.length + end.length - 1 && text.startsWith(start) && text.endsWith(end);
}
