import type { IdMention } from '../ids/mention';
import type { RiskMention } from '../ids/riskIds';
import type { FrontMatterForm } from '../syntax/frontMatter';
import type { MarkdownFacts } from '../syntax/markdownFacts';
import type { Span } from '../text/span';
import type { ControlList } from './controlList';
import type { SoaTable, SoaTotal } from './soaFacts';
import type { RegisterTables } from './registerFacts';

/**
 * Everything that is known of one file, read from its text alone. Rules and features see facts, never syntax trees,
 * so that a reader can be replaced without anybody noticing.
 */
export interface FileFacts {
  readonly path: string;
  readonly frontMatter: FrontMatterFacts | undefined;
  /** Metadata of every carrier, in the order of the text. */
  readonly metadata: readonly MetadataFact[];
  /** Controls that the document says it carries out: under a control key or in a compliance-mapping table. */
  readonly references: readonly ControlReference[];
  /** The keys of front matter that list ids, those without a value included. */
  readonly controlLists: readonly ControlList[];
  /** Ids that the text mentions. */
  readonly citations: readonly Citation[];
  readonly soaTables: readonly SoaTable[];
  /** The totals that the file states of its SoA. Empty in a file without one. */
  readonly soaTotals: readonly SoaTotal[];
  readonly registers: RegisterTables;
  /** Ids of risks, anywhere in the text. */
  readonly riskMentions: readonly RiskMention[];
  /** Every table of the file, whether a reader understood it or not. */
  readonly tables: readonly TableOutline[];
  readonly body: Pick<MarkdownFacts, 'headings' | 'links' | 'images' | 'anchors' | 'paragraphs'>;
  /** Values in the text that are still to be filled in: `[Company Name]`, `{{months}}`, `TBD`. */
  readonly placeholders: readonly Span[];
  readonly suppressions: readonly SuppressionDirective[];
  /** Suppressions that stand on a line of their own between table rows and so end the table. */
  readonly tableBreaks: readonly TableBreak[];
  readonly problems: readonly ReadProblem[];
}

/** As much of a table as tells somebody which one is meant. */
export interface TableOutline {
  readonly span: Span;
  /** The last heading above it. */
  readonly heading: string | undefined;
  readonly headers: readonly string[];
  readonly rows: number;
}

/**
 * Where a fact stands. For metadata the order is that of precedence: front matter outranks a document-control table, and
 * so on; a history speaks last, as a table or as a list in front matter.
 */
export type Carrier =
  | 'front-matter'
  | 'document-table'
  | 'quote'
  | 'bold-line'
  | 'plain-line'
  | 'badge'
  | 'history-table'
  | 'history-list'
  | 'compliance-table'
  | 'annex-line'
  | 'related-list';

export interface FrontMatterFacts {
  readonly form: FrontMatterForm;
  /** With its delimiters. */
  readonly span: Span;
  readonly content: Span;
  /** False where the YAML did not parse: then nothing may be concluded from what is missing. */
  readonly readable: boolean;
  /** True where a line of the block names controls, readable or not: then it is one of an ISMS. */
  readonly namesControls: boolean;
  /** The keys of the top level in the order of the text, those without a value included. */
  readonly entries: readonly FrontMatterEntry[];
}

export interface FrontMatterEntry {
  /** As written. */
  readonly key: string;
  readonly meaning: MetadataField | 'controls' | undefined;
  /** From the key to the end of the last line of its value, a comment on that line included. */
  readonly span: Span;
  /** The blanks before the key; `undefined` where it does not open its line (`{ id: x, title: y }`). */
  readonly indent: string | undefined;
}

/** Metadata by meaning, whatever it is called in the document. */
export type MetadataField =
  | 'id'
  | 'title'
  | 'type'
  | 'version'
  | 'status'
  | 'classification'
  | 'owner'
  | 'author'
  | 'approver'
  | 'approved_date'
  | 'approved_fingerprint'
  | 'effective_date'
  | 'updated'
  | 'last_review'
  | 'next_review'
  | 'review_cycle'
  | 'related_documents'
  | 'applies_to'
  | 'tags';

export interface MetadataFact {
  readonly field: MetadataField;
  /** The key as written. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly span: Span;
  readonly carrier: Carrier;
}

export interface ControlReference {
  readonly mention: IdMention;
  readonly carrier: Carrier;
  /** The key that holds it, as written; for a table the heading above it. */
  readonly key: string;
  /** The list item, scalar or cell around the id. */
  readonly container: Span;
  /** Present where YAML read an unquoted number: what it became. */
  readonly yamlNumber?: { readonly read: string; readonly changed: boolean };
  /** The part of the document that it speaks for: the heading above it, or what the table says. */
  readonly section?: Section;
  /** All references of one list share this number: duplicates are looked for within it. */
  readonly list: number;
}

export interface Section {
  readonly text: string;
  readonly span: Span;
}

export interface Citation {
  readonly mention: IdMention;
  /** The paragraph, heading or row around it. */
  readonly block: Span;
  readonly inTable: boolean;
  /** True in a version history: what an entry says was true of its version, and nobody rewrites it. */
  readonly inHistory: boolean;
}

export interface SuppressionDirective {
  readonly kind: 'next-line' | 'line' | 'block' | 'file';
  readonly span: Span;
  readonly rule: string;
  readonly ruleSpan: Span;
  /** Controls that a file-wide suppression is limited to; empty: all. */
  readonly controls: readonly string[];
  readonly reason: string | undefined;
  readonly until: string | undefined;
  readonly untilSpan: Span | undefined;
  readonly by: string | undefined;
  /** The offsets that it covers. */
  readonly covers: Span;
}

export interface TableBreak {
  /** The comment, from `<!--` to `-->`. */
  readonly span: Span;
  /** The comment's own line with its line break. */
  readonly line: Span;
  /** The last row above it, or the header row where there is none, without its line break. */
  readonly above: Span;
  /** The line of the table that goes on below it, without its line break. */
  readonly below: Span;
  /** `enable` for the end of a block. */
  readonly kind: SuppressionDirective['kind'] | 'enable';
}

/** Something that a reader could not make sense of; a rule turns it into a finding. */
export interface ReadProblem {
  readonly kind: 'invalid-front-matter' | 'wrong-type' | 'unclosed-front-matter';
  readonly span: Span;
  /** What is wrong, as the middle of a sentence. */
  readonly detail: string;
  /** What to do. */
  readonly hint: string;
}
