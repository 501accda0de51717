import type { Isms, Mapping, RegisterEntry, SoaEntry } from '../index/model';
import type { EvidenceRow, ExceptionRow, RequirementRow } from '../facts/registerFacts';
import { compareIds } from '../ids/numbering';
import { createGraph, type ControlContext, type Graph } from './graph';
import type { Trace, TraceNode } from './model';
import { controlNode, documentNode, registerNode, sectionNode, soaNode, toldEvidenceNode } from './nodes';
import { addReasons } from './reasons';
import {
  decisionState,
  evidenceState,
  exceptionState,
  HOLDS,
  implementationState,
  isEmpty,
  namesRisk,
  type LinkState,
  type TraceContext,
} from './states';
import { subjectOf, type Subject } from './subject';

/**
 * The chain of one control, risk, requirement, document, piece of evidence or exception: risk or requirement → control →
 * row of the Statement of Applicability → document → section, and the evidence. `undefined` where the id names nothing.
 */
export function traceOf(isms: Isms, id: string, today: string): Trace | undefined {
  const subject = subjectOf(isms, id);
  if (subject === undefined) return undefined;
  const controls = controlsOf(subject, isms);
  const graph = createGraph();
  const context: TraceContext = { isms, today };
  const root = graph.add(rootNode(subject, isms));
  for (const control of controls) addControl(graph, control, { ...context, only: subject });
  return {
    subject: root,
    notes: notesOf(subject, isms),
    controls,
    nodes: graph.nodes(),
    edges: graph.edges(),
  };
}

/** The controls that a subject leads to, in the order of their numbers. */
function controlsOf(subject: Subject, isms: Isms): string[] {
  const ids = new Set<string>();
  if (subject.kind === 'control') for (const id of subject.ids) ids.add(id);
  else if (subject.kind === 'document') {
    for (const [id, mappings] of isms.mappings)
      if (mappings.some(({ document }) => document === subject.document)) ids.add(id);
  } else {
    for (const mention of subject.entry.row.controls) for (const id of mention.ids) ids.add(id);
    if (subject.kind === 'risk') {
      for (const { row } of subject.entry.plan)
        for (const mention of row.controls) for (const id of mention.ids) ids.add(id);
      for (const [id, [entry]] of isms.soa?.rows ?? [])
        if (namesRisk(entry?.row.risks, subject.entry.row.id)) ids.add(id);
    }
  }
  return [...ids].filter((id) => isms.catalog.knows(id)).sort(compareIds);
}

function rootNode(subject: Subject, isms: Isms): TraceNode {
  switch (subject.kind) {
    case 'control': {
      const [first = ''] = subject.ids;
      if (subject.former === undefined && subject.ids.length === 1) return controlNode(first, isms);
      const name = subject.former ?? `${first} to ${subject.ids.at(-1) ?? ''}`;
      const title = isms.catalog.superseded(name)?.title ?? '';
      return { key: `control:${name}`, kind: 'control', name, detail: title, place: undefined };
    }
    case 'document':
      return documentNode(subject.document, undefined);
    default:
      return registerNode(subject.kind, subject.entry);
  }
}

function notesOf(subject: Subject, isms: Isms): string[] {
  if (subject.kind !== 'control' || subject.former === undefined) return [];
  const now = subject.ids.map((id) => `${id} ${isms.catalog.control(id)?.title ?? ''}`.trim());
  return [`${subject.former} is an id of the 2013 edition. Its content is now in ${now.join(', ')}.`];
}

/** Everything around one control. A risk or requirement that was asked for is shown without the others. */
function addControl(graph: Graph, id: string, context: ControlContext): void {
  const { isms } = context;
  const control = graph.add(controlNode(id, isms));
  const entry = isms.soa?.rows.get(id)?.[0];
  addReasons(graph, id, control, entry, context);
  let row = control;
  if (isms.soa !== undefined) {
    row = graph.add(soaNode(id, entry));
    graph.link(control, row, 'decided-in', entry === undefined ? NO_ROW : decisionState(entry, context));
  }
  addDocuments(graph, id, row, entry, context);
  addEvidence(graph, id, row, entry, context);
  for (const exception of isms.exceptionsByControl.get(id) ?? [])
    if (isShown(exception, 'exception', context))
      graph.link(
        control,
        graph.add(registerNode('exception', exception)),
        'excepted-by',
        exceptionState(exception.row, context),
      );
}

const NO_ROW: LinkState = { state: 'broken', reason: 'the Statement of Applicability has no row for it' };

function addDocuments(
  graph: Graph,
  id: string,
  row: string,
  entry: SoaEntry | undefined,
  context: ControlContext,
): void {
  const { isms, only } = context;
  for (const [path, mappings] of byDocument(isms.mappings.get(id) ?? [])) {
    const [first] = mappings;
    if (first === undefined || (only.kind === 'document' && only.document.path !== path)) continue;
    const { document } = first;
    const key = graph.add(documentNode(document, first.reference.mention.span));
    graph.link(row, key, 'implemented-by', implementationState(document, entry, context));
    for (const { reference } of mappings) {
      const section = reference.carrier === 'annex-line' ? sectionNode(document, reference) : undefined;
      if (section !== undefined) graph.link(key, graph.add(section), 'detailed-in', HOLDS);
    }
  }
}

function byDocument(mappings: readonly Mapping[]): Map<string, Mapping[]> {
  const groups = new Map<string, Mapping[]>();
  for (const mapping of mappings)
    groups.set(mapping.document.path, [...(groups.get(mapping.document.path) ?? []), mapping]);
  return groups;
}

function addEvidence(
  graph: Graph,
  id: string,
  row: string,
  entry: SoaEntry | undefined,
  context: ControlContext,
): void {
  const { isms } = context;
  const naming = isms.evidenceByControl.get(id) ?? [];
  const cell = entry?.row.evidence;
  const cited = isms.evidence.filter(
    (each) => each.row.id !== '' && (cell?.text ?? '').includes(each.row.id),
  );
  for (const evidence of new Set([...naming, ...cited])) {
    if (!isShown(evidence, 'evidence', context)) continue;
    const state = evidenceState(evidence.row, naming.includes(evidence), context);
    graph.link(row, graph.add(registerNode('evidence', evidence)), 'evidenced-by', state);
  }
  // What the row tells in words is evidence too, where it names none of the register.
  if (entry === undefined || cell === undefined || cited.length > 0) return;
  if (isEmpty(cell, isms) || context.only.kind === 'evidence') return;
  graph.link(row, graph.add(toldEvidenceNode(entry, cell)), 'evidenced-by', HOLDS);
}

function isShown(
  entry: RegisterEntry<RequirementRow | EvidenceRow | ExceptionRow>,
  kind: 'requirement' | 'evidence' | 'exception',
  { only }: ControlContext,
): boolean {
  return only.kind !== kind || only.entry.row === entry.row;
}
