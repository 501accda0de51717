import type { CrosswalkData } from './crosswalkData';
import { createCrosswalks, type Crosswalks } from './crosswalks';
import { NO_OWN_ENTRIES, type OwnEntries } from './ownEntries';
import { createReasonWords, type ReasonData, type ReasonWords } from './reasonWords';
import type { TermData } from './termData';
import { createTermIndex, type TermIndex } from './termIndex';
import { createSay, translationFor, type Say, type Translation } from './translations';
import type { VocabularyData } from './vocabulary';
import { createWeakWords, type WeakJustifications, type WeakWords } from './weakWords';

/** The catalogue as it is compiled from `catalog/` at build time. */
export interface CatalogData {
  readonly controls: readonly Control[];
  /** By control, for each sentence of its card's wording: the ids of the elements that the sentence settles. */
  readonly wordingAnswers: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly superseded: readonly SupersededControl[];
  readonly clauses: readonly Clause[];
  readonly attributes: readonly AttributeValue[];
  readonly documentedInformation: readonly DocumentedInformation[];
  readonly vocabulary: VocabularyData;
  /** The terms of all elements, as compiled from the cards. */
  readonly terms: TermData;
  readonly weakJustifications: WeakJustifications;
  /** Other languages than English, the source. */
  readonly translations: readonly Translation[];
  readonly reasons: ReasonData;
}

export type Theme = 'organizational' | 'people' | 'physical' | 'technological';
export const THEMES: readonly Theme[] = ['organizational', 'people', 'physical', 'technological'];

/** A control of Annex A, edition 2022, with our guidance. */
export interface Control {
  /** `A.5.15` */
  readonly id: string;
  readonly theme: Theme;
  readonly title: string;
  /** The title in ISO/IEC 27002:2022 where it differs, else the same. */
  readonly alternativeTitle: string;
  readonly newIn2022: boolean;
  /** Controls of the 2013 edition that went into this one, as `A.9.1.1`. */
  readonly predecessors: readonly string[];
  readonly attributes: ControlAttributes;
  readonly card: Card;
}

/** The five attribute dimensions of ISO/IEC 27002:2022, as hashtags without `#`. */
export interface ControlAttributes {
  readonly controlType: readonly string[];
  readonly infosecProperties: readonly string[];
  readonly cybersecurityConcepts: readonly string[];
  readonly operationalCapabilities: readonly string[];
  readonly securityDomains: readonly string[];
}

/** Our guidance on one control; texts are Markdown. */
export interface Card {
  readonly summary: string;
  readonly why: string;
  readonly how: readonly string[];
  readonly newIn2022: string | undefined;
  readonly elements: readonly CardElement[];
  readonly wording: readonly string[];
  readonly evidence: readonly {
    readonly what: string;
    readonly source: string;
    readonly frequency: string;
  }[];
  readonly findings: readonly string[];
  readonly related: readonly { readonly id: string; readonly reason: string }[];
}

/** A decision that a document covering the control must settle. The terms that show it in a text are compiled apart. */
export interface CardElement {
  readonly id: string;
  readonly question: string;
}

export interface SupersededControl {
  /** `A.9.2.1` */
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  /** The controls of 2022 that took it over, as `A.5.16`. */
  readonly targets: readonly string[];
}

export interface Clause {
  readonly id: string;
  readonly parent: string | undefined;
  readonly title: string;
  readonly note: string | undefined;
}

export interface AttributeValue {
  readonly dimension: keyof ControlAttributes;
  readonly value: string;
  readonly hashtag: string;
}

/** Documented information that a clause or a control speaks of. */
export interface DocumentedInformation {
  /** A clause with its item where it has one (`6.1.3 d)`), or a control (`A.5.31`). */
  readonly ref: string;
  readonly kind: 'clause' | 'control';
  /** What it is, in our words. */
  readonly label: string;
  readonly form: 'document' | 'record';
  /** `explicit`: the standard asks for it in so many words. `implied`: a control can hardly be shown without it; a hint only. */
  readonly basis: 'explicit' | 'implied';
  readonly confidence: 'verified_2plus' | 'single_source';
}

/** The catalogue with its look-ups. `controls` are the 93 of Annex A; what an organisation adds stands apart. */
export interface Catalog extends OwnEntries {
  readonly controls: readonly Control[];
  /** The interface's words in the reader's language. */
  readonly say: Say;
  /** The 114 controls of the 2013 edition. */
  readonly supersededControls: readonly SupersededControl[];
  readonly clauses: readonly Clause[];
  readonly attributes: readonly AttributeValue[];
  readonly documentedInformation: readonly DocumentedInformation[];
  /** The terms of the elements of all controls, made ready when they are first asked for. */
  readonly terms: () => TermIndex;
  /** Relations to other frameworks; `undefined` where the host did not load them. */
  readonly crosswalks: Crosswalks | undefined;
  /** What says nothing in a justification. */
  readonly weakWords: WeakWords;
  /** What a justification rests on, by the words that name it. */
  readonly reasonWords: ReasonWords;
  /** For each sentence of the wording of a control's card: the ids of the elements that it settles. */
  wordingAnswers(id: string): readonly (readonly string[])[];
  control(id: string): Control | undefined;
  superseded(id: string): SupersededControl | undefined;
  /**
   * The controls of 2022 behind an id of 2013: a control (`A.9.2.1`), an objective (`A.9.2`) or a domain (`A.9`).
   * Empty where the 2013 edition has no such id.
   */
  successors(id: string): readonly string[];
  /** True for a control of Annex A and for one of the organisation's own. */
  knows(id: string): boolean;
}

/** `locale`: the reader's language as editors name it (`de`, `de-AT`); default, and where there is no translation: English. */
export function createCatalog(data: CatalogData, crosswalks?: CrosswalkData, locale?: string): Catalog {
  const translation = translationFor(data.translations, locale);
  const inLanguage = data.controls.map((control) => {
    const card = translation?.cards[control.id];
    return card === undefined ? control : { ...control, card };
  });
  const controls = new Map(inLanguage.map((control) => [control.id, control]));
  const superseded = new Map(data.superseded.map((control) => [control.id, control]));
  let terms: TermIndex | undefined;
  return {
    controls: inLanguage,
    say: createSay(translation),
    supersededControls: data.superseded,
    clauses: data.clauses,
    attributes: data.attributes,
    documentedInformation: data.documentedInformation,
    terms: () => (terms ??= createTermIndex(data.terms)),
    crosswalks: crosswalks === undefined ? undefined : createCrosswalks(crosswalks),
    weakWords: createWeakWords(data.weakJustifications),
    reasonWords: createReasonWords(data.reasons),
    ...NO_OWN_ENTRIES,
    wordingAnswers: (id) => data.wordingAnswers[id] ?? [],
    knows: (id) => controls.has(id),
    control: (id) => controls.get(id),
    superseded: (id) => superseded.get(id),
    successors: (id) => {
      const exact = superseded.get(id);
      if (exact !== undefined) return exact.targets;
      const below = data.superseded.filter((control) => control.id.startsWith(`${id}.`));
      const targets = new Set(below.flatMap((control) => control.targets));
      return data.controls.filter((control) => targets.has(control.id)).map((control) => control.id);
    },
  };
}
