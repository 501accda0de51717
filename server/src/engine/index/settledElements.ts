import type { TermIndex } from '../catalog/termIndex';
import type { Language } from '../text/language';
import { createPhraseSearch } from '../text/phrase';
import type { IsmsDocument } from './model';
import { createTextReader, type TextReader } from './settledText';

/** What a document's text settles of the controls that the document maps. */
export interface SettledElements {
  /** `undefined` where the text is in no language that the terms know, or too short to tell: nothing is concluded. */
  readonly language: Language | undefined;
  /** The ids of a control's elements that the text settles. */
  readonly settles: (control: string) => ReadonlySet<string>;
  /** Whether the text, headings included, holds words one after the other: upper and lower case are the same. */
  readonly holds: (phrase: string) => boolean;
}

export type ElementReader = (document: IsmsDocument) => SettledElements;

/** What was found out about one text, as plain data: it holds for every text that is the same. */
export interface SettledData {
  readonly language: Language | undefined;
  /** The settled elements by control. */
  readonly elements: readonly (readonly [control: string, elements: readonly string[]])[];
}

/** A reader that can be told what an earlier one found out. */
export interface ElementMemory {
  readonly read: ElementReader;
  /** What was found out about a text; `undefined` where nobody asked. */
  known(source: IsmsDocument['source']): SettledData | undefined;
  /** Spares reading a text about which this was found out before. */
  recall(source: IsmsDocument['source'], data: SettledData): void;
}

/**
 * A reader that keeps each document's answer while its text stays the same: an answer follows from the text and from the
 * controls that it names. The engine has one of its own.
 */
export function createElementMemory(terms: () => TermIndex): ElementMemory {
  let reader: TextReader | undefined;
  // Terms are prepared when the first text is read: where all texts are known, nobody needs them.
  const readText: TextReader = (...text) => (reader ??= createTextReader(terms()))(...text);
  const answers = new WeakMap<IsmsDocument['source'], SettledElements>();
  const data = new WeakMap<IsmsDocument['source'], SettledData>();
  return {
    read(document) {
      const { source } = document;
      const known = answers.get(source);
      if (known !== undefined) return known;
      const found = data.get(source) ?? settledIn(document, readText);
      data.set(source, found);
      const answer = answersFrom(found, document);
      answers.set(source, answer);
      return answer;
    },
    known: (source) => data.get(source),
    recall: (source, found) => void data.set(source, found),
  };
}

function settledIn({ source, facts }: IsmsDocument, readText: TextReader): SettledData {
  const start = facts.frontMatter?.span.end ?? 0;
  const { language, elements } = readText(
    { text: source.text, start, headings: facts.body.headings },
    facts.references.flatMap(({ mention }) => mention.ids),
  );
  return { language, elements: [...elements].map(([control, found]) => [control, [...found]]) };
}

function answersFrom({ language, elements }: SettledData, { source, facts }: IsmsDocument): SettledElements {
  const found = new Map(elements.map(([control, ids]) => [control, new Set(ids)]));
  return {
    language,
    settles: (control) => found.get(control) ?? NONE,
    holds: remembered(createPhraseSearch(source.text.slice(facts.frontMatter?.span.end ?? 0))),
  };
}

/** The rules ask for the same few titles each time something else changes. */
function remembered(find: (phrase: string) => boolean): (phrase: string) => boolean {
  const answers = new Map<string, boolean>();
  return (phrase) => {
    const answer = answers.get(phrase) ?? find(phrase);
    answers.set(phrase, answer);
    return answer;
  };
}

const NONE: ReadonlySet<string> = new Set();
