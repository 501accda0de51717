import type { ControlTermData, TermData } from '../../src/engine/catalog/termData';
import { sortWords, type TreeWord } from '../../src/engine/text/wordTree';
import type { WrittenCard } from './readCard';
import { patternsOf, phrasesOf, readPhrase, type PatternWord, type TermGroups } from './termSyntax';

/** What terms are compiled from. */
export interface TermSource {
  readonly controls: readonly { readonly id: string; readonly card: Pick<WrittenCard, 'elements'> }[];
  readonly termGroups: TermGroups;
}

/**
 * Compiles the element terms of a catalogue, in all languages: a document need not say in which it is written. `others`
 * are words that are to be told in the same look at a text.
 */
export function compileTerms({ controls, termGroups }: TermSource, others: readonly string[] = []): TermData {
  const words = createWordNumbers();
  const phrasesIn = createPhrases(termGroups, words.numberOf);
  const drafts = controls.map(({ card }) => draftOf(card.elements, phrasesIn));
  const numbers = others.map((text) => words.numberOf({ text, stem: false }));
  const { order, ...sorted } = sortWords(words.all);
  const placeOf = new Map(order.map((number, place) => [number, place]));
  const place = (number: number): number => placeOf.get(number) ?? 0;
  let patterns = 0;
  const compiled = drafts.map((draft, at): [string, ControlTermData] => {
    const from = patterns;
    patterns += draft.terms.length;
    const { elements } = draft;
    const terms = draft.terms.map(joined);
    return [controls[at]?.id ?? '', { from, elements, terms, ...byFirstWord(draft.phrases, place) }];
  });
  return { words: sorted, others: numbers.map(place), patterns, controls: Object.fromEntries(compiled) };
}

/** A phrase by the numbers of its words. */
type Phrase = readonly number[];

interface Draft {
  readonly elements: readonly string[];
  readonly terms: readonly (readonly number[])[];
  /** Each phrase once, with the patterns that it answers. */
  readonly phrases: readonly { readonly phrase: Phrase; readonly patterns: ReadonlySet<number> }[];
}

function draftOf(elements: WrittenCard['elements'], phrasesIn: (source: string) => readonly Phrase[]): Draft {
  const terms: number[][] = [];
  const known = new Map<string, number>();
  const phrases = new Map<string, { readonly phrase: Phrase; readonly patterns: Set<number> }>();
  const patternOf = (source: string): number =>
    remembered(known, source, () => {
      const pattern = terms.push([]) - 1;
      for (const phrase of phrasesIn(source))
        remembered(phrases, phrase.join(), () => ({ phrase, patterns: new Set() })).patterns.add(pattern);
      return pattern;
    });
  elements.forEach((element, number) => {
    for (const term of Object.values(element.terms).flat()) {
      const needed = [...new Set(patternsOf(term).map(patternOf))];
      terms[needed[0] ?? -1]?.push(number, needed.length, ...needed);
    }
  });
  return {
    elements: elements.map(({ id }) => id),
    terms,
    phrases: [...phrases.values()],
  };
}

function byFirstWord(
  phrases: Draft['phrases'],
  place: (number: number) => number,
): Pick<ControlTermData, 'firsts' | 'phrases'> {
  const byFirst = new Map<number, number[]>();
  for (const { phrase, patterns } of phrases) {
    const [first = 0, ...rest] = phrase.map(place);
    remembered(byFirst, first, () => []).push(rest.length, ...rest, patterns.size, ...patterns);
  }
  return { firsts: [...byFirst.keys()], phrases: [...byFirst.values()].map(joined) };
}

function joined(numbers: readonly number[]): string {
  return numbers.join(' ');
}

/** All phrases of a pattern's source, in each of their spellings. Many controls have the same ones. */
function createPhrases(
  groups: TermGroups,
  numberOf: (word: PatternWord) => number,
): (source: string) => readonly Phrase[] {
  const known = new Map<string, readonly Phrase[]>();
  const phrasesIn = (source: string): readonly Phrase[] =>
    phrasesOf(source, groups)
      .flatMap(readPhrase)
      .filter((spelling) => spelling.length > 0)
      .map((spelling) => spelling.map(numberOf));
  return (source) => remembered(known, source, () => phrasesIn(source));
}

function createWordNumbers(): {
  readonly all: readonly TreeWord[];
  readonly numberOf: (word: PatternWord) => number;
} {
  const all: TreeWord[] = [];
  const known = new Map<string, number>();
  return {
    all,
    numberOf: (word) => remembered(known, `${word.text}${word.stem ? '*' : ''}`, () => all.push(word) - 1),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const found = find();
  known.set(key, found);
  return found;
}
