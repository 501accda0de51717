import type { Span } from '../text/span';

export type TraceNodeKind =
  'risk' | 'requirement' | 'control' | 'soa-row' | 'document' | 'section' | 'evidence' | 'exception';

/** Something that the chain passes through. */
export interface TraceNode {
  /** Names the node within its trace: `risk:R-001`, `control:A.5.18`. */
  readonly key: string;
  readonly kind: TraceNodeKind;
  /** Its id, else its title: what people call it. */
  readonly name: string;
  /** Its title where it has an id, and what is to be known of it. */
  readonly detail: string;
  /** Where it stands; absent for a control and for what is missing. */
  readonly place: { readonly path: string; readonly span: Span } | undefined;
}

/**
 * How sound a link of the chain is. `one-way`: only one of its ends names the other. `broken`: it leads to nothing.
 * `excluded`: the SoA says that the control does not apply. `draft`: a document that nobody approved yet. `stale`: a
 * review or a collection is overdue. `expired`: the end of an exclusion or an exception is past.
 */
export const EDGE_STATES = ['holds', 'one-way', 'broken', 'excluded', 'draft', 'stale', 'expired'] as const;
export type EdgeState = (typeof EDGE_STATES)[number];

export const EDGE_KINDS = [
  'treated-by',
  'met-by',
  'decided-in',
  'implemented-by',
  'detailed-in',
  'evidenced-by',
  'excepted-by',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface TraceEdge {
  /** Keys of nodes, in the direction of the chain: risk → control → SoA row → document → section, SoA row → evidence. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly state: EdgeState;
  /** Why the link does not hold, in a clause; empty where it does. */
  readonly reason: string;
}

export interface Trace {
  /** The key of the node that was asked for. */
  readonly subject: string;
  /** What is to be said beforehand: what became of an id of 2013. */
  readonly notes: readonly string[];
  /** The controls that it is about, in the order of the catalogue. */
  readonly controls: readonly string[];
  readonly nodes: readonly TraceNode[];
  readonly edges: readonly TraceEdge[];
}
