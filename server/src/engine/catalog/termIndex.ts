import { growWordTree, type WordTree } from '../text/wordTree';
import type { ControlTermData, TermData } from './termData';

/**
 * The terms of all elements turned around for matching: from a control to its phrases, from a phrase to the patterns that
 * it answers, from a pattern to its terms, from a term to its element. Words and patterns are numbers.
 */
export interface TermIndex {
  /** All words of phrases, and others that are to be told in the same look at a text. */
  readonly tree: WordTree;
  /** The numbers of the others. */
  readonly others: readonly number[];
  /** How many patterns there are. */
  readonly patterns: number;
  /** The terms of a control, prepared when it is first asked for; `undefined` where it has none. */
  readonly termsOf: (control: string) => ControlTerms | undefined;
}

/** The terms of a control. Phrases and terms are read when they are first asked for, and then kept. */
export interface ControlTerms {
  readonly control: string;
  readonly data: ControlTermData;
  /** Its patterns are the numbers from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
  /** For each word the place of the phrases that begin with it; 0 where none does. */
  readonly places: Uint16Array;
  readonly phrases: (readonly WantedPhrase[] | undefined)[];
  readonly terms: (readonly IndexedTerm[] | undefined)[];
}

export interface IndexedTerm {
  readonly control: string;
  readonly element: string;
  /** The patterns that one sentence must hold. */
  readonly patterns: readonly number[];
}

/** A phrase with the patterns of a control that it answers. */
export interface WantedPhrase {
  /** Its words behind the first. */
  readonly rest: readonly number[];
  readonly patterns: readonly number[];
}

/** Prepares the terms of a catalogue for matching. */
export function createTermIndex({ words, others, patterns, controls }: TermData): TermIndex {
  const known = new Map<string, ControlTerms>();
  return {
    tree: growWordTree(words),
    others,
    patterns,
    termsOf: (control) => {
      const answer = known.get(control);
      const data = answer === undefined && Object.hasOwn(controls, control) ? controls[control] : undefined;
      if (data === undefined) return answer;
      const prepared = prepare(control, data, words.shared.length);
      known.set(control, prepared);
      return prepared;
    },
  };
}

function prepare(control: string, data: ControlTermData, words: number): ControlTerms {
  const { from, terms, firsts } = data;
  const places = new Uint16Array(words);
  for (let number = 0; number < firsts.length; number++) places[firsts[number] as number] = number + 1;
  return {
    control,
    data,
    from,
    to: from + terms.length,
    places,
    phrases: new Array<undefined>(firsts.length + 1).fill(undefined),
    terms: new Array<undefined>(terms.length).fill(undefined),
  };
}

/** The phrases at one of a control's `places`. */
export function phrasesAt(control: ControlTerms, place: number): readonly WantedPhrase[] {
  return (control.phrases[place] ??= readPhrases(control.data, place - 1));
}

/** The terms whose first pattern is this one of a control's. */
export function termsAt(control: ControlTerms, pattern: number): readonly IndexedTerm[] {
  const number = pattern - control.from;
  return (control.terms[number] ??= readTerms(control.control, control.data, number));
}

function readPhrases({ phrases, from }: ControlTermData, number: number): WantedPhrase[] {
  const numbers = numbersIn(phrases[number] ?? '');
  const found: WantedPhrase[] = [];
  for (let at = 0; at < numbers.length;) {
    const rest = listAt(numbers, at, 0);
    at += rest.length + 1;
    const patterns = listAt(numbers, at, from);
    at += patterns.length + 1;
    found.push({ rest, patterns });
  }
  return found;
}

function readTerms(
  control: string,
  { terms, elements, from }: ControlTermData,
  number: number,
): IndexedTerm[] {
  const numbers = numbersIn(terms[number] ?? '');
  const found: IndexedTerm[] = [];
  for (let at = 0; at < numbers.length;) {
    const patterns = listAt(numbers, at + 1, from);
    found.push({ control, element: elements[numbers[at] as number] ?? '', patterns });
    at += patterns.length + 2;
  }
  return found;
}

/** The numbers behind how many they are, each counted from a first one. */
function listAt(numbers: readonly number[], at: number, from: number): number[] {
  const list: number[] = [];
  for (let left = numbers[at] as number; left > 0; left--) list.push(from + (numbers[++at] as number));
  return list;
}

const BLANK = 0x20;
const ZERO = 0x30;

/** Whole numbers with a blank between them. */
function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== BLANK) number = number * 10 + code - ZERO;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  if (text !== '') numbers.push(number);
  return numbers;
}
