import type { Control } from '../catalog/catalog';
import { addressedElements, compileTerms, type TermIndex } from '../catalog/terms';
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
  /** The ids of a mapped control's elements that a sentence, which need not be the document's, would settle. */
  readonly settledBy: (sentence: string, control: string) => ReadonlySet<string>;
  /** Whether the text, headings included, holds words one after the other: upper and lower case are the same. */
  readonly holds: (phrase: string) => boolean;
}

export type ElementReader = (isms: Isms, document: IsmsDocument) => SettledElements;

/**
 * A reader that keeps what it found out while it lives: the terms of the controls that are mapped somewhere, which take
 * longest to prepare, and each document's answer while its text stays the same. The engine has one of its own.
 */
export function createElementReader(): ElementReader {
  const indexOf = createTermIndexes();
  const answers = new WeakMap<IsmsDocument['source'], SettledElements & { readonly index: TermIndex }>();
  return (isms, document) => {
    const index = indexOf(isms);
    const known = answers.get(document.source);
    if (known?.index === index) return known;
    const answer = { ...settledIn(document, index), index };
    answers.set(document.source, answer);
    return answer;
  };
}

function settledIn({ source, facts }: IsmsDocument, index: TermIndex): SettledElements {
  const bodyStart = facts.frontMatter?.span.end ?? 0;
  const body = source.text.slice(bodyStart);
  const passages = passagesOf(body, facts.body.headings, bodyStart);
  const language = languageOf(passages);
  const mapped = facts.references.flatMap(({ mention }) => mention.ids);
  const found = language === undefined ? undefined : addressedElements(index, passages, mapped);
  let words: string | undefined;
  return {
    language,
    settles: (control) => found?.get(control) ?? NONE,
    settledBy: (sentence, control) => addressedElements(index, [sentence], [control]).get(control) ?? NONE,
    holds: (phrase) => {
      words ??= spaced(body);
      return words.includes(spaced(phrase));
    },
  };
}

/** Sentences that are read together, and how many of them the next passage repeats. */
const PASSAGE = 8;
const OVERLAP = 4;

/**
 * A text in passages: some sentences in a row with the heading above them. Within one, people do not repeat the subject
 * ("Privileged utility programs. They are available to Platform only."), so a term may be spread over it. That finds
 * more than single sentences do, some of it wrongly; what is said to be missing then is missing in all likelihood.
 */
function passagesOf(
  body: string,
  headings: FileFacts['body']['headings'],
  bodyStart: number,
): readonly string[] {
  const starts = headings.map(({ span }) => span.start - bodyStart);
  return ['', ...headings.map(({ text }) => text)].flatMap((heading, section) => {
    const sentences = sentencesOf(body.slice(starts[section - 1] ?? 0, starts[section]));
    const passages: string[] = [];
    for (let at = 0; at === 0 || at + OVERLAP < sentences.length; at += PASSAGE - OVERLAP) {
      passages.push([heading, ...sentences.slice(at, at + PASSAGE)].join('. '));
    }
    return passages;
  });
}

function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

const NONE: ReadonlySet<string> = new Set();

/** The terms of the controls that an ISMS maps; prepared anew only when a control comes that was not there before. */
function createTermIndexes(): (isms: Isms) => TermIndex {
  let controls: ReadonlySet<Control> = new Set();
  let index: TermIndex | undefined;
  return ({ catalog, mappings }) => {
    const mapped = [...mappings.keys()].flatMap((id) => catalog.control(id) ?? []);
    if (index === undefined || mapped.some((control) => !controls.has(control))) {
      controls = new Set([...controls, ...mapped]);
      index = compileTerms({ controls: [...controls], termGroups: catalog.termGroups });
    }
    return index;
  };
}
