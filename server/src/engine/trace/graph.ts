import type { EdgeKind, TraceEdge, TraceNode } from './model';
import type { LinkState, TraceContext } from './states';
import type { Subject } from './subject';

/** What is shown around a control: an entry of a register that was asked for stands without its like. */
export type ControlContext = TraceContext & { readonly only: Subject };

/** A trace while it is put together. */
export interface Graph {
  /** Adds a node once; returns its key. */
  add(node: TraceNode): string;
  link(from: string, to: string, kind: EdgeKind, state: LinkState): void;
  nodes(): TraceNode[];
  edges(): TraceEdge[];
}

export function createGraph(): Graph {
  const nodes = new Map<string, TraceNode>();
  const edges = new Map<string, TraceEdge>();
  return {
    add(node) {
      if (!nodes.has(node.key)) nodes.set(node.key, node);
      return node.key;
    },
    link(from, to, kind, { state, reason }) {
      const key = `${kind} ${from} ${to}`;
      if (!edges.has(key)) edges.set(key, { from, to, kind, state, reason });
    },
    nodes: () => [...nodes.values()],
    edges: () => [...edges.values()],
  };
}
