import type { Isms } from '../../engine/index/model';
import { rangeOf } from '../../engine/text/source';
import type { EdgeState, Trace, TraceEdge, TraceNode } from '../../engine/trace/model';
import type { Paint } from '../text/paint';
import { printable } from '../text/printable';
import { wrap } from '../text/wrap';

/** The trace of one ISMS. */
export interface TracedWorkspace {
  /** Relative to the working directory. */
  readonly root: string;
  readonly fileAt: (path: string) => string;
  readonly isms: Isms;
  readonly trace: Trace;
}

/** The chain as a tree: what was asked for, its controls, and around each of them why it is there and what shows it. */
export function traceText(
  workspace: TracedWorkspace,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string {
  const { trace } = workspace;
  const notes = trace.notes.flatMap((note) => wrap(note, width));
  const subject = nodeAt(trace, trace.subject);
  const lines = branches(trace).flatMap((branch, index, all) =>
    draw(branch, { prefix: '', last: index === all.length - 1, workspace, paint }),
  );
  const empty = lines.length === 0 ? ['It names no control, so nothing is linked to it.'] : [];
  const head = subject === undefined ? '' : labelOf(subject, workspace, paint);
  return `${[...notes, ...(notes.length === 0 ? [] : ['']), paint.bold(head), ...lines, ...empty].join('\n')}\n`;
}

interface Branch {
  readonly edge: TraceEdge | undefined;
  readonly node: TraceNode;
  readonly children: readonly Branch[];
}

/** Below a control stands what gives its reason and what follows from it; below everything else stand its controls. */
function branches(trace: Trace): Branch[] {
  const subject = nodeAt(trace, trace.subject);
  if (subject === undefined) return [];
  const [only] = trace.controls;
  if (subject.key === `control:${only}`) return aroundControl(trace, subject.key);
  return trace.controls.flatMap((id): Branch[] => {
    const node = nodeAt(trace, `control:${id}`);
    if (node === undefined) return [];
    const edge = trace.edges.find(({ from, to }) => from === subject.key && to === node.key);
    return [{ edge, node, children: aroundControl(trace, node.key) }];
  });
}

function aroundControl(trace: Trace, key: string): Branch[] {
  const reasons = trace.edges.filter(({ to, from }) => to === key && from !== trace.subject);
  return [...reasons.flatMap((edge) => branchOf(trace, edge, edge.from, [])), ...below(trace, key)];
}

function below(trace: Trace, key: string): Branch[] {
  return trace.edges
    .filter(({ from }) => from === key)
    .flatMap((edge) => branchOf(trace, edge, edge.to, below(trace, edge.to)));
}

function branchOf(trace: Trace, edge: TraceEdge, key: string, children: readonly Branch[]): Branch[] {
  const node = nodeAt(trace, key);
  return node === undefined ? [] : [{ edge, node, children }];
}

function nodeAt(trace: Trace, key: string): TraceNode | undefined {
  return trace.nodes.find((node) => node.key === key);
}

interface Drawing {
  readonly prefix: string;
  readonly last: boolean;
  readonly workspace: TracedWorkspace;
  readonly paint: Paint;
}

function draw({ edge, node, children }: Branch, { prefix, last, workspace, paint }: Drawing): string[] {
  const verb = edge === undefined ? '' : `${verbOf(edge, node)} `;
  const state = edge === undefined ? '' : stateText(edge, paint);
  const line = `${prefix}${last ? '└─ ' : '├─ '}${paint.dim(verb)}${labelOf(node, workspace, paint)}${state}`;
  const inner = `${prefix}${last ? '   ' : '│  '}`;
  return [
    line,
    ...children.flatMap((child, index) =>
      draw(child, { prefix: inner, last: index === children.length - 1, workspace, paint }),
    ),
  ];
}

/** As read from the line above to this one. */
function verbOf({ kind }: TraceEdge, node: TraceNode): string {
  if (kind === 'treated-by') return node.kind === 'control' ? 'is treated by' : 'treats';
  if (kind === 'met-by') return node.kind === 'control' ? 'is met by' : 'meets';
  return {
    'decided-in': 'is decided in',
    'implemented-by': 'is carried out by',
    'detailed-in': 'in the section',
    'evidenced-by': 'is shown by',
    'excepted-by': 'has the exception',
  }[kind];
}

function labelOf(node: TraceNode, { isms, fileAt }: TracedWorkspace, paint: Paint): string {
  const name = printable(
    [node.name, node.detail].filter((part) => part !== '').join(node.kind === 'soa-row' ? ': ' : ' '),
  );
  if (node.place === undefined) return name;
  const source = isms.files.get(node.place.path)?.source;
  const line = source === undefined ? '' : `:${rangeOf(source, node.place.span).start.line + 1}`;
  return `${name} ${paint.dim(`(${printable(fileAt(node.place.path))}${line})`)}`;
}

function stateText({ state, reason }: TraceEdge, paint: Paint): string {
  if (state === 'holds') return paint.green(' ✓ holds');
  const colour = GRAVE.includes(state) ? paint.red : paint.yellow;
  return colour(` ✗ ${state}${reason === '' ? '' : `: ${reason}`}`);
}

const GRAVE: readonly EdgeState[] = ['broken', 'expired'];
