import type { Trace, TraceEdge, TraceNode } from '../../engine/trace/model';
import { rangeOf } from '../../engine/text/source';
import { toJson } from './json';
import type { TracedWorkspace } from './trace';

/** The graph as data: `docs/schemas/trace.schema.json` describes it. */
export function traceJson(
  workspaces: readonly TracedWorkspace[],
  { version, today }: { readonly version: string; readonly today: string },
): string {
  return toJson({
    schemaVersion: 1,
    tool: { name: 'isms', version },
    today,
    workspaces: workspaces.map((workspace) => ({
      root: workspace.root,
      subject: workspace.trace.subject,
      notes: workspace.trace.notes,
      controls: workspace.trace.controls,
      nodes: workspace.trace.nodes.map((node) => nodeData(node, workspace)),
      edges: workspace.trace.edges,
    })),
  });
}

function nodeData({ key, kind, name, detail, place }: TraceNode, { isms, fileAt }: TracedWorkspace): object {
  const source = place === undefined ? undefined : isms.files.get(place.path)?.source;
  return {
    key,
    kind,
    name,
    detail,
    ...(place !== undefined &&
      source !== undefined && { file: fileAt(place.path), range: rangeOf(source, place.span) }),
  };
}

/** A flow chart for Mermaid: a dotted line is a link that does not hold, and says why. */
export function traceMermaid({ nodes, edges, subject }: Trace): string {
  const ids = new Map(nodes.map((node, index) => [node.key, `n${index}`]));
  const lines = nodes.map((node) => `  ${ids.get(node.key) ?? ''}${shapeOf(node)}`);
  const links = edges.map(
    (edge) => `  ${ids.get(edge.from) ?? ''} ${arrowOf(edge)} ${ids.get(edge.to) ?? ''}`,
  );
  const root = ids.get(subject);
  const mark = root === undefined ? [] : [`  style ${root} stroke-width:3px`];
  return `${['flowchart LR', ...lines, ...links, ...mark].join('\n')}\n`;
}

function shapeOf({ kind, name, detail }: TraceNode): string {
  const text = `"${escaped(name)}${detail === '' ? '' : `<br/>${escaped(detail)}`}"`;
  if (kind === 'control') return `{{${text}}}`;
  if (kind === 'document' || kind === 'section') return `[${text}]`;
  return kind === 'evidence' ? `[(${text})]` : `(${text})`;
}

function arrowOf({ state }: TraceEdge): string {
  return state === 'holds' ? '-->' : `-. "${state}" .->`;
}

/** Mermaid reads quotes, angle brackets and hashes in a label as its own. */
function escaped(text: string): string {
  return text.replace(/[#"<>&`]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
