import type { ImplementationStatus, SoaColumn } from '../facts/soaFacts';
import type { MetadataField } from '../facts/facts';
import type { Treatment } from '../facts/riskFacts';

/** The spellings of `catalog/vocabulary.yaml`: meaning → words. */
export interface VocabularyData {
  readonly documentKinds: Readonly<Record<string, readonly string[]>>;
  readonly metadata: Readonly<Record<MetadataField, readonly string[]>>;
  readonly controlKeys: Readonly<Record<KeyMeaning, readonly string[]>>;
  readonly documentStatus: Readonly<Record<DocumentStatus, readonly string[]>>;
  readonly soaColumns: Readonly<Record<SoaColumn, readonly string[]>>;
  readonly applicability: Readonly<Record<'applicable' | 'not-applicable' | 'not-assessed', readonly string[]>>;
  readonly implementationStatus: Readonly<Record<ImplementationStatus, readonly string[]>>;
  readonly riskColumns: Readonly<Record<RiskColumn, readonly string[]>>;
  readonly treatments: Readonly<Record<Exclude<Treatment, 'missing' | 'unknown'>, readonly string[]>>;
  readonly complianceColumns: Readonly<Record<ComplianceColumn, readonly string[]>>;
}

export type KeyMeaning = 'iso27001' | 'clauses' | 'other';
export type DocumentStatus = 'draft' | 'in-review' | 'approved' | 'retired';
export type RiskColumn = 'id' | 'title' | 'owner' | 'likelihood' | 'impact' | 'score' | 'treatment' | 'controls' | 'residual' | 'review' | 'status';
export type ComplianceColumn = 'framework' | 'requirement' | 'section';

/** Finds the meaning of a word as people spell it. */
export type Lookup<Meaning extends string> = (spelling: string) => Meaning | undefined;

export interface Vocabulary {
  readonly documentKind: Lookup<string>;
  readonly metadataField: Lookup<MetadataField>;
  readonly keyMeaning: Lookup<KeyMeaning>;
  readonly documentStatus: Lookup<DocumentStatus>;
  readonly soaColumn: Lookup<SoaColumn>;
  readonly applicability: Lookup<'applicable' | 'not-applicable' | 'not-assessed'>;
  readonly implementationStatus: Lookup<ImplementationStatus>;
  readonly riskColumn: Lookup<RiskColumn>;
  readonly treatment: Lookup<Exclude<Treatment, 'missing' | 'unknown'>>;
  readonly complianceColumn: Lookup<ComplianceColumn>;
}

/** Builds the look-ups once; readers share them. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  return {
    documentKind: lookup(data.documentKinds),
    metadataField: lookup(data.metadata),
    keyMeaning: lookup(data.controlKeys),
    documentStatus: lookup(data.documentStatus),
    soaColumn: lookup(data.soaColumns),
    applicability: lookup(data.applicability),
    implementationStatus: lookup(data.implementationStatus),
    riskColumn: lookup(data.riskColumns),
    treatment: lookup(data.treatments),
    complianceColumn: lookup(data.complianceColumns),
  };
}

/** A spelling without case, emphasis, punctuation and runs of blanks. Marks such as ✅ stay when nothing else does. */
export function normalise(spelling: string): string {
  const lower = spelling.normalize('NFC').toLowerCase().trim();
  const words = lower.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words === '' ? lower.replace(/\uFE0F/g, '') : words;
}

function lookup<Meaning extends string>(spellings: Readonly<Record<Meaning, readonly string[]>>): Lookup<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [meaning, words] of Object.entries(spellings) as [Meaning, readonly string[]][]) {
    for (const word of words) if (!meanings.has(normalise(word))) meanings.set(normalise(word), meaning);
  }
  return (spelling) => meanings.get(normalise(spelling));
}
