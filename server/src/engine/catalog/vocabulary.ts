import type { Theme } from './catalog';
import { createSoaWords, type SoaAnswers, type SoaWords, type SoaWordsData } from './soaWords';
import type { RequiredDocument } from './requiredDocument';
import type { ImplementationStatus, SoaColumn } from '../facts/soaFacts';
import type { MetadataField } from '../facts/facts';
import { columnLookup, lookup, nameLookup, nestedLookup, wordIn, type Lookup } from './lookup';
import { createModality, type Modality, type ModalityData } from './modality';
import { createStrictnessWords, type StrictnessData, type StrictnessWords } from './strictnessWords';
import { createVagueFinder, type VagueFinder, type VagueGroupData } from './vagueWording';
import type { DateWords } from '../text/date';
import { onDemand } from '../text/onDemand';
import type { PeriodWords } from '../text/period';
import { createValueWords, type ValueWordsData } from './valueWords';
import type { RegisterColumns, RegisterKind, Treatment } from '../facts/registerFacts';

export { normalise, type Lookup } from './lookup';

/** The spellings of `catalog/vocabulary.yaml`: meaning → words. */
export interface VocabularyData extends ValueWordsData {
  readonly documentKinds: Readonly<Record<string, readonly string[]>>;
  readonly metadata: Readonly<Record<MetadataField, readonly string[]>>;
  readonly metadataLabels: Readonly<Record<MetadataField, readonly string[]>>;
  readonly writtenLabels: readonly WrittenLabels[];
  readonly headings: Readonly<
    Record<'documentControl' | 'controlList' | 'documentTable' | 'informative', readonly string[]>
  >;
  readonly historyColumns: Readonly<Record<'version' | 'updated', readonly string[]>>;
  readonly historyKeys: readonly string[];
  readonly controlKeys: Readonly<Record<KeyMeaning, readonly string[]>>;
  readonly referenceKeys: readonly string[];
  readonly documentStatus: Readonly<Record<DocumentStatus, readonly string[]>>;
  /** Of `catalog/vagueWording.yaml`. */
  readonly vagueWording: readonly VagueGroupData[];
  readonly modality: ModalityData;
  readonly soaColumns: Readonly<Record<SoaColumn, readonly string[]>>;
  readonly soaWords: SoaWordsData;
  readonly applicability: Readonly<
    Record<'applicable' | 'not-applicable' | 'not-assessed', readonly string[]>
  >;
  readonly soaAnswers: readonly SoaAnswers[];
  readonly themes: Readonly<Record<Theme, readonly string[]>>;
  readonly implementationStatus: Readonly<Record<ImplementationStatus, readonly string[]>>;
  readonly registerColumns: {
    readonly [Kind in RegisterKind]: Readonly<Record<RegisterColumns[Kind], readonly string[]>>;
  };
  /** Kind of document → how its file is called. */
  readonly registerNames: Readonly<Record<string, readonly string[]>>;
  readonly closed: readonly string[];
  readonly treatments: Readonly<Record<TreatmentWord, readonly string[]>>;
  readonly complianceColumns: Readonly<Record<ComplianceColumn, readonly string[]>>;
  readonly strictness: StrictnessData;
  readonly requiredDocuments: readonly RequiredDocument[];
}

/** The labels that we write, in one language. */
export type WrittenLabels = Readonly<Partial<Record<MetadataField, string>>>;

export type KeyMeaning = 'iso27001' | 'clauses' | 'other';
export type DocumentStatus = 'draft' | 'in-review' | 'approved' | 'retired';
/** A treatment that a word can name. */
export type TreatmentWord = Exclude<Treatment, 'missing' | 'unknown' | 'no-column'>;
export type ComplianceColumn = 'framework' | 'requirement' | 'section';

export interface Vocabulary {
  readonly documentKind: Lookup<string>;
  /** The words that we write, for those who choose one. */
  readonly documentKinds: readonly string[];
  readonly documentStatuses: readonly DocumentStatus[];
  /** All words for them: what a slip of the pen is compared with. */
  readonly documentStatusWords: readonly string[];
  /** The field that a key of front matter fills. */
  readonly metadataField: Lookup<MetadataField>;
  /** The field that a label in the text fills: "Next review", "Gültig ab". */
  readonly metadataLabel: Lookup<MetadataField>;
  /** The labels that we write, by language; English first. */
  readonly writtenLabels: readonly WrittenLabels[];
  readonly historyColumn: Lookup<'version' | 'updated'>;
  /** True for a heading or lead-in such as "Document control". */
  readonly isDocumentControl: (heading: string) => boolean;
  /** True for a heading such as "Related controls". */
  readonly isControlListHeading: (heading: string) => boolean;
  /** True for the first header of a two-column table of document control: "Field". */
  readonly isDocumentTableHeader: (header: string) => boolean;
  /** True for a heading such as "Purpose" or "References", below which nothing is asked for. */
  readonly isInformative: (heading: string) => boolean;
  /** What a sentence asks for; `undefined` where it only says how things are. */
  readonly modality: (sentence: string) => Modality | undefined;
  readonly keyMeaning: Lookup<KeyMeaning>;
  /** True for a key of front matter that lists sources of all kinds, such as `references`. */
  readonly isReferencesKey: (key: string) => boolean;
  /** True for a key of front matter that lists the versions of the document, such as `changelog`. */
  readonly isHistoryKey: (key: string) => boolean;
  readonly documentStatus: Lookup<DocumentStatus>;
  /** True for the words of a placeholder in running text: "Company Name", "insert date". */
  readonly isPlaceholderText: (text: string) => boolean;
  readonly vagueWords: VagueFinder;
  /** How dates, frequencies and what stands for them are written. */
  readonly dates: DateWords & PeriodWords;
  readonly soaColumn: Lookup<SoaColumn>;
  readonly soaWords: SoaWords;
  readonly applicability: Lookup<'applicable' | 'not-applicable' | 'not-assessed'>;
  readonly implementationStatus: Lookup<ImplementationStatus>;
  /** All spellings of the values of an SoA: what a slip of the pen is compared with. */
  readonly applicabilityWords: readonly string[];
  readonly implementationWords: readonly string[];
  readonly soaAnswers: readonly SoaAnswers[];
  /** The theme that a single word of a heading names. */
  readonly theme: Lookup<Theme>;
  readonly registerColumn: { readonly [Kind in RegisterKind]: Lookup<RegisterColumns[Kind]> };
  /** The kind of register that a file's name speaks of: `risk-register` for `03_Risk_Register_v2.csv`. */
  readonly registerName: Lookup<string>;
  readonly treatment: Lookup<TreatmentWord>;
  /** True for the status of a risk that is over: "Closed", "geschlossen". */
  readonly isClosed: (status: string) => boolean;
  readonly complianceColumn: Lookup<ComplianceColumn>;
  /** What makes a requirement ask for more or for less. */
  readonly strictness: StrictnessWords;
  readonly requiredDocuments: readonly RequiredDocument[];
}

/** Builds the look-ups once; readers share them. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  return {
    ...documentWords(data),
    metadataField: lookup(data.metadata),
    metadataLabel: lookup(data.metadataLabels),
    writtenLabels: data.writtenLabels,
    historyColumn: lookup(data.historyColumns),
    isDocumentControl: wordIn(data.headings.documentControl),
    isControlListHeading: wordIn(data.headings.controlList),
    isDocumentTableHeader: wordIn(data.headings.documentTable),
    isInformative: wordIn(data.headings.informative),
    ...sentenceWords(data),
    ...keyWords(data),
    ...createValueWords(data),
    soaColumn: nestedLookup(data.soaColumns),
    soaWords: createSoaWords(data.soaWords, wordIn),
    applicability: lookup(data.applicability),
    implementationStatus: lookup(data.implementationStatus),
    applicabilityWords: Object.values(data.applicability).flat(),
    implementationWords: Object.values(data.implementationStatus).flat(),
    soaAnswers: data.soaAnswers,
    theme: lookup(data.themes),
    registerColumn: {
      risk: columnLookup(data.registerColumns.risk),
      evidence: columnLookup(data.registerColumns.evidence),
      requirement: columnLookup(data.registerColumns.requirement),
      exception: columnLookup(data.registerColumns.exception),
      document: columnLookup(data.registerColumns.document),
      plan: columnLookup(data.registerColumns.plan),
    },
    registerName: nameLookup(data.registerNames),
    treatment: lookup(data.treatments),
    isClosed: wordIn(data.closed),
    complianceColumn: lookup(data.complianceColumns),
    strictness: createStrictnessWords(data.strictness),
  };
}

/** What sentences ask for, and how plainly: prepared by the first sentence, since that takes as long as reading many. */
function sentenceWords(data: VocabularyData): Pick<Vocabulary, 'modality' | 'vagueWords'> {
  const modality = onDemand(() => createModality(data.modality));
  const vague = onDemand(() => createVagueFinder(data.vagueWording));
  return {
    modality: (sentence) => modality()(sentence),
    vagueWords: {
      find: (sentence) => vague().find(sentence),
      beginnings: (text, start) => vague().beginnings(text, start),
    },
  };
}

/** What keys of front matter hold besides metadata. */
function keyWords(data: VocabularyData): Pick<Vocabulary, 'keyMeaning' | 'isReferencesKey' | 'isHistoryKey'> {
  return {
    keyMeaning: lookup(data.controlKeys),
    isReferencesKey: wordIn(data.referenceKeys),
    isHistoryKey: wordIn(data.historyKeys),
  };
}

/** What documents are and in which state, and which of them there must be. */
function documentWords(
  data: VocabularyData,
): Pick<
  Vocabulary,
  | 'documentKind'
  | 'documentKinds'
  | 'documentStatus'
  | 'documentStatuses'
  | 'documentStatusWords'
  | 'requiredDocuments'
> {
  return {
    documentKind: lookup(data.documentKinds),
    documentKinds: Object.keys(data.documentKinds),
    documentStatus: lookup(data.documentStatus),
    documentStatuses: Object.keys(data.documentStatus) as DocumentStatus[],
    documentStatusWords: Object.values(data.documentStatus).flat(),
    requiredDocuments: data.requiredDocuments,
  };
}
