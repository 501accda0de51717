import type { FileEdit, Fix, RelatedLocation, Severity } from '../check/finding';
import type { Control } from '../catalog/catalog';
import type { References } from '../index/followLinks';
import type { Isms, IsmsDocument, SoaEntry } from '../index/model';
import type { SettledElements } from '../index/settledElements';
import type { VagueReader } from '../index/vagueReader';
import type { Span } from '../text/span';
import type { RowReading } from './soa/rowReading';

/** One rule: its facts, its documentation and its check. One file each; `registry.ts` lists them. */
export type Rule = RuleFacts & (DocumentCheck | ControlCheck | IsmsCheck);

/**
 * Looks at one document after the other. The smaller what a check is asked about, the less is to be done again after an
 * edit: a check reads whatever it needs of the ISMS, and is asked again once something that it read has changed.
 */
export interface DocumentCheck {
  readonly checkDocument: (document: IsmsDocument, context: RuleContext) => Iterable<RawFinding>;
}

/** Looks at one control of Annex A after the other. */
export interface ControlCheck {
  readonly checkControl: (control: Control, context: RuleContext) => Iterable<RawFinding>;
}

/** Looks at the ISMS as a whole. */
export interface IsmsCheck {
  readonly check: (context: RuleContext) => Iterable<RawFinding>;
}

export interface RuleFacts {
  /** A slug of `rules.md`, never changed once released. */
  readonly id: string;
  readonly severity: Severity;
  /** The kind of fix that it can offer. */
  readonly fix: 'none' | 'safe' | 'choice';
  /** When it fires, in one sentence: the rules table. */
  readonly summary: string;
  readonly docs: RuleDocs;
}

export interface RuleDocs {
  /** Why an auditor cares. */
  readonly why: string;
  /** How to mend it. */
  readonly how: string;
  /** Where the rule asks for more than the standard's text does: the page then says so. */
  readonly goodPractice?: boolean;
  /** A workspace in which the rule fires at each `⟪…⟫`; executed by the tests and printed on the rule's page. */
  readonly bad: string;
  /** A workspace in which it does not fire. */
  readonly good: string;
}

export interface RuleContext {
  readonly isms: Isms;
  /** `YYYY-MM-DD`; the engine has no clock. */
  readonly today: string;
  /** What a document's text settles of the controls that it maps. Read when first asked for, and then kept. */
  readonly elements: (document: IsmsDocument) => SettledElements;
  /** The words of a document's rules that nobody can test, rule by rule. Read when first asked for, and then kept. */
  readonly vague: VagueReader;
  /** What a row of the SoA says by itself. Read when first asked for, and then kept. */
  readonly readSoaRow: (entry: SoaEntry) => RowReading;
  /** Where links and other references between files lead. */
  readonly references: References;
}

/** What a rule reports; the severity is added from the configuration. */
export interface RawFinding {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
  readonly control?: string | undefined;
  readonly related?: readonly RelatedLocation[];
  readonly fixes?: readonly Fix[];
  /** Where a rule's own text defines a milder case. */
  readonly severity?: Severity;
}

export function safeFix(title: string, edits: readonly FileEdit[]): Fix {
  return { title, kind: 'safe', edits, creates: [], preferred: true };
}

export function choiceFix(
  title: string,
  edits: readonly FileEdit[],
  options: { readonly preferred?: boolean; readonly creates?: Fix['creates'] } = {},
): Fix {
  return {
    title,
    kind: 'choice',
    edits,
    creates: options.creates ?? [],
    preferred: options.preferred ?? false,
  };
}

/** The check of a rule about suppressions: it finds nothing by itself. `suppression/findings.ts` raises it after all rules. */
export function raisedBySuppressions(): readonly RawFinding[] {
  return [];
}
