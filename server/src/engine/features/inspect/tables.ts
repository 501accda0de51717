import type { FileFacts, TableOutline } from '../../facts/facts';
import type { RegisterKind } from '../../facts/registerFacts';
import type { Applicability, SoaTable } from '../../facts/soaFacts';
import type { IsmsDocument } from '../../index/model';
import { contains, type Span } from '../../text/span';
import type { InspectedTable } from './inspection';

/** The tables that were understood, in the order of the text. */
export function tablesOf(facts: FileFacts, document: IsmsDocument | undefined): InspectedTable[] {
  const read = [
    ...facts.soaTables.map((table) => ({
      ...table,
      readAs: 'Statement of Applicability',
      answers: answersOf(table),
    })),
    ...registersOf(facts, document),
  ].map(({ readAs, heading, columns, rows, span, answers }): InspectedTable => {
    const all = facts.tables.find((outline) => outline.span.start === span.start)?.rows ?? rows.length;
    return {
      readAs,
      heading,
      columns,
      rows: Math.max(all, rows.length),
      understood: rows.length,
      answers,
      span,
    };
  });
  const spans = new Set(read.map(({ span }) => span.start));
  const others = facts.tables
    .filter(({ span }) => !spans.has(span.start))
    .flatMap((outline) => outlined(outline, facts) ?? []);
  return [...read, ...others].sort((a, b) => a.span.start - b.span.start);
}

function answersOf({ rows }: SoaTable): InspectedTable['answers'] {
  const answers: Partial<Record<Applicability, number>> = {};
  for (const { applicability } of rows) answers[applicability] = (answers[applicability] ?? 0) + 1;
  return answers;
}

const REGISTERS: Readonly<Record<RegisterKind, readonly [name: string, kind: string]>> = {
  risk: ['risk register', 'risk-register'],
  plan: ['risk treatment plan', 'risk-register'],
  evidence: ['evidence register', 'evidence-register'],
  requirement: ['requirements register', 'requirements-register'],
  exception: ['exception register', 'exception-register'],
  document: ['document register', 'document-register'],
};

/** A table that could be several registers is the one that its document is; else the one that its header is sure of. */
function registersOf({ registers }: FileFacts, document: IsmsDocument | undefined) {
  return (Object.keys(REGISTERS) as RegisterKind[]).flatMap((kind) => {
    const [readAs, documentKind] = REGISTERS[kind];
    return registers[kind]
      .filter((table) => table.certain || document?.kind === documentKind)
      .map(({ heading, columns, rows, span }) => ({
        ...{ readAs, heading, columns, rows, span },
        answers: undefined,
      }));
  });
}

/** Tables of which only the contents are facts: compliance mappings, document control, history. */
function outlined(outline: TableOutline, facts: FileFacts): InspectedTable | undefined {
  const within = ({ span }: { readonly span: Span }): boolean => contains(outline.span, span);
  const references = facts.references.filter(
    ({ carrier, mention }) => carrier === 'compliance-table' && within(mention),
  );
  const metadata = facts.metadata.filter(within);
  const readAs =
    references.length > 0 ? 'compliance mapping' : metadata.length > 0 ? nameOf(metadata) : undefined;
  if (readAs === undefined) return undefined;
  const understood =
    references.length > 0
      ? new Set(references.map(({ container }) => container.start)).size
      : metadata.length;
  return {
    readAs,
    heading: outline.heading,
    columns: outline.headers.map((header) => ({ header, meaning: header.trim().toLowerCase() })),
    rows: outline.rows,
    understood: Math.min(outline.rows, understood),
    answers: undefined,
    span: outline.span,
  };
}

function nameOf(metadata: FileFacts['metadata']): string {
  return metadata.some(({ carrier }) => carrier === 'history-table') ? 'history' : 'document control';
}
