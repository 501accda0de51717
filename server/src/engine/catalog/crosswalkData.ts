/** The frameworks that ship. An own catalogue may add others under ids of its own. */
export const FRAMEWORK_IDS = [
  'nist-csf-2.0',
  'nist-800-53r5',
  'fedramp-low',
  'fedramp-moderate',
  'fedramp-high',
  'nis2',
  'iso27701-2025',
  'iso27701-2019',
  'gdpr',
  'soc2-tsc',
  'hipaa',
] as const;

/** How far an edge can be relied on. `own`: it stands in a catalogue of the organisation itself. */
export const CONFIDENCES = [
  'verified_2plus',
  'single_source',
  'single_source_conflict',
  'single_source_official',
  'single_source_official_partly_corroborated',
  'derived_consensus',
  'derived_low',
  'derived_from_published_mapping',
  'inferred',
  'own',
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a confidence means, in words for a reader. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  verified_2plus: 'two or more sources agree',
  single_source: 'one source',
  single_source_conflict: 'one source; another one differs',
  single_source_official: 'one official source',
  single_source_official_partly_corroborated: 'one official source, partly corroborated',
  derived_consensus: 'derived; nobody publishes it',
  derived_low: 'derived, with little support',
  derived_from_published_mapping: 'derived from a published mapping',
  inferred: 'inferred',
  own: 'your own catalogue',
};

export const BASELINES = [
  'fedramp-low',
  'fedramp-moderate',
  'fedramp-high',
  'fedramp-li-saas',
  'nist-low',
  'nist-moderate',
  'nist-high',
  'nist-privacy',
] as const;
export type Baseline = (typeof BASELINES)[number];

/** The bits of `baselines` as names. */
export function baselinesOf(bits: number): readonly Baseline[] {
  return BASELINES.filter((_, index) => (bits & (1 << index)) !== 0);
}

export type ItemLevel =
  | 'function'
  | 'category'
  | 'subcategory'
  | 'control'
  | 'enhancement'
  | 'point'
  | 'subclause'
  | 'article'
  | 'criterion'
  | 'standard';

export interface Framework {
  readonly id: string;
  readonly title: string;
  /** What one of its items is called, and several. */
  readonly noun: readonly [string, string];
  /** The levels whose items a coverage counts; the others group them. */
  readonly counted: readonly ItemLevel[];
  /** True where an id names its framework by its shape (`PR.AA-05`), false where it does not (`5.1`). */
  readonly distinctIds: boolean;
  /** Where the framework is a selection out of another one: which. */
  readonly selection?: { readonly framework: string; readonly baseline: Baseline };
  /** What a reader of its coverage must know. */
  readonly note?: string;
}

/** One published set of relations. Two sets of one framework stay apart. */
export interface EdgeSource {
  readonly id: string;
  readonly framework: string;
  readonly title: string;
  /** `NIST maps`, `ENISA maps`, `via ISO/IEC 27701`, `related (derived)` …: stands wherever an edge is shown. */
  readonly label: string;
  readonly attribution: string;
}

export interface ItemData {
  readonly id: string;
  /** Absent where its publisher's words are not ours to repeat. */
  readonly title?: string;
  readonly level: ItemLevel;
  /** The heading under which it stands. */
  readonly group?: string;
  /** The baselines that select it: bit n stands for `BASELINES[n]`. */
  readonly baselines?: number;
}

/** One item's relations by one source: item, controls (or clauses) set apart by blanks, confidence, and what they go through. */
export type EdgeRow = readonly [item: string, targets: string, confidence: Confidence, via?: string];

/** The crosswalks as they are compiled from `catalog/crosswalks/` at build time. */
export interface CrosswalkData {
  readonly frameworks: readonly Framework[];
  readonly sources: readonly EdgeSource[];
  /** Framework id → its items in its own order. Selections have none of their own. */
  readonly items: Readonly<Record<string, readonly ItemData[]>>;
  /** Source id → relations to controls of Annex A. */
  readonly edges: Readonly<Record<string, readonly EdgeRow[]>>;
  /** Source id → relations to clauses of ISO/IEC 27001, where the source states a confidence for them. */
  readonly clauseEdges: Readonly<Record<string, readonly EdgeRow[]>>;
}
