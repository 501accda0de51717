import { createWordRun, type WordRun } from '../text/wordRun';
import { createHitFinders, createHits, isWhole, type Hits } from './termHits';
import { termsAt, type ControlTerms, type TermIndex, type WantedPhrase } from './termIndex';

/** Elements by control: `A.5.15` → `access-principles`, … */
export type AddressedElements = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds elements of some controls in one text after the other. */
export interface ElementFinder {
  /** Takes the next text, by the classes of its words in the index's tree, and what stands above all its passages. */
  readonly read: (title: WordRun, words: WordRun) => void;
  /**
   * Looks at a passage of it, which is read together with the title: the words from `from` to before `to`. None begins
   * before the one that was looked at last.
   */
  readonly look: (from: number, to: number) => void;
  /** The elements that the passages so far settle. */
  readonly found: AddressedElements;
}

/** Makes finders for the controls of one text; only one of them is used at a time. */
export type TermMatcher = (controls: readonly string[]) => ElementFinder;

/** What the texts share: the phrases that a word may begin, and room for what is found. */
export function createTermMatcher(index: TermIndex): TermMatcher {
  const finderFor = createHitFinders(index);
  const places = createPlaces(index.patterns);
  const { owners, takeIn } = createOwners(index);
  const text: ReadText = {
    title: createWordRun(),
    words: createWordRun(),
    inTitle: createHits(),
    inWords: createHits(),
    next: 0,
  };
  return (controls) => {
    const findHits = finderFor(takeIn([...new Set(controls)]));
    const found = new Map<string, Set<string>>();
    return {
      found,
      read: (title, words) => {
        [text.title, text.words, text.next] = [title, words, 0];
        findHits(title, text.inTitle);
        findHits(words, text.inWords);
      },
      look: (from, to) => {
        places.clear();
        notePlaces(index, text, from, to, places);
        noteElements(owners, places, found);
      },
    };
  };
}

/** Notes for each pattern whose it is, control by control as they are first looked for. */
function createOwners({ patterns, termsOf }: TermIndex): {
  readonly owners: Owners;
  readonly takeIn: (controls: readonly string[]) => readonly ControlTerms[];
} {
  const owners = new Array<ControlTerms | undefined>(patterns).fill(undefined);
  return {
    owners,
    takeIn: (controls) => {
      const terms = controls.flatMap((control) => termsOf(control) ?? []);
      for (const each of terms) if (owners[each.from] !== each) owners.fill(each, each.from, each.to);
      return terms;
    },
  };
}

/** The terms to which each pattern belongs. */
type Owners = readonly (ControlTerms | undefined)[];

interface ReadText {
  title: WordRun;
  words: WordRun;
  readonly inTitle: Hits;
  readonly inWords: Hits;
  /** The first hit in the words that a further passage can hold. */
  next: number;
}

/** Notes where the patterns of a passage begin; words of the title have places below 0. */
function notePlaces({ tree }: TermIndex, text: ReadText, from: number, to: number, places: Places): void {
  const { title, words, inTitle, inWords } = text;
  for (let number = 0; number < inTitle.length; number++) {
    const place = (inTitle.at[number] as number) - title.length;
    const phrase = inTitle.phrases[number] as WantedPhrase;
    if (isWhole(tree, phrase, -place - 1, words, from, to)) notePhrase(phrase, place, places);
  }
  while (text.next < inWords.length && (inWords.at[text.next] as number) < from) text.next++;
  for (let number = text.next; number < inWords.length; number++) {
    const at = inWords.at[number] as number;
    if (at >= to) return;
    const phrase = inWords.phrases[number] as WantedPhrase;
    if (at + phrase.rest.length < to) notePhrase(phrase, at, places);
  }
}

function notePhrase({ patterns }: WantedPhrase, place: number, places: Places): void {
  for (const pattern of patterns) places.note(pattern, place);
}

/** Notes the elements of the terms all of whose patterns are there; each term is looked at once, at the first of them. */
function noteElements(owners: Owners, places: Places, found: Map<string, Set<string>>): void {
  for (const pattern of places.patterns) {
    for (const term of termsAt(owners[pattern] as ControlTerms, pattern)) {
      if (!term.patterns.every(places.has)) continue;
      const { control, element } = term;
      if (found.get(control)?.has(element) === true) continue;
      if (haveOwnWords(term.patterns.map(places.of))) addTo(found, control, element);
    }
  }
}

/** More places of one pattern than this in one passage are not looked at. */
const MOST_PLACES = 4;

/** The patterns that a passage holds, with the numbers of the words at which they begin. */
interface Places {
  clear(): void;
  note(pattern: number, place: number): void;
  readonly has: (pattern: number) => boolean;
  readonly of: (pattern: number) => readonly number[];
  /** The patterns that were noted. */
  readonly patterns: readonly number[];
}

function createPlaces(patterns: number): Places {
  const noted: number[] = [];
  const counts = new Uint8Array(patterns);
  const places = new Int32Array(patterns * MOST_PLACES);
  return {
    patterns: noted,
    clear: () => {
      for (const pattern of noted) counts[pattern] = 0;
      noted.length = 0;
    },
    note: (pattern, place) => {
      const count = counts[pattern] as number;
      const at = pattern * MOST_PLACES + count;
      if (count === 0) noted.push(pattern);
      else if (count === MOST_PLACES || places[at - 1] === place) return;
      places[at] = place;
      counts[pattern] = count + 1;
    },
    has: (pattern) => counts[pattern] !== 0,
    of: (pattern) => [
      ...places.subarray(pattern * MOST_PLACES, pattern * MOST_PLACES + (counts[pattern] ?? 0)),
    ],
  };
}

/** Whether each pattern can have a word of its own: `access*` and `right*|access` need two words, not one. */
function haveOwnWords(places: readonly (readonly number[])[], taken: readonly number[] = []): boolean {
  const [first, ...others] = places;
  if (first === undefined) return true;
  return first.some((place) => !taken.includes(place) && haveOwnWords(others, [...taken, place]));
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
