import type { IdMention } from '../ids/mention';
import type { Span } from '../text/span';
import type { Cell, ColumnFact } from './cell';

export type RegisterKind = 'risk' | 'evidence' | 'requirement' | 'exception' | 'document' | 'plan';

/** What a column of a register means. `plan` is a risk treatment plan: measures, each for a risk of the register. */
export interface RegisterColumns {
  readonly risk:
    | 'id'
    | 'title'
    | 'owner'
    | 'likelihood'
    | 'impact'
    | 'score'
    | 'treatment'
    | 'controls'
    | 'residual'
    | 'status'
    | 'approver'
    | 'accepted-until'
    | 'review'
    | 'reviewed';
  readonly evidence:
    | 'id'
    | 'title'
    | 'controls'
    | 'source'
    | 'frequency'
    | 'collected'
    | 'due'
    | 'location'
    | 'owner'
    | 'status';
  readonly requirement: 'id' | 'title' | 'source' | 'controls' | 'owner' | 'status' | 'review';
  readonly exception:
    'id' | 'title' | 'controls' | 'compensating' | 'granted' | 'expires' | 'approver' | 'owner' | 'status';
  readonly document:
    | 'id'
    | 'title'
    | 'type'
    | 'owner'
    | 'approver'
    | 'version'
    | 'status'
    | 'review'
    | 'location'
    | 'controls';
  readonly plan: 'id' | 'title' | 'risks' | 'controls' | 'owner' | 'due' | 'status';
}

/** One entry of a register. */
export interface RegisterRow<Column extends string> {
  /** In capitals; empty where the row has none. */
  readonly id: string;
  /** The id, else the title, else the start of the row: where a finding about the entry stands. */
  readonly idSpan: Span;
  readonly span: Span;
  readonly title: string;
  /** Every control that the row names. */
  readonly controls: readonly IdMention[];
  /** The cells by meaning; absent where the table has no such column. */
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
}

export type Treatment = 'mitigate' | 'accept' | 'avoid' | 'transfer' | 'missing' | 'unknown' | 'no-column';

export interface RiskRow extends RegisterRow<RegisterColumns['risk']> {
  readonly treatment: Treatment;
}
export type EvidenceRow = RegisterRow<RegisterColumns['evidence']>;
export type RequirementRow = RegisterRow<RegisterColumns['requirement']>;
export type ExceptionRow = RegisterRow<RegisterColumns['exception']>;
export type DocumentRow = RegisterRow<RegisterColumns['document']>;
export type PlanRow = RegisterRow<RegisterColumns['plan']>;

/** A table with one entry per row, whichever carrier it came from. */
export interface RegisterTable<Row, Column extends string = string> {
  readonly span: Span;
  readonly header: Span;
  /** The last heading above the table. */
  readonly heading: string | undefined;
  readonly columns: readonly ColumnFact<Column>[];
  readonly rows: readonly Row[];
  /** False where the header alone does not say which register this is: then the document decides. */
  readonly certain: boolean;
  /** Absent: a table of Markdown. `yaml` stands for JSON as well; `sections`: a heading for each row. */
  readonly format?: 'csv' | 'yaml' | 'sections';
}

export type RiskTable = RegisterTable<RiskRow, RegisterColumns['risk']>;
export type EvidenceTable = RegisterTable<EvidenceRow, RegisterColumns['evidence']>;
export type RequirementTable = RegisterTable<RequirementRow, RegisterColumns['requirement']>;
export type ExceptionTable = RegisterTable<ExceptionRow, RegisterColumns['exception']>;
export type DocumentTable = RegisterTable<DocumentRow, RegisterColumns['document']>;
export type PlanTable = RegisterTable<PlanRow, RegisterColumns['plan']>;

/** The registers of one file, each possible reading of a table. */
export interface RegisterTables {
  readonly risk: readonly RiskTable[];
  readonly evidence: readonly EvidenceTable[];
  readonly requirement: readonly RequirementTable[];
  readonly exception: readonly ExceptionTable[];
  readonly document: readonly DocumentTable[];
  readonly plan: readonly PlanTable[];
}
