import type { Control } from '../catalog/catalog';
import { compileTerms } from '../catalog/termIndex';
import { LANGUAGE_WORDS, type Language } from '../text/language';
import { createPhraseSearch } from '../text/phrase';
import type { Isms, IsmsDocument } from './model';
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
  const readerFor = createTextReaders();
  let last: { readonly isms: Isms; readonly readText: TextReader } | undefined;
  const answers = new WeakMap<IsmsDocument['source'], SettledElements & { readonly readText: TextReader }>();
  const data = new WeakMap<IsmsDocument['source'], SettledData>();
  return {
    read(isms, document) {
      // Asked for every document of an ISMS, and the same for all of them.
      if (last?.isms !== isms) last = { isms, readText: readerFor(isms) };
      const { readText } = last;
      const known = answers.get(document.source);
      if (known?.readText === readText) return known;
      const found =
        (known === undefined ? data.get(document.source) : undefined) ?? settledIn(document, readText);
      data.set(document.source, found);
      const answer = { ...answersFrom(found, document), readText };
      answers.set(document.source, answer);
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

/** A reader for the controls that an ISMS maps; another one only when a control comes that was not there before. */
function createTextReaders(): (isms: Isms) => TextReader {
  let controls: ReadonlySet<Control> = new Set();
  let known: TextReader | undefined;
  return ({ catalog, mappings }) => {
    const mapped = [...mappings.keys()].flatMap((id) => catalog.control(id) ?? []);
    if (known === undefined || mapped.some((control) => !controls.has(control))) {
      controls = new Set([...controls, ...mapped]);
      known = readerOf({ controls: [...controls], termGroups: catalog.termGroups });
    }
    return known;
  };
}

/** Terms are prepared when the first text is read: where all texts are known, nobody needs them. */
function readerOf(terms: Parameters<typeof compileTerms>[0]): TextReader {
  let reader: TextReader | undefined;
  return (body, controls) =>
    (reader ??= createTextReader(compileTerms(terms, LANGUAGE_WORDS)))(body, controls);
}
