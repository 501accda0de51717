import type { Control } from '../catalog/catalog';
import {
  compileTerms,
  elementsIn,
  passageOf,
  phraseFinder,
  type Passage,
  type PhraseFinder,
  type TermIndex,
} from '../catalog/terms';
import { phrasesFrom, type Phrase } from '../catalog/termIndex';
import type { FileFacts } from '../facts/facts';
import { languageOf, type Language } from '../text/language';
import { sentencesOf } from '../text/sentences';
import { wordsOf } from '../text/words';
import type { Isms, IsmsDocument } from './model';

/** What a document's text settles of the controls that the document maps. */
export interface SettledElements {
  /** `undefined` where the text is in no language that the terms know, or too short to tell: nothing is concluded. */
  readonly language: Language | undefined;
  /** The ids of a control's elements that the text settles. */
  readonly settles: (control: string) => ReadonlySet<string>;
  /** Whether the text, headings included, holds words one after the other: upper and lower case are the same. */
  readonly holds: (phrase: string) => boolean;
}

export type ElementReader = (isms: Isms, document: IsmsDocument) => SettledElements;

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
 * A reader that keeps what it found out while it lives: the terms of the controls that are mapped somewhere, which take
 * longest to prepare, and each document's answer while its text stays the same. The engine has one of its own.
 */
export function createElementMemory(): ElementMemory {
  const termsOf = createTermIndexes();
  let last: { readonly isms: Isms; readonly terms: KnownTerms } | undefined;
  const answers = new WeakMap<IsmsDocument['source'], SettledElements & { readonly terms: KnownTerms }>();
  const data = new WeakMap<IsmsDocument['source'], SettledData>();
  return {
    read(isms, document) {
      // Asked for every document of an ISMS, and the same for all of them.
      if (last?.isms !== isms) last = { isms, terms: termsOf(isms) };
      const { terms } = last;
      const known = answers.get(document.source);
      if (known?.terms === terms) return known;
      const found =
        (known === undefined ? data.get(document.source) : undefined) ?? settledIn(document, terms);
      data.set(document.source, found);
      const answer = { ...answersFrom(found, document), terms };
      answers.set(document.source, answer);
      return answer;
    },
    known: (source) => data.get(source),
    recall: (source, found) => void data.set(source, found),
  };
}

function settledIn({ source, facts }: IsmsDocument, { index, phrasesOf }: KnownTerms): SettledData {
  const bodyStart = facts.frontMatter?.span.end ?? 0;
  const sections = sectionsOf(source.text.slice(bodyStart), facts.body.headings, bodyStart);
  const language = languageOf(sections.flatMap(({ heading, sentences }) => [heading, ...sentences]));
  if (language === undefined) return { language, elements: [] };
  const mapped = facts.references.flatMap(({ mention }) => mention.ids);
  const phrasesAt = phraseFinder(index(), mapped, phrasesOf);
  const passages = sections.flatMap((section) => passagesOf(section, phrasesAt));
  const elements = [...elementsIn(index(), passages)].map(([id, found]) => [id, [...found]] as const);
  return { language, elements };
}

function answersFrom({ language, elements }: SettledData, { source, facts }: IsmsDocument): SettledElements {
  const found = new Map(elements.map(([control, ids]) => [control, new Set(ids)]));
  let words: string | undefined;
  const wordsOfBody = (): string => (words ??= spaced(source.text.slice(facts.frontMatter?.span.end ?? 0)));
  return {
    language,
    settles: (control) => found.get(control) ?? NONE,
    holds: remembered((phrase) => wordsOfBody().includes(spaced(phrase))),
  };
}

/** A heading and the sentences below it, each as its words. */
interface Section {
  readonly heading: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

function sectionsOf(
  body: string,
  headings: FileFacts['body']['headings'],
  bodyStart: number,
): readonly Section[] {
  const starts = headings.map(({ span }) => span.start - bodyStart);
  return ['', ...headings.map(({ text }) => text)].map((heading, section) => ({
    heading: wordsOf(heading),
    sentences: sentencesOf(body.slice(starts[section - 1] ?? 0, starts[section])).map(wordsOf),
  }));
}

/** Sentences that are read together, and how many of them the next passage repeats. */
const PASSAGE = 8;
const OVERLAP = 4;

/**
 * A text in passages: some sentences in a row with the heading above them. Within one, people do not repeat the subject
 * ("Privileged utility programs. They are available to Platform only."), so a term may be spread over it. That finds
 * more than single sentences do, some of it wrongly; what is said to be missing then is missing in all likelihood.
 */
function passagesOf({ heading, sentences }: Section, phrasesAt: PhraseFinder): readonly Passage[] {
  const title = passageOf(heading, phrasesAt);
  const read = sentences.map((sentence) => passageOf(sentence, phrasesAt));
  const passages: Passage[] = [];
  for (let at = 0; at === 0 || at + OVERLAP < read.length; at += PASSAGE - OVERLAP) {
    passages.push(joined([title, ...read.slice(at, at + PASSAGE)]));
  }
  return passages;
}

function joined(parts: readonly Passage[]): Passage {
  const words: string[] = [];
  const phrases: Passage['phrases'][number][] = [];
  for (const part of parts) {
    for (const word of part.words) words.push(word);
    for (const phrase of part.phrases) phrases.push(phrase);
  }
  return { words, phrases };
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

function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

const NONE: ReadonlySet<string> = new Set();

/** The terms of the controls that are mapped somewhere, with what was looked up in them. */
interface KnownTerms {
  /** Prepared when the first text is read: where all texts are known, nobody needs it. */
  readonly index: () => TermIndex;
  readonly phrasesOf: (word: string) => readonly Phrase[];
}

/** The terms of the controls that an ISMS maps; prepared anew only when a control comes that was not there before. */
function createTermIndexes(): (isms: Isms) => KnownTerms {
  let controls: ReadonlySet<Control> = new Set();
  let known: KnownTerms | undefined;
  return ({ catalog, mappings }) => {
    const mapped = [...mappings.keys()].flatMap((id) => catalog.control(id) ?? []);
    if (known === undefined || mapped.some((control) => !controls.has(control))) {
      controls = new Set([...controls, ...mapped]);
      const compiled = { controls: [...controls], termGroups: catalog.termGroups };
      known = knownTerms(() => compileTerms(compiled));
    }
    return known;
  };
}

/** All documents of an ISMS share most of their words; beyond this many they are looked up anew. */
const MOST_WORDS = 50_000;

function knownTerms(compile: () => TermIndex): KnownTerms {
  let compiled: TermIndex | undefined;
  const index = (): TermIndex => (compiled ??= compile());
  const answers = new Map<string, readonly Phrase[]>();
  const phrasesOf = (word: string): readonly Phrase[] => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const phrases = phrasesFrom(index(), word);
    if (answers.size < MOST_WORDS) answers.set(word, phrases);
    return phrases;
  };
  return { index, phrasesOf };
}
