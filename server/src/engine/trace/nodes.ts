import type { Cell } from '../facts/cell';
import type { EvidenceRow, ExceptionRow, RegisterRow } from '../facts/registerFacts';
import type { ControlReference } from '../facts/facts';
import type { Isms, IsmsDocument, RegisterEntry, SoaEntry } from '../index/model';
import type { Span } from '../text/span';
import type { TraceNode } from './model';

export function controlNode(id: string, isms: Isms): TraceNode {
  const title = isms.catalog.control(id)?.title ?? isms.catalog.ownControl(id)?.title ?? '';
  return { key: `control:${id}`, kind: 'control', name: id, detail: title, place: undefined };
}

export function registerNode(
  kind: 'risk' | 'requirement' | 'evidence' | 'exception',
  { document, row }: RegisterEntry<RegisterRow<string> | EvidenceRow | ExceptionRow>,
): TraceNode {
  return {
    key: `${kind}:${row.id === '' ? `${document.path}@${row.span.start}` : row.id}`,
    kind,
    name: row.id === '' ? row.title : row.id,
    detail: row.id === '' ? '' : row.title,
    place: { path: document.path, span: row.idSpan },
  };
}

/** A risk that somebody names and no register has. */
export function lostRiskNode(id: string): TraceNode {
  return { key: `risk:${id}`, kind: 'risk', name: id, detail: 'in no risk register', place: undefined };
}

export function soaNode(id: string, entry: SoaEntry | undefined): TraceNode {
  const node = { key: `soa:${id}`, kind: 'soa-row' as const, name: `SoA row of ${id}` };
  if (entry === undefined) return { ...node, detail: 'missing', place: undefined };
  const { row, document } = entry;
  return { ...node, detail: verdictOf(entry), place: { path: document.path, span: row.mention.span } };
}

function verdictOf({ row }: SoaEntry): string {
  const decision = {
    applicable: 'applies',
    'not-applicable': 'does not apply',
    'not-assessed': 'not assessed',
    missing: 'no decision',
    invalid: 'decision not understood',
    'no-column': 'listed',
  }[row.applicability];
  const status = row.applicability === 'not-applicable' ? '' : (row.statusCell?.text ?? '').toLowerCase();
  return [decision, status].filter((part) => part !== '').join(', ');
}

/** Evidence that a row of the SoA tells in words. */
export function toldEvidenceNode({ document }: SoaEntry, { text, span }: Cell): TraceNode {
  const key = `evidence:${document.path}@${span.start}`;
  return { key, kind: 'evidence', name: text, detail: '', place: { path: document.path, span } };
}

export function documentNode(document: IsmsDocument, span: Span | undefined): TraceNode {
  const id = document.field('id')?.value;
  return {
    key: `document:${document.path}`,
    kind: 'document',
    name: id ?? document.title,
    detail: id === undefined ? '' : document.title,
    place: { path: document.path, span: span ?? { start: 0, end: 0 } },
  };
}

/** The heading above a line such as `(Annex A: A.5.18)`. */
export function sectionNode(document: IsmsDocument, reference: ControlReference): TraceNode | undefined {
  const headings = document.facts.body.headings.filter(
    (heading) => heading.span.start <= reference.mention.span.start && heading.depth > 1,
  );
  const heading = headings.at(-1);
  if (heading === undefined) return undefined;
  return {
    key: `section:${document.path}@${heading.span.start}`,
    kind: 'section',
    name: heading.text,
    detail: '',
    place: { path: document.path, span: heading.span },
  };
}
